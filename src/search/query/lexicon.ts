/** What other readings of a question are looked up in, and what they must have in common with the articles. */
import type { KnownWord } from '../word-format.ts';
import { fold, isDense, termsOf } from '../words.ts';
import type { PronouncedTitles } from './pronunciation.ts';
import { oddlyJoined } from './spelling.ts';

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

/** Part of the letters that a reading must explain. */
export const leastPart = 2 / 3;
/** Letters that must be explained: fewer are a word of some language by chance. */
export const leastLetters = 4;
/** Below this length a piece between such signs may be no word. */
const leastPiece = 3;

/** Whether articles have a word, or all its parts. Signs alone count as known. */
export async function isKnown(word: string, lexicon: Lexicon): Promise<boolean> {
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
