/** Replaces a folder as a whole: at any time, either the old or the new one is at its place or beside it. */
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Moves a finished folder to a place. What is there is set aside first and restored if the move fails. After a kill in between,
 * `recoverFolder` restores it.
 *
 * @param keepOldAt where to keep what was at the place, replacing what is there; removed where undefined
 * @returns whether something was at the place and is kept; the disk may not have room for it
 */
export function replaceFolder(from: string, place: string, keepOldAt?: string): boolean {
  const [oldFolder, newFolder] = [oldFolderOf(place), newFolderOf(place)];
  rmSync(oldFolder, { recursive: true, force: true });
  rmSync(newFolder, { recursive: true, force: true });
  mkdirSync(dirname(place), { recursive: true });
  moveOrCopy(from, newFolder);
  if (existsSync(place)) retryOnWindows(() => renameSync(place, oldFolder));
  try {
    retryOnWindows(() => renameSync(newFolder, place));
  } catch (error) {
    if (existsSync(oldFolder)) retryOnWindows(() => renameSync(oldFolder, place));
    throw error;
  }
  const isKept = keepOldAt !== undefined && existsSync(oldFolder) && keepOld(oldFolder, keepOldAt);
  rmSync(oldFolder, { recursive: true, force: true });
  return isKept;
}

/** Milliseconds to wait before each further attempt. */
const waits = [10, 20, 50, 100, 200, 500, 1000];

/**
 * Runs `work`, which renames a folder. Windows refuses that while another program, such as a virus scanner, has a file open there: then
 * tries again for two seconds before it throws the error.
 */
export function retryOnWindows(work: () => void, platform = process.platform): void {
  for (const wait of platform === 'win32' ? waits : []) {
    try {
      work();
      return;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code !== 'EPERM' && code !== 'EBUSY' && code !== 'EACCES') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait);
    }
  }
  work();
}

/** Moves the old folder to where it is kept. The new one is in place already, so an error only means that the old one is not kept. */
function keepOld(oldFolder: string, keepOldAt: string): boolean {
  rmSync(keepOldAt, { recursive: true, force: true });
  try {
    moveOrCopy(oldFolder, keepOldAt);
    return true;
  } catch {
    return false;
  }
}

/** Restores the old folder where `replaceFolder` was killed before the new one was in place, and removes what else it left. */
export function recoverFolder(place: string): void {
  const oldFolder = oldFolderOf(place);
  if (!existsSync(place) && existsSync(oldFolder)) renameSync(oldFolder, place);
  for (const left of [oldFolder, newFolderOf(place)]) rmSync(left, { recursive: true, force: true });
}

function oldFolderOf(place: string): string {
  return `${place}.languedocs-old`;
}

function newFolderOf(place: string): string {
  return `${place}.languedocs-new`;
}

/** Moves a folder to a free place, across file systems if necessary. A failed copy is removed at once: the disk may be full. */
function moveOrCopy(from: string, to: string): void {
  try {
    retryOnWindows(() => renameSync(from, to));
  } catch (error) {
    // Renames do not cross file systems.
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'EXDEV') throw error;
    try {
      // Manifests tell unchanged files by their times.
      cpSync(from, to, { recursive: true, preserveTimestamps: true });
    } catch (failure) {
      rmSync(to, { recursive: true, force: true });
      throw failure;
    }
    rmSync(from, { recursive: true });
  }
}
