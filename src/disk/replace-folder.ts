import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Puts a finished folder in the place of another. What stood there is set aside first and comes back where the move fails, so
 * that there is always one whole site.
 *
 * @param keepOldAt where to keep what stood there, instead of what lies at that place; it is removed where undefined
 * @returns whether what stood there is kept: nothing may have stood there, or a disk may have no room for it
 */
export function replaceFolder(fresh: string, place: string, keepOldAt?: string): boolean {
  const [aside, beside] = [oldFolderOf(place), newFolderOf(place)];
  rmSync(aside, { recursive: true, force: true });
  rmSync(beside, { recursive: true, force: true });
  mkdirSync(dirname(place), { recursive: true });
  moveOrCopy(fresh, beside);
  if (existsSync(place)) retryOnWindows(() => renameSync(place, aside));
  try {
    retryOnWindows(() => renameSync(beside, place));
  } catch (error) {
    if (existsSync(aside)) retryOnWindows(() => renameSync(aside, place));
    throw error;
  }
  const isKept = keepOldAt !== undefined && existsSync(aside) && keepOld(aside, keepOldAt);
  rmSync(aside, { recursive: true, force: true });
  return isKept;
}

/** How long to wait for other programs, in milliseconds; each time longer. */
const waits = [10, 20, 50, 100, 200, 500, 1000];

/**
 * Does what Windows refuses while another program has a file open there, such as a scanner that looks at each new one: again after a
 * while, and then for good as it ends.
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

/** Keeps a folder at another place; false where the disk does not take it. The new site is published by then, so that is no failure. */
function keepOld(aside: string, keepOldAt: string): boolean {
  rmSync(keepOldAt, { recursive: true, force: true });
  try {
    moveOrCopy(aside, keepOldAt);
    return true;
  } catch {
    return false;
  }
}

/** Puts back what a swap had set aside when it was killed halfway, and removes what else it left. */
export function recoverFolder(place: string): void {
  const aside = oldFolderOf(place);
  if (!existsSync(place) && existsSync(aside)) renameSync(aside, place);
  for (const left of [aside, newFolderOf(place)]) rmSync(left, { recursive: true, force: true });
}

function oldFolderOf(place: string): string {
  return `${place}.languedocs-old`;
}

function newFolderOf(place: string): string {
  return `${place}.languedocs-new`;
}

/** Moves a folder to a place where nothing is. A copy that fails leaves nothing there: a full disk stays full no longer than it has to. */
function moveOrCopy(from: string, to: string): void {
  try {
    retryOnWindows(() => renameSync(from, to));
  } catch (error) {
    // Another file system: a rename cannot reach it.
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'EXDEV') throw error;
    try {
      // Times tell whether a file has changed.
      cpSync(from, to, { recursive: true, preserveTimestamps: true });
    } catch (failure) {
      rmSync(to, { recursive: true, force: true });
      throw failure;
    }
    rmSync(from, { recursive: true });
  }
}
