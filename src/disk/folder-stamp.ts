/** Tells whether a folder that a build has kept still has the files that the build wrote. */
import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../core/diagnostics.ts';
import { filesBelow } from './files-below.ts';

/** A stamp that differs when the inputs of a folder differ, or the names, sizes or times of its files. */
export function folderStamp(madeOf: string, folder: string): string {
  const hash = createHash('sha256');
  const names = existsSync(folder) ? [...filesBelow(folder)].sort(compareText) : [];
  for (const name of names) {
    const { size, mtimeMs } = statSync(join(folder, name));
    hash.update(`${name} ${size} ${mtimeMs}\n`);
  }
  return `${madeOf} ${hash.digest('hex')}`;
}

/** The file that holds the stamp of a folder. */
export function stampFileOf(folder: string): string {
  return `${folder}.stamp`;
}
