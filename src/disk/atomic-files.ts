/** Files that are there whole or not at all, whenever a process is killed. */
import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { CommandError } from '../core/errors.ts';
import { fileErrorText } from './file-errors.ts';
import { listFolder } from './folders.ts';

/**
 * Writes beside the place first, so that a killed process leaves the old file or the new one. A symbolic link at the place is replaced,
 * not followed; for links on the way to it see `writeContained`.
 *
 * @param mode permissions of the file; those of a new file where undefined
 */
export function writeAtomic(file: string, content: string | Uint8Array, mode?: number): void {
  mkdirSync(dirname(file), { recursive: true });
  const beside = temporaryBeside(file);
  try {
    writeFileSync(beside, content, { flag: 'wx', mode });
    // What a new file gets is less what the user's mask takes away.
    if (mode !== undefined) chmodSync(beside, mode & 0o777);
    renameSync(beside, file);
  } catch (error) {
    // A full disk is the fuller for half a file.
    rmSync(beside, { force: true });
    // Nobody has named the temporary file: what cannot be written is the one beside it.
    if (error instanceof Error && 'path' in error && error.path === beside)
      Object.assign(error, { path: file, message: error.message.replaceAll(beside, file) });
    throw error;
  }
}

/**
 * A name for a file that will take another's place, in the same folder. Nobody can know it before, so that no link lies in wait there;
 * still it is to be opened exclusively (`wx`), which follows none. It fits beside the longest names, and nothing takes it for an article.
 */
export function temporaryBeside(file: string): string {
  return join(dirname(file), `.languedocs-${randomUUID()}.tmp`);
}

/** The names of `temporaryBeside`, and those that earlier versions gave, which end in the number of a process. */
const unfinished = /^\.languedocs-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$|\.\d+\.tmp$/;

/**
 * Removes what killed processes had begun to write in a folder, and links that have such names. Nobody else may be writing there.
 *
 * @param below whether to look in the folders below it too, but for those that nothing is written into: hidden ones and packages
 */
export function removeUnfinished(folder: string, below: boolean): void {
  for (const { name, kind, isNamed } of listFolder(folder).entries) {
    if (!isNamed) continue;
    const place = join(folder, name);
    if (kind === 'folder') {
      if (below && !/^\.|^node_modules$/i.test(name)) removeUnfinished(place, true);
    } else if ((kind === 'file' || kind === 'link') && unfinished.test(name)) {
      rmSync(place, { force: true });
    }
  }
}

/** Gives a file that is replaced and never written into a second name; where there are no links, copies it with its times. */
export function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    // Another file system, or one without links.
    if (!(error instanceof Error) || !('code' in error) || error.code === 'EEXIST' || error.code === 'ENOENT')
      throw error;
    copyFileSync(from, to);
    const { atime, mtime } = statSync(from);
    utimesSync(to, atime, mtime);
  }
}

/** An error of the file system in words that say what to do; any other as it is. What was there before is still there. */
export function withReason(error: unknown): unknown {
  const text = fileErrorText(error);
  return text === undefined ? error : new CommandError(`${text}; the last good site is as it was.`, { cause: error });
}
