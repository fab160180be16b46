/** A finished release for tests, with the manifest that a build would have written. */
import { join } from 'node:path';
import { type FileGroup, type Manifest, recordOf } from '../../src/publish/manifest.ts';

/** The manifest of a folder whose files have these keys. */
export function manifestOf(
  folder: string,
  keys: Readonly<Record<string, string>>,
  groups: ReadonlyMap<string, FileGroup> = new Map(),
): Manifest {
  const records = Object.entries(keys).map(([path, key]) => [path, recordOf(join(folder, path), key)] as const);
  return { files: new Map(records), groups, recordedAt: Date.now(), minorFlaws: [] };
}
