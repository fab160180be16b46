/** The table by which Pagefind finds the files of words to load for a term: all those whose range has the term. */
import { itemAt } from '../lists.ts';
import type { ChunkEntry } from './pagefind-files.ts';

/** A file of words. */
export interface Placed {
  readonly name: string;
  readonly first: string;
  readonly last: string;
  /** A beginning that other files have too: who asks for it gets them all. */
  readonly shared?: string;
}

/**
 * The table of files that are in the order of their words. The ends of ranges need not be words; the shorter they are, the smaller is
 * the table. A beginning that is no word lies in the range of the first word that begins so.
 */
export function tableOf(files: readonly Placed[]): ChunkEntry[] {
  const starts = files.map(({ first }, at) => startOf(first, at === 0 ? '' : itemAt(files, at - 1).last));
  return files.flatMap(({ name, last, shared }, at): ChunkEntry[] => {
    const [start, end] = [itemAt(starts, at), endOf(last, starts[at + 1])];
    const isInRange = shared === undefined || (compareBytes(start, shared) <= 0 && compareBytes(shared, end) <= 0);
    return isInRange
      ? [[start, end, name]]
      : [
          [start, end, name],
          [shared, shared, name],
        ];
  });
}

/** The shortest beginning of a word that comes after another one. */
function startOf(first: string, before: string): string {
  return beginningsOf(first).find((start) => compareBytes(before, start) < 0) ?? first;
}

/** The shortest text at or after a word that comes before another, if there is another. */
function endOf(last: string, next: string | undefined): string {
  const isEnd = (text: string): boolean =>
    // No text has the letter that would come after U+D7FF, and none comes after the last of all.
    text.isWellFormed() && compareBytes(last, text) <= 0 && (next === undefined || compareBytes(text, next) < 0);
  return beginningsOf(last).map(successorOf).find(isEnd) ?? last;
}

/** Letters within which words differ; ids may be as long as an article. */
const mostLetters = 64;

function beginningsOf(word: string): string[] {
  const letters = Array.from(word.slice(0, mostLetters)).filter((letter) => letter.isWellFormed());
  return letters.map((_, at) => letters.slice(0, at + 1).join(''));
}

/** The text with the next letter of Unicode in place of its last. */
function successorOf(text: string): string {
  const letters = Array.from(text);
  const last = letters.pop()?.codePointAt(0) ?? 0;
  return letters.join('') + String.fromCodePoint(Math.min(last + 1, lastLetter));
}

const lastLetter = 0x10ffff;

/** The order of Pagefind, which compares words by their bytes. */
export function compareBytes(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}
