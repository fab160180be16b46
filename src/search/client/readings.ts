/**
 * Other readings of a question whose words no article has: typed with the keyboard in another layout, or in letters of another
 * script. A reading counts only where its words stand in the articles, so that nothing is ever offered that finds nothing. Loaded
 * only when it is needed.
 */
import type { KnownWord } from '../word-format.ts';
import { fold, isDense, termsOf } from '../words.ts';
import { keyboards } from './keyboards.ts';
import { longestSyllable, type PronouncedTitles, Pronunciations } from './pronunciation.ts';
import { oddlyJoined } from './spelling.ts';
import { transliterationOf } from './transliteration.ts';

/** Whose articles are asked. */
export interface Lexicon {
  /** Number of the articles that have all of these terms. */
  count(terms: readonly string[]): Promise<number>;
  /** Words of the articles, among them all that begin with one of these letters. */
  wordsBeginningWith(letters: readonly string[]): Promise<readonly KnownWord[]>;
  /** Titles, and what they sound like; asked for in Chinese only. Undefined where they cannot be loaded. */
  pronouncedTitles(): Promise<PronouncedTitles | undefined>;
}

/** A question as it was meant. */
export interface Reading {
  readonly kind: 'keyboard' | 'transliteration';
  readonly question: string;
  /** True where articles have no word of the question as it was typed. */
  readonly isWhole: boolean;
}

/** Nobody types a paragraph before looking at the screen. */
const mostWords = 12;
/** The same in scripts without blanks, where each pair of characters takes a file. */
const mostCharacters = 200;
/** Part of the letters that a reading must explain. */
const leastPart = 2 / 3;
/** Letters that must be explained: fewer are a word of some language by chance. */
const leastLetters = 4;
/** Below this length a piece between such signs may be no word. */
const leastPiece = 3;
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

interface Changed {
  readonly typed: string;
  readonly word: string;
}

async function keyboardReading(
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

/** Whether articles have a word, or all its parts. What is no word, nobody misses. */
async function isKnown(word: string, lexicon: Lexicon): Promise<boolean> {
  const pieces = word.match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];
  const terms = termsOf(word);
  const [whole] = terms;
  if (whole === undefined) return true;
  if (isDense(word)) return (await lexicon.count(terms)) > 0;
  // Of a word in shreds the first term is a piece.
  if (fold(pieces.join('')).slice(0, whole.length + 1) === whole && (await lexicon.count([whole])) > 0) return true;
  // Keys of other layouts are letters here, so that short pieces of words are left.
  if (oddlyJoined.test(word) && pieces.some((piece) => piece.length < leastPiece)) return false;
  for (const piece of pieces) {
    const [first, ...rest] = termsOf(piece);
    // Arabic and Hebrew words stand in the articles with other prefixes and endings, too.
    const forms =
      first === undefined ? [] : [first, ...rest.filter((term) => first.includes(term) && !/\p{N}|[a-z]/u.test(term))];
    const found = await Promise.all(forms.map((term) => lexicon.count([term])));
    if (found.every((count) => count === 0)) return false;
  }
  return true;
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
