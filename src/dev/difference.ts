/** What has changed in a translation since another revision of Git, sentence by sentence. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { CommandError } from '../cli/arguments.ts';
import { parseManuscript } from '../pipeline/parse/manuscript.ts';

/** A piece of a line: in both revisions, or in one. */
export interface Piece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

export interface Difference {
  readonly revision: string;
  /** Lines that differ, each in pieces. */
  readonly lines: readonly (readonly Piece[])[];
}

/** Throws where Git does not know the revision or the file in it. */
export function differenceSince(revision: string, path: string, sourceLocale: string): Difference {
  if (!/^[\w][\w./~^@{}-]*$/.test(revision)) throw new CommandError(`\`${revision}\` is no revision.`);
  const before = linesOf(atRevision(revision, path), path, sourceLocale);
  const after = linesOf(readFileSync(path, 'utf8'), path, sourceLocale);
  return { revision, lines: changedLines(before, after) };
}

function atRevision(revision: string, path: string): string {
  try {
    return execFileSync('git', ['-C', dirname(path), 'show', `${revision}:./${basename(path)}`], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    const said = (error as { stderr?: string }).stderr?.trim().split('\n')[0];
    throw new CommandError(`Git does not know this file in \`${revision}\`${said === undefined ? '' : ` (${said})`}.`, {
      cause: error,
    });
  }
}

/** The translation without the originals that stand beside it in the file. */
function linesOf(text: string, path: string, sourceLocale: string): string[] {
  const source = { root: dirname(path), path: basename(path), text: text.replace(/\r\n?/g, '\n'), digest: '' };
  const { manuscript } = parseManuscript(source, 'target', sourceLocale);
  return (manuscript?.draft.text ?? source.text).split('\n');
}

/** Lines that differ; one that took the place of another is compared with it word by word. */
export function changedLines(before: readonly string[], after: readonly string[]): Piece[][] {
  const lines: Piece[][] = [];
  let [removed, added]: [string[], string[]] = [[], []];
  const flush = () => {
    for (let index = 0; index < Math.max(removed.length, added.length); index++) {
      const pieces = wordPieces(removed[index] ?? '', added[index] ?? '');
      if (pieces.some(({ text }) => text.trim() !== '')) lines.push(pieces);
    }
    [removed, added] = [[], []];
  };
  for (const { kind, text } of compare(before, after)) {
    if (kind === 'same') flush();
    else if (kind === 'removed') removed.push(text);
    else added.push(text);
  }
  flush();
  return lines;
}

function wordPieces(before: string, after: string): Piece[] {
  const pieces: Piece[] = [];
  for (const { kind, text } of compare(wordsOf(before), wordsOf(after))) {
    const last = pieces.at(-1);
    if (last?.kind === kind) pieces[pieces.length - 1] = { kind, text: last.text + text };
    else pieces.push({ kind, text });
  }
  return pieces;
}

const words = new Intl.Segmenter('und', { granularity: 'word' });

function wordsOf(text: string): string[] {
  return [...words.segment(text)].map(({ segment }) => segment);
}

/** The longest common subsequence of two lists, with what is only in one of them between. */
function compare(before: readonly string[], after: readonly string[]): Piece[] {
  const [n, m] = [before.length, after.length];
  const lengths = Array.from({ length: n + 1 }, () => new Uint32Array(m + 1));
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = n - 1; i >= 0; i--) {
    const row = lengths[i];
    if (!row) continue;
    for (let j = m - 1; j >= 0; j--)
      row[j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < n || j < m) {
    if (i < n && j < m && before[i] === after[j]) {
      pieces.push({ kind: 'same', text: before[i] ?? '' });
      i++;
      j++;
    } else if (j >= m || (i < n && at(i + 1, j) >= at(i, j + 1)))
      pieces.push({ kind: 'removed', text: before[i++] ?? '' });
    else pieces.push({ kind: 'added', text: after[j++] ?? '' });
  }
  return pieces;
}
