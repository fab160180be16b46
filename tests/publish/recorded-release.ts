/** A finished site for tests of builds, with the note that a build would have left. */
import { join } from 'node:path';
import { type FileGroup, foldersOf, type Manifest, recordOf, timesOf } from '../../src/publish/manifest.ts';

/** The manifest of a folder. */
export function manifestOf(
  folder: string,
  keys: Readonly<Record<string, string>>,
  groups: ReadonlyMap<string, FileGroup> = new Map(),
): Manifest {
  const records = Object.entries(keys).map(([path, key]) => [path, recordOf(join(folder, path), key)] as const);
  return { files: new Map(records), folders: timesOf(folder, foldersOf(Object.keys(keys))), groups, minorFlaws: [] };
}
