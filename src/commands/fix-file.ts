/** The work behind `npm run fix`: safe repairs written into the files, whole or not at all. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { decodeExactly } from '../pipeline/files/encoding.ts';
import { problemOf } from '../disk/folders.ts';
import { mendText } from '../pipeline/repairs/mend-file.ts';
import type { FileReference } from '../core/file-reference.ts';
import { obstacleTo, writeContained } from '../disk/contained-files.ts';

export interface Fixed {
  readonly file: FileReference;
  readonly before: string;
  readonly after: string;
  readonly done: readonly { readonly rule: string; readonly count: number }[];
  /** Why the file was left as it is, although there is something to mend. */
  readonly refused?: string;
}

/** Mends one file; undefined where there is nothing to mend. Writes unless `dryRun`, and never through a symbolic link. */
export function fixFile(file: FileReference, sourceLocale: string, dryRun: boolean): Fixed | undefined {
  const obstacle = obstacleTo(file.root, file.path);
  if (obstacle !== undefined) return { file, before: '', after: '', done: [], refused: obstacle };
  const path = join(file.root, file.path);
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return { file, before: '', after: '', done: [], refused: `it cannot be read (${problemOf(error)})` };
  }
  const decoded = decodeExactly(bytes);
  const before = decoded?.text ?? bytes.toString('utf8').replace(/\r\n?/g, '\n');
  const digest = createHash('sha256').update(bytes).digest('hex');
  const { text: after, done } = mendText({ ...file, text: before, digest }, sourceLocale);
  if (after === before) return undefined;
  const encoded = decoded?.encode(after);
  if (!encoded) {
    const refused = decoded
      ? 'its lines end in different ways'
      : 'it is no valid text, so that nobody can write it back unchanged';
    return { file, before, after: before, done: [], refused };
  }
  // Readers see the old bytes or the new ones, and the file keeps its permissions.
  try {
    if (!dryRun) writeContained(file.root, file.path, encoded, statSync(path).mode);
  } catch (error) {
    // A full disk ends the run; a folder that may not be written to is that of some articles.
    const isRefused = error instanceof Error && 'code' in error && /^(?:EACCES|EPERM|EROFS)$/.test(String(error.code));
    if (!isRefused) throw error;
    return { file, before, after: before, done: [], refused: `it cannot be written to (${problemOf(error)})` };
  }
  return { file, before, after, done };
}
