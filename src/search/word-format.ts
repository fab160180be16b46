/**
 * How the words of the articles are kept: one a line, in files of which a misspelt word needs two. One slip spares the first letter of a
 * word or its end, and so do nearly all pairs of slips; so each word lies in the file of its beginning and in that of its end.
 */
import { divider } from './files.ts';
import { pieceOf } from './related-format.ts';
import { fold } from './words.ts';

/** A word that articles have. */
export interface KnownWord {
  /** As articles write it. */
  readonly spelling: string;
  /** Folded. */
  readonly word: string;
  /** Power of two of the number of articles that have it. */
  readonly articles: number;
}

/** Fewer are the end of too many words. */
const endLetters = 3;

/**
 * The file of the words that begin with a letter.
 *
 * @param word folded
 */
export function fileOfBeginning(word: string, files: number): number {
  return pieceOf(`^${Array.from(word).slice(0, 1).join('')}`, files);
}

/**
 * The file of the words that end like this one.
 *
 * @param word folded
 */
export function fileOfEnd(word: string, files: number): number {
  const letters = Array.from(word);
  // Where the first two letters of a word are swapped, all others are as they were.
  return pieceOf(`$${letters.slice(Math.max(2, letters.length - endLetters)).join('')}`, files);
}

export function wordLine(spelling: string, articles: number): string {
  return `${spelling}${divider}${articles}`;
}

/** Lines of any other form are left out. */
export function parseWords(text: string): KnownWord[] {
  return text.split('\n').flatMap((line) => {
    const [, spelling, articles] = linePattern.exec(line) ?? [];
    return spelling === undefined ? [] : [{ spelling, word: fold(spelling), articles: Number(articles) }];
  });
}

const linePattern = new RegExp(`^([^\\s${divider}]+)${divider}(\\d{1,2})$`);
