/** Directories that a command line names. */
import { resolve } from 'node:path';
import { folderAt } from '../../disk/existing-folder.ts';
import { typedPath } from './npm.ts';

/** The absolute path of a directory. Throws a UsageError where there is none. */
export function typedFolder(text: string): string {
  return folderAt(typedPath(text));
}

/** The finished site that `--site` names, else `dist`. The command finds out whether a site is there. */
export function siteFolder(named: string | undefined): string {
  return named === undefined ? resolve('dist') : typedFolder(named);
}
