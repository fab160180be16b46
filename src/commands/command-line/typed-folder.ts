/** Directories that somebody has named. */
import { resolve } from 'node:path';
import { folderAt } from '../../disk/existing-folder.ts';
import type { Arguments } from './command.ts';
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
