import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Puts a finished folder in the place of another. What stood there is set aside first and comes back where the move fails, so
 * that there is always one whole site.
 *
 * @param retired where to keep what stood there, instead of what lies at that place; it is removed where undefined
 */
export function swap(fresh: string, place: string, retired?: string): void {
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
  if (retired !== undefined && existsSync(aside)) {
    rmSync(retired, { recursive: true, force: true });
    moveOrCopy(aside, retired);
  } else {
    rmSync(aside, { recursive: true, force: true });
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

function moveOrCopy(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    // Another file system: a rename cannot reach it.
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'EXDEV') throw error;
    cpSync(from, to, { recursive: true });
    rmSync(from, { recursive: true });
  }
}
