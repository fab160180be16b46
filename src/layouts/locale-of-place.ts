/** Which locale the place of a file says. */
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { localeOfPath } from './locale-of-path.ts';
import { changedAt, listFolder } from '../disk/folders.ts';
import type { FileReference } from '../core/file-reference.ts';

/**
 * The locale that the file's path names, else the name of its content directory, as in a repository for each locale. A directory that is
 * called `docs.fr-fr` can mean only that; `src`, `it` or `fr-FR` itself means a locale only where no folder in it does.
 */
export function localeOfPlace({ root, path }: FileReference): string | undefined {
  const inPath = localeOfPath(path)?.tag;
  if (inPath?.includes('-') === true) return inPath;
  const name = basename(root);
  const ofRoot = localeOfPath(`${name}/x`)?.tag;
  if (ofRoot === undefined) return inPath;
  return name.includes('.') || !holdsLocales(root) ? ofRoot : inPath;
}

/** What was found out about directories, and when they had changed last: each of their files asks. */
const known = new Map<string, { changed: number; holds: boolean }>();

function holdsLocales(root: string): boolean {
  const found = statSync(root, { throwIfNoEntry: false });
  if (!found) return false;
  const changed = changedAt(found);
  const before = known.get(root);
  if (before?.changed === changed) return before.holds;
  const holds = listFolder(root).entries.some(
    ({ name, kind }) => kind === 'folder' && localeOfPath(`${name}/x`) !== undefined,
  );
  known.set(root, { changed, holds });
  return holds;
}
