/** How files are named to people. */
import path, { type PlatformPath } from 'node:path';
import type { FileReference } from '../core/file-reference.ts';
import { contains } from '../disk/contains.ts';

const shownRoots = new Map<string, string>();

/** A file's path as a user of the command would type it. */
export function displayPath({ root, path: below }: FileReference): string {
  // Asked for every article several times, and a root is always shown in the same way.
  let shown = shownRoots.get(root);
  if (shown === undefined) shownRoots.set(root, (shown = displayRoot(root, process.cwd())));
  return shown + below;
}

/**
 * A content directory, with a slash at its end, where it is not the working directory itself. Paths have `/` in them on every system:
 * those of articles do, and a message has no other separators beside them.
 */
export function displayRoot(root: string, folder: string, system: PlatformPath = path): string {
  if (!contains(folder, root, system)) return `${slashed(root, system).replace(/\/$/, '')}/`;
  const shown = slashed(system.relative(folder, root), system);
  return shown === '' ? '' : `${shown}/`;
}

/** A path with `/` for the separators of Windows, which takes both. Elsewhere a `\\` is part of a name. */
function slashed(text: string, system: PlatformPath): string {
  return text.replaceAll(system.sep, '/');
}
