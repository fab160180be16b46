/** Where files from several directories go below one. */
import { basename } from 'node:path';
import type { FileReference } from '../core/file-reference.ts';

/** Keeps the path of each file; where two directories have the same one, each directory gets a folder of its own. */
export function placesOf(files: readonly FileReference[]): (file: FileReference) => string {
  const roots = new Map<string, string>();
  const taken = new Set<string>();
  for (const { root } of files) {
    if (roots.has(root)) continue;
    let name = basename(root);
    for (let count = 2; taken.has(name); count++) name = `${basename(root)}-${count}`;
    taken.add(name);
    roots.set(root, name);
  }
  const paths = new Map(files.map(({ root, path }) => [path, root]));
  const isShared = files.some(({ root, path }) => paths.get(path) !== root);
  return ({ root, path }) => (isShared ? `${roots.get(root) ?? basename(root)}/${path}` : path);
}
