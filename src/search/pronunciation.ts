/** How Chinese characters are typed in Latin letters, by those who have no other keyboard at hand. */
import { polyphonic } from 'pinyin-pro';

const hanPattern = /\p{Script=Han}/gu;

/**
 * The characters of some texts with their readings in Pinyin, without tones; one a line, sorted. Undefined for other languages.
 *
 * @param tag BCP 47 tag of the texts' language
 * @example pronunciationsOf('zh-TW', ['銀行']) // '行hang heng xing\n銀yin'
 */
export function pronunciationsOf(tag: string, texts: Iterable<string>): string | undefined {
  if (new Intl.Locale(tag).language !== 'zh') return undefined;
  const characters = new Set<string>();
  for (const text of texts) for (const [character] of text.matchAll(hanPattern)) characters.add(character);
  return Array.from(characters, (character) => `${character}${readingsOf(character).join(' ')}`)
    .filter((line) => /[a-z]/.test(line))
    .sort()
    .join('\n');
}

function readingsOf(character: string): string[] {
  const [readings = ''] = polyphonic(character, { toneType: 'none', type: 'string' });
  const inLatin = readings.split(' ').filter((reading) => /^[a-zü]+$/.test(reading));
  return [...new Set(inLatin.map((reading) => reading.replace('ü', 'v')))].sort();
}
