/** Writes files as a whole or not at all, even if the process is killed. */
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
 * Writes a temporary file in the same folder and renames it, so that a killed process leaves the old file or the new one. A symbolic
 * link at the path is replaced, not followed; for links in the folders above it see `writeContained`.
 *
 * @param mode permissions of the file; those of a new file where undefined
 */
export function writeAtomic(file: string, content: string | Uint8Array, mode?: number): void {
  mkdirSync(dirname(file), { recursive: true });
  const beside = temporaryBeside(file);
  try {
    writeFileSync(beside, content, { flag: 'wx', mode });
    // The user's mask has removed permissions from the new file.
    if (mode !== undefined) chmodSync(beside, mode & 0o777);
    renameSync(beside, file);
  } catch (error) {
    // Remove the partial file: the disk may be full.
    rmSync(beside, { force: true });
    // Users know the file, not its temporary name.
    if (error instanceof Error && 'path' in error && error.path === beside)
      Object.assign(error, { path: file, message: error.message.replaceAll(beside, file) });
    throw error;
  }
}

/**
 * A temporary name in the folder of a file. It cannot be guessed, so nobody can put a link there in advance; open it exclusively (`wx`)
 * all the same, which follows no link. It is short enough for any folder and has no extension of an article.
 */
export function temporaryBeside(file: string): string {
  return join(dirname(file), `.languedocs-${randomUUID()}.tmp`);
}

/** The names of `temporaryBeside`, and those of earlier versions, which end in a process id. */
const unfinished = /^\.languedocs-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$|\.\d+\.tmp$/;

/**
 * Removes temporary files, and links with such names, that killed processes have left in a folder. No other process may be writing there.
 *
 * @param below whether to include the folders below, except hidden ones and packages, into which commands do not write
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

/** Gives a file a second name, or copies it with its times where links do not work. Only for files that are replaced, never modified. */
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

/** Turns an error of the file system into a CommandError that says what to do; returns any other error as it is. */
export function withReason(error: unknown): unknown {
  const text = fileErrorText(error);
  return text === undefined ? error : new CommandError(`${text}; the last good site is as it was.`, { cause: error });
}
