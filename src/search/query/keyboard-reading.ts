/** A question that was typed with the keyboard in another layout. */
import { isDense } from '../words.ts';
import { keyboards } from './keyboards.ts';
import { isKnown, leastLetters, leastPart, type Lexicon, type Reading } from './lexicon.ts';

interface Changed {
  readonly typed: string;
  readonly word: string;
}

/** The question with the letters of another layout; undefined where articles have too few of its words then. */
export async function keyboardReading(
  words: readonly string[],
  known: readonly boolean[],
  tag: string,
  lexicon: Lexicon,
): Promise<Reading | undefined> {
  const tried = new Set<string>();
  const explained: Promise<string | undefined>[] = [];
  for (const ways of otherKeys(words, tag)) {
    // Where all is read in the other layout, short words that happen to be words in both go with the rest.
    const mixed = ways.map((way, at) => (known[at] ? (words[at] ?? '') : way));
    for (const reading of [ways, mixed]) {
      const text = reading.join(' ');
      if (tried.has(text)) continue;
      tried.add(text);
      const changed = reading
        .map((word, at): Changed => ({ typed: words[at] ?? '', word }))
        .filter(({ typed, word }, at) => typed !== word || !known[at]);
      if (changed.some(({ typed, word }) => keepsLetters(typed, word))) continue;
      const needsAll = reading === ways && known.some(Boolean);
      explained.push(isExplained(changed, needsAll ? 1 : leastPart, lexicon).then((isSo) => (isSo ? text : undefined)));
    }
  }
  // All are looked at together: one after the other would take as many ways to the server and back.
  const question = (await Promise.all(explained)).find((text) => text !== undefined);
  return question === undefined ? undefined : { kind: 'keyboard', question, isWhole: !known.includes(true) };
}

/** A word in other letters; as it is where only its punctuation would be another. */
function otherwise(word: string, other = word): string {
  return word.replace(/\P{L}/gu, '') === other.replace(/\P{L}/gu, '') ? word : other;
}

/** Whether letters of another script stay what they were: then they were not typed with these keys. */
function keepsLetters(typed: string, word: string): boolean {
  const foreign = word.match(/(?!\p{Script=Latin})\p{L}/gu) ?? [];
  return foreign.some((letter) => typed.includes(letter));
}

/** All words in other layouts, as far as they can have been typed with them. */
function otherKeys(words: readonly string[], tag: string): string[][] {
  const language = tag.split('-')[0]?.toLowerCase() ?? '';
  const text = words.join('');
  const isLatin = /\p{Script=Latin}/u.test(text) || !/\p{L}/u.test(text);
  const own = keyboards.filter(({ languages }) => languages.includes(language));
  const others = keyboards.filter((keyboard) => !own.includes(keyboard));
  const readings: string[][] = [];
  for (const keyboard of own) {
    const ways = words.map((word) => keyboard.letters(word));
    if (isLatin) readings.push(ways.map((way, at) => way ?? words[at] ?? ''));
  }
  for (const keyboard of /(?!\p{Script=Latin})\p{L}/u.test(text) ? [...own, ...others] : own) {
    const ways = words.map((word) => keyboard.keys(word));
    for (const at of [0, 1]) {
      const reading = ways.map((way, place) => otherwise(words[place] ?? '', way[at] ?? way[0]));
      if (reading.some((way, place) => way !== words[place])) readings.push(reading);
    }
  }
  return readings;
}

/** Whether articles have enough of these words; the longest are asked for first, because they say most. */
async function isExplained(changed: readonly Changed[], least: number, lexicon: Lexicon): Promise<boolean> {
  const longestFirst = changed
    .map(({ typed, word }) => ({
      word,
      letters: Math.max(lettersOf(typed), lettersOf(word)),
      isDoubtful: isShreds(typed, word) || isChance(typed, word),
    }))
    .filter(({ letters }) => letters > 0)
    .sort((a, b) => b.letters - a.letters);
  const all = longestFirst.reduce((sum, { letters }) => sum + letters, 0);
  if (all < leastLetters) return false;
  let missing = 0;
  for (const { word, letters, isDoubtful } of longestFirst) {
    if (isDoubtful || !(await isKnown(word, lexicon))) missing += letters;
    if (missing > all * (1 - least)) return false;
  }
  return true;
}

/** Whether a Latin word would have signs in the place of letters, or of all of them. */
function isShreds(typed: string, word: string): boolean {
  const letters = lettersOf(word);
  return (letters === 0 || /\p{Script=Latin}/u.test(word)) && letters < lettersOf(typed) * leastPart;
}

/** Whether a short Latin word may give pairs of characters that some article happens to have; Korean syllables come of few words. */
function isChance(typed: string, word: string): boolean {
  return /^[a-z]{1,4}$/i.test(typed) && isDense(word) && !/\p{Script=Hangul}/u.test(word);
}

function lettersOf(word: string): number {
  return word.match(/[\p{L}\p{M}]/gu)?.length ?? 0;
}
