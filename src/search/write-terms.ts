/** Writes the terms of an index into files so small that a question loads little beside what it asks for. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { itemAt } from '../core/lists.ts';
import { writeCompressed } from './compressed.ts';
import { termsFile, termsFolder, termsPiece } from './files.ts';
import { placesText, tableText, type TermPlace, termsText, type TermTable } from './term-format.ts';

/** A term, without blanks, and the articles that have it, ascending. */
export type PlacedTerm = readonly [term: string, places: readonly TermPlace[]];

/**
 * Bytes of a file of terms, compressed, where no single term takes more. Each file takes some five bytes of the table, which every
 * question loads; on 2,900 articles, table and files for questions of eight words take the least with 700 to 1,000.
 */
const wantedBytes = 900;
/** Of the names of files, in base 36. In the table they are what cannot be compressed. */
const nameLength = 4;

type Line = readonly [term: string, places: string];

/**
 * Files are named by what they hold, so that what has not changed keeps its name, and is not written again.
 *
 * @param counts for the table
 * @param terms each once, in any order
 * @param wanted bytes of a file
 */
export function writeTerms(
  folder: string,
  counts: Pick<TermTable, 'articles' | 'order' | 'wordFiles'>,
  terms: Iterable<PlacedTerm>,
  wanted = wantedBytes,
): void {
  mkdirSync(join(folder, termsFolder), { recursive: true });
  const lines = Array.from(terms, ([term, places]): Line => [term, placesText(places)]);
  lines.sort(([one], [other]) => (one < other ? -1 : 1));
  const starts: string[] = [];
  const names = new Set<string>();
  let last: string | undefined;
  for (const piece of cut(lines, wanted)) {
    const text = termsText(piece);
    const name = freshName(text, names);
    writeCompressed(folder, termsPiece(name), text);
    starts.push(last === undefined ? '' : startOf(itemAt(piece, 0)[0], last));
    names.add(name);
    last = itemAt(piece, piece.length - 1)[0];
  }
  writeCompressed(folder, termsFile, tableText({ ...counts, starts, names: [...names] }));
  const kept = new Set(Array.from(names, (name) => basename(termsPiece(name))));
  for (const name of readdirSync(join(folder, termsFolder)))
    if (!kept.has(name)) rmSync(join(folder, termsFolder, name), { recursive: true });
}

/**
 * Cut where terms begin differently: who asks for a beginning then loads fewer files, and a new term changes no more than the files
 * around it.
 */
function* cut(lines: readonly Line[], wanted: number): Generator<readonly Line[]> {
  let waiting: Line[] = [];
  let bytes = 0;
  for (const line of lines) {
    while (waiting.length > 0 && bytes + bytesOf(line) > wanted) {
      const piece = waiting.slice(0, bestCut([...waiting, line], wanted));
      yield piece;
      waiting = waiting.slice(piece.length);
      bytes = sizeOf(waiting);
    }
    waiting.push(line);
    bytes += bytesOf(line);
  }
  if (waiting.length > 0) yield waiting;
}

/** How many lines make a file, so that one is left at least: those before the least that neighbours share, in the second half. */
function bestCut(lines: readonly Line[], wanted: number): number {
  let [best, shared, bytes] = [lines.length - 1, Infinity, 0];
  for (const [at, line] of lines.slice(0, -1).entries()) {
    bytes += bytesOf(line);
    if (bytes < wanted / 2 && at < lines.length - 2) continue;
    const common = commonLength(line[0], itemAt(lines, at + 1)[0]);
    if (common > shared) continue;
    [best, shared] = [at + 1, common];
  }
  return best;
}

function commonLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}

function sizeOf(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + bytesOf(line), 0);
}

/** About as many as a line takes when it is compressed: of one with many articles, half of its letters. */
function bytesOf([term, places]: Line): number {
  return term.length + places.length / 2;
}

/** The shortest beginning of a term that comes after another one. */
function startOf(first: string, before: string): string {
  let start = '';
  for (const letter of first) {
    start += letter;
    if (start > before) break;
  }
  return start;
}

/** A name by content; a longer one where another file has the same. */
function freshName(text: string, taken: ReadonlySet<string>): string {
  const digest = BigInt(`0x${createHash('sha256').update(text).digest('hex')}`).toString(36);
  let length = nameLength;
  while (taken.has(digest.slice(-length))) length++;
  return digest.slice(-length);
}
