/**
 * Writes files into folders whose content others decide: content directories, and outputs that users name. Follows no symbolic link
 * below such a folder.
 */
import { lstatSync, type Stats } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { CommandError } from '../core/errors.ts';
import { writeAtomic } from './atomic-files.ts';

/**
 * Why a file below a folder cannot be written; undefined if it can.
 *
 * @param root the folder; its own path may contain links
 * @param path below it, with `/` as the separator
 */
export function obstacleTo(root: string, path: string): string | undefined {
  const parts = path.split('/');
  if (isAbsolute(path) || path.includes('\0') || parts.some((part) => part === '' || part === '.' || part === '..'))
    return `\`${path}\` is not a path below the folder`;
  let place = root;
  for (const [index, part] of parts.entries()) {
    place = join(place, part);
    const found = lookAt(place);
    if (found === undefined) return undefined;
    if (typeof found === 'string') return `${place} cannot be looked at (${found})`;
    if (found.isSymbolicLink())
      return `${place} is a symbolic link, which may lead anywhere; put the file itself there`;
    const isLast = index === parts.length - 1;
    if (isLast ? !found.isFile() : !found.isDirectory()) return `${place} is not a ${isLast ? 'file' : 'folder'}`;
  }
  return undefined;
}

/**
 * Writes a file below a folder, as a whole or not at all.
 *
 * @param mode permissions of the file; those of a new file where undefined
 * @throws CommandError if `obstacleTo` finds an obstacle
 */
export function writeContained(root: string, path: string, content: string | Uint8Array, mode?: number): void {
  const obstacle = obstacleTo(root, path);
  if (obstacle !== undefined) throw new CommandError(`${join(root, path)} was not written: ${obstacle}.`);
  writeAtomic(join(root, path), content, mode);
}

/** What is at a path, links not followed: undefined if nothing is, the code of the error if that cannot be told. */
function lookAt(place: string): Stats | string | undefined {
  try {
    return lstatSync(place, { throwIfNoEntry: false });
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}
