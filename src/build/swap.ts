import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Puts a finished folder in the place of another. What stood there is set aside first and comes back where the move fails, so
 * that there is always one whole site.
 *
 * @param retired where to keep what stood there, instead of what lies at that place; it is removed where undefined
 * @returns whether what stood there is kept: nothing may have stood there, or a disk may have no room for it
 */
export function swap(fresh: string, place: string, retired?: string): boolean {
  const [aside, beside] = [asideOf(place), besideOf(place)];
  rmSync(aside, { recursive: true, force: true });
  rmSync(beside, { recursive: true, force: true });
  mkdirSync(dirname(place), { recursive: true });
  moveOrCopy(fresh, beside);
  if (existsSync(place)) renameSync(place, aside);
  try {
    renameSync(beside, place);
  } catch (error) {
    if (existsSync(aside)) renameSync(aside, place);
    throw error;
  }
  const isKept = retired !== undefined && existsSync(aside) && retire(aside, retired);
  rmSync(aside, { recursive: true, force: true });
  return isKept;
}

/** Keeps a folder at another place; false where the disk does not take it. The new site is published by then, so that is no failure. */
function retire(aside: string, retired: string): boolean {
  rmSync(retired, { recursive: true, force: true });
  try {
    moveOrCopy(aside, retired);
    return true;
  } catch {
    return false;
  }
}

/** Puts back what a swap had set aside when it was killed halfway, and removes what else it left. */
export function recover(place: string): void {
  const aside = asideOf(place);
  if (!existsSync(place) && existsSync(aside)) renameSync(aside, place);
  for (const left of [aside, besideOf(place)]) rmSync(left, { recursive: true, force: true });
}

function asideOf(place: string): string {
  return `${place}.languedocs-old`;
}

function besideOf(place: string): string {
  return `${place}.languedocs-new`;
}

/** Moves a folder to a place where nothing is. A copy that fails leaves nothing there: a full disk stays full no longer than it has to. */
function moveOrCopy(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    // Another file system: a rename cannot reach it.
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'EXDEV') throw error;
    try {
      cpSync(from, to, { recursive: true });
    } catch (failure) {
      rmSync(to, { recursive: true, force: true });
      throw failure;
    }
    rmSync(from, { recursive: true });
  }
}
