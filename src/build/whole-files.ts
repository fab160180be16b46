/** Files that are there whole or not at all, whenever a process is killed. */
import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CommandError } from '../cli/arguments.ts';

/** Writes beside the place first, so that a killed process leaves the old file or the new one. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(beside, content);
    renameSync(beside, file);
  } catch (error) {
    // A full disk is the fuller for half a file.
    rmSync(beside, { force: true });
    throw error;
  }
}

/**
 * Removes what killed processes had begun to write in a folder. Nobody else may be writing there.
 *
 * @param below whether to look in the folders below it too
 */
export function removeUnfinished(folder: string, below: boolean): void {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { recursive: below, withFileTypes: true })) {
    if (entry.isFile() && /\.\d+\.tmp$/.test(entry.name)) rmSync(join(entry.parentPath, entry.name), { force: true });
  }
}

/** Gives a file that nobody will ever write into a second name. */
export function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    // Another file system, or one without links.
    if (!(error instanceof Error) || !('code' in error) || error.code === 'EEXIST' || error.code === 'ENOENT')
      throw error;
    copyFileSync(from, to);
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full. Make room and run the command again',
  // What Node says of a full disk while it copies folders.
  EIO: 'The disk could not be written to; it may be full. Make room and run the command again',
  EDQUOT: 'The quota of the disk is used up. Make room and run the command again',
  EFBIG: 'A file may not become as large as it has to. Raise the limit (`ulimit -f`) and run the command again',
  EROFS: 'The file system may not be written to. Name another place',
  EACCES: 'The place may not be written to by you. Have the permission changed, or name another place',
  EPERM: 'The place may not be written to by you. Have the permission changed, or name another place',
};

/** An error of the file system in words that say what to do; any other as it is. What was there before is still there. */
export function withReason(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
  const reason = reasons[error.code];
  const path = 'path' in error && typeof error.path === 'string' ? ` (${error.path})` : '';
  return reason === undefined
    ? error
    : new CommandError(`${reason}${path}; the last good site is as it was.`, { cause: error });
}
