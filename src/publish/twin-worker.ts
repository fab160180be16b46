/** Makes a second folder of the same files, in a thread of its own while the first is looked at. */
import { linkSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Folders, foldersOf, timesOf } from './manifest.ts';

export interface TwinTask {
  readonly from: string;
  /** What lies there is removed. */
  readonly to: string;
  /** Paths of files below both folders. */
  readonly files: readonly string[];
}

/** Undefined where the file system has no links, and so nothing was made. */
export function makeTwin({ from, to, files }: TwinTask): Folders | undefined {
  const folders = foldersOf(files);
  try {
    rmSync(to, { recursive: true, force: true });
    for (const folder of folders) mkdirSync(join(to, folder), { recursive: true });
    for (const file of files) linkSync(join(from, file), join(to, file));
    return timesOf(to, folders);
  } catch {
    rmSync(to, { recursive: true, force: true });
    return undefined;
  }
}
