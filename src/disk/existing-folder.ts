import { existsSync, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { UsageError } from '../core/errors.ts';
import { problemOf } from './folders.ts';

/** Returns the absolute path of a directory; throws a UsageError if it is missing, unreadable or a file. */
export function folderAt(folder: string): string {
  const found = lookAt(folder);
  if (found?.isDirectory() === true) return folder;
  if (found)
    throw new UsageError(`${folder} is a file, expected a directory. Name the one that holds it: ${dirname(folder)}`);
  const divided = folder.replaceAll('\\', '/');
  const hint = divided !== folder && existsSync(divided) ? ` Folders are divided by \`/\`: ${divided}` : '';
  throw new UsageError(`There is no directory ${folder}.${hint}`);
}

function lookAt(folder: string): Stats | undefined {
  try {
    return statSync(folder, { throwIfNoEntry: false });
  } catch (error) {
    throw new UsageError(`${folder} cannot be looked into: ${problemOf(error)}.`, { cause: error });
  }
}
