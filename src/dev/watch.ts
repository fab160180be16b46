/** Watches directories for a preview. */
import { existsSync, type FSWatcher, lstatSync, watch } from 'node:fs';
import { join } from 'node:path';
import { isHidden } from '../pipeline/files/file-kinds.ts';
import { listFolder } from '../disk/folders.ts';

/** Editors write a file in several steps: what happens within this time is one change. */
const togetherMs = 30;

/**
 * Tells of changed, new and removed files below folders, some at a time, by their absolute paths. A folder that was added is told of
 * as well. Links to folders are not followed, as when articles are read: they may lead anywhere, and back.
 *
 * @returns ends the watch
 */
export function watchFolders(folders: readonly string[], onChange: (paths: ReadonlySet<string>) => void): () => void {
  const watchers = new Map<string, FSWatcher>();
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  const note = (path: string) => {
    changed.add(path);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const paths = new Set(changed);
      changed.clear();
      onChange(paths);
    }, togetherMs);
  };

  // One watcher a folder: Node's own recursive watch opens one for each file, where systems allow only so many.
  const add = (folder: string) => {
    if (watchers.has(folder)) return;
    const watcher = watch(folder, (_event, name) => {
      if (name === null) {
        note(folder);
        return;
      }
      const path = join(folder, name);
      if (isWatched(name) && isFolder(path)) addIfPossible(path);
      else drop(path);
      note(path);
    });
    // A folder that is removed; its parent tells.
    watcher.on('error', () => drop(folder));
    watchers.set(folder, watcher);
    for (const { name, kind, isNamed } of listFolder(folder).entries) {
      if (kind === 'folder' && isNamed && isWatched(name)) addIfPossible(join(folder, name));
    }
  };
  // One that may not be read, or is gone again, costs the others nothing.
  const addIfPossible = (folder: string) => {
    try {
      add(folder);
    } catch {
      drop(folder);
    }
  };
  // A folder that comes back under the same name is another one.
  const drop = (folder: string) => {
    for (const [watched, watcher] of watchers) {
      if (watched !== folder && !watched.startsWith(join(folder, '/'))) continue;
      watchers.delete(watched);
      watcher.close();
    }
  };

  for (const folder of folders) if (existsSync(folder)) add(folder);
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers.values()) watcher.close();
  };
}

function isWatched(name: string): boolean {
  return name !== 'node_modules' && !isHidden(name);
}

/** A link to a folder is none: it may lead anywhere. */
function isFolder(path: string): boolean {
  try {
    return lstatSync(path).isDirectory();
  } catch {
    return false;
  }
}
