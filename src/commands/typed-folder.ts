/** Directories that somebody has named. */
import { existsSync, type Stats, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { problemOf } from '../disk/folders.ts';
import { type Arguments, UsageError } from './arguments.ts';
import { typedPath } from './npm.ts';

/** The absolute path of a directory that the command line names. Throws a UsageError where there is none. */
export function typedFolder(text: string): string {
  return folderAt(typedPath(text));
}

/** The finished site that `--site` names, else `dist`. Whether a site is there, the command finds out. */
export function siteFolder(args: Arguments): string {
  const named = args.string('site');
  return named === undefined ? resolve('dist') : typedFolder(named);
}

/** A directory by its absolute path. Throws a UsageError where there is none. */
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
