/** Whether a folder that builds keep still has the files that one of them wrote there. */
import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../core/diagnostics.ts';
import { filesBelow } from './files-below.ts';

/** What the files of a folder were made of, and which they are: the disk may not have kept them, or somebody may have changed them. */
export function folderStamp(madeOf: string, folder: string): string {
  const hash = createHash('sha256');
  const names = existsSync(folder) ? [...filesBelow(folder)].sort(compareText) : [];
  for (const name of names) {
    const { size, mtimeMs } = statSync(join(folder, name));
    hash.update(`${name} ${size} ${mtimeMs}\n`);
  }
  return `${madeOf} ${hash.digest('hex')}`;
}

/** Where the stamp of a folder is kept. */
export function stampFileOf(folder: string): string {
  return `${folder}.stamp`;
}
