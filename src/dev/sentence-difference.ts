/** What has changed in a translation since another revision of Git, sentence by sentence. */
import { join, relative } from 'node:path';
import { realpathSync } from 'node:fs';
import { CommandError } from '../core/errors.ts';
import { compareLists, type Effort, fairEffort } from '../core/difference.ts';
import { findRepositoryOf } from '../git/find.ts';
import { withHistory } from '../git/history.ts';
import { parseManuscript } from '../pipeline/parse/manuscript.ts';
import { readSource, sourceFrom } from '../pipeline/read.ts';
import type { Source } from '../pipeline/types.ts';
import type { FileReference } from '../core/file-reference.ts';

/** A piece of a line: in both revisions, or in one. */
export interface Piece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

export interface Difference {
  /** Lines that differ, each in pieces. */
  readonly lines: readonly (readonly Piece[])[];
  /** Number of further lines that differ and are not among them. */
  readonly left: number;
  /** False where so much differs that the end of the texts was not compared. */
  readonly isComplete: boolean;
}

/** More lines are counted and not shown: nobody reads them, and a browser has to draw them. */
const mostLines = 1000;

/** So much is compared word by word, in characters; lines beyond that are shown as a whole. */
const mostByWord = 1_000_000;

/** Throws a `CommandError` where Git does not know the revision or the file in it. */
export async function differenceSince(
  revision: string,
  file: FileReference,
  sourceLocale: string,
): Promise<Difference> {
  const before = linesOf(await atRevision(revision, file), sourceLocale);
  return differenceOf(before, linesOf(readSource(file), sourceLocale));
}

async function atRevision(revision: string, { root, path }: FileReference): Promise<Source> {
  const repository = await findRepositoryOf(root, path);
  if (!repository)
    throw new CommandError(`${root} is in no Git repository, so there is no earlier text to compare with.`);
  return withHistory(repository, async (history) => {
    const place = join(realpathSync(root), path);
    const committed = await history.fileAt(await history.commitOf(revision), place);
    if (committed?.isFile !== true)
      throw new CommandError(
        `There is no ${relative(repository.workTree, place)} in \`${revision}\`. It may be new, or have had another name then.`,
      );
    return sourceFrom({ root, path }, await history.read(committed));
  });
}

/** The translation without the originals that stand beside it in the file. */
function linesOf(source: Source, sourceLocale: string): string[] {
  const { manuscript } = parseManuscript(source, 'target', sourceLocale);
  return (manuscript?.draft.text ?? source.text).split('\n');
}

/** Lines that differ; one that took the place of another is compared with it word by word. */
export function differenceOf(before: readonly string[], after: readonly string[]): Difference {
  const effort = { left: fairEffort };
  const { changes, isComplete } = compareLists(before, after, effort);
  const lines: Piece[][] = [];
  let [left, byWord] = [0, mostByWord];
  for (const { from, removed, to, added } of changes) {
    for (let at = 0; at < Math.max(removed, added); at++) {
      const [old = '', now = ''] = [at < removed ? before[from + at] : '', at < added ? after[to + at] : ''];
      if (old.trim() === '' && now.trim() === '') continue;
      byWord -= old.length + now.length;
      if (lines.length === mostLines) left++;
      else lines.push(byWord < 0 ? wholePieces(old, now) : wordPieces(old, now, effort));
    }
  }
  return { lines, left, isComplete };
}

function wholePieces(before: string, after: string): Piece[] {
  const pieces: Piece[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
  return pieces.filter(({ text }) => text !== '');
}

function wordPieces(before: string, after: string, effort: Effort): Piece[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const pieces: Piece[] = [];
  const add = (kind: Piece['kind'], words: readonly string[]) => {
    if (words.length > 0) pieces.push({ kind, text: words.join('') });
  };
  let at = 0;
  for (const { from, removed, to, added } of compareLists(old, now, effort).changes) {
    add('same', old.slice(at, from));
    add('removed', old.slice(from, from + removed));
    add('added', now.slice(to, to + added));
    at = from + removed;
  }
  add('same', old.slice(at));
  return pieces;
}

const words = new Intl.Segmenter('und', { granularity: 'word' });

function wordsOf(text: string): string[] {
  return [...words.segment(text)].map(({ segment }) => segment);
}
