/**
 * Other readings of a question whose words no article has: typed with the keyboard in another layout, or in letters of another
 * script. A reading counts only where its words stand in the articles, so that nothing is ever offered that finds nothing. Loaded
 * only when it is needed.
 */
import type { KnownWord } from '../word-format.ts';
import { keyboardReading } from './keyboard-reading.ts';
import { isKnown, leastLetters, leastPart, type Lexicon, type Reading } from './lexicon.ts';
import { longestSyllable, type PronouncedTitles, Pronunciations } from './pronunciation.ts';
import { transliterationOf } from './transliteration.ts';

/** Nobody types a paragraph before looking at the screen. */
const mostWords = 12;
/** The same in scripts without blanks, where each pair of characters takes a file. */
const mostCharacters = 200;
/** Below this length Latin letters are a word of another script by chance. */
const leastWritten = 4;

/** The best reading of a question of which at least one word is in no article; undefined where it has none that is sure. */
export async function readingOf(question: string, tag: string, lexicon: Lexicon): Promise<Reading | undefined> {
  const words = question.trim().split(/\s+/);
  if (words.length > mostWords || question.length > mostCharacters) return undefined;
  const known = await Promise.all(words.map((word) => isKnown(word, lexicon)));
  if (known.every(Boolean)) return undefined;
  return (
    (await keyboardReading(words, known, tag, lexicon)) ??
    (await pronounced(words, known, tag, lexicon)) ??
    transliterated(words, known, tag, lexicon)
  );
}

/** What titles sound like takes its time to find out, and a reader who types asks for it at each letter. */
const heard = new WeakMap<PronouncedTitles, Pronunciations>();

/** The reading of Chinese in Latin letters, with or without blanks between the syllables. */
async function pronounced(
  words: readonly string[],
  known: readonly boolean[],
  tag: string,
  lexicon: Lexicon,
): Promise<Reading | undefined> {
  if (new Intl.Locale(tag).language !== 'zh') return undefined;
  const isTyped = words.map(
    (word, at) => /^[\p{Script=Latin}\p{M}\d'’-]+$/u.test(word) && !(known[at] && word.length > longestSyllable),
  );
  if (!isTyped.some((typed, at) => typed && !known[at])) return undefined;
  const titles = await lexicon.pronouncedTitles();
  if (!titles) return undefined;
  const pronunciations = heard.get(titles) ?? new Pronunciations(titles);
  heard.set(titles, pronunciations);
  const read = ([word = '', ...others]: readonly string[]): string[] | undefined => {
    if (others.length === 0) return pronunciations.wordsFor(word);
    const joined = pronunciations.wordFor([word, ...others].join(''));
    return joined === undefined ? undefined : [joined];
  };
  const reading: string[] = [];
  let [explained, all, isWhole] = [0, 0, true];
  for (let at = 0; at < words.length;) {
    let end = at;
    while (isTyped[end]) end++;
    let found: string[] | undefined;
    // As many syllables together as there is a word for, one at least of them unknown.
    for (; end > at && !found; end--) if (known.slice(at, end).includes(false)) found = read(words.slice(at, end));
    const next = found ? end + 1 : at + 1;
    const letters = words.slice(at, next).join('').length;
    if (found) explained += letters;
    if (found || !known[at]) all += letters;
    else isWhole = false;
    reading.push(...(found ?? words.slice(at, next)));
    at = next;
  }
  if (explained < leastLetters || explained < all * leastPart) return undefined;
  return { kind: 'transliteration', question: reading.join(' '), isWhole };
}

async function transliterated(
  words: readonly string[],
  known: readonly boolean[],
  tag: string,
  lexicon: Lexicon,
): Promise<Reading | undefined> {
  const script = new Intl.Locale(tag).maximize().script ?? '';
  const spellings = await Promise.all(
    words.map(async (word, at) => (known[at] ? undefined : inOtherLetters(word, script, lexicon))),
  );
  const letters = (isCounted: (at: number) => boolean): number =>
    words.reduce((sum, word, at) => (isCounted(at) ? sum + word.length : sum), 0);
  const all = letters((at) => known[at] !== true);
  const explained = letters((at) => spellings[at] !== undefined);
  const reading = words.map((word, at) => spellings[at] ?? word);
  if (explained < leastLetters || explained < all * leastPart) return undefined;
  return { kind: 'transliteration', question: reading.join(' '), isWhole: !known.includes(true) };
}

/** The most usual word that is written so in other letters. */
async function inOtherLetters(typed: string, script: string, lexicon: Lexicon): Promise<string | undefined> {
  const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’"$-]*/u.exec(typed)?.[0] ?? '';
  if (word.length < leastWritten) return undefined;
  const transliteration = transliterationOf(word, script);
  if (!transliteration) return undefined;
  let best: Pick<KnownWord, 'spelling' | 'articles'> | undefined;
  for (const { spelling, articles } of await lexicon.wordsBeginningWith(transliteration.beginnings)) {
    if (articles <= (best?.articles ?? -1)) continue;
    const form = formsOf(spelling).find((candidate) => transliteration.matches(candidate));
    if (form !== undefined) best = { spelling: form, articles };
  }
  return best?.spelling;
}

/** A word, and what is left of it without the article that Arabic writes in one with it. */
function formsOf(spelling: string): string[] {
  const stem = /^ال(.{3,})$/su.exec(spelling)?.[1];
  return stem === undefined ? [spelling] : [spelling, stem];
}
