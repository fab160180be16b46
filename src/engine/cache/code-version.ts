/**
 * What the code is, as part of every key under which something is kept. One answer for all of it: which module a value depends on is
 * never listed, so none can be missing. The price is paid by those who change Languedocs itself: each change makes everything again.
 */
import { createHash, type Hash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compareText } from '../../core/diagnostics.ts';
import { filesBelow } from '../../disk/files-below.ts';

/** The folder of the code that runs: `src`, or what it was compiled into. */
export const codeFolder = join(import.meta.dirname, '../..');

let known: string | undefined;

/** The version of the code that runs, which stays what it was when the process first asked. */
export function codeVersion(): string {
  return (known ??= versionOf(codeFolder));
}

/**
 * Changes with any file in a folder of code, with the `package.json` of its package, with the packages that the nearest
 * `package-lock.json` names, and with the Node that runs them, which brings names of languages and formats of dates.
 */
export function versionOf(folder: string): string {
  const hash = createHash('sha256').update(process.version);
  addFiles(hash, folder);
  for (const name of ['package.json', 'package-lock.json']) {
    const file = nearest(name, dirname(folder));
    if (file !== undefined) hash.update(`\0${name}\0`).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 32);
}

/** Changes with the names and contents of the files at some places, folders or files, of which some may not exist. */
export function digestOfFiles(places: readonly string[]): string {
  const hash = createHash('sha256');
  for (const [at, place] of places.entries()) {
    if (!existsSync(place)) continue;
    hash.update(`\0${at}\0`);
    addFiles(hash, place);
  }
  return hash.digest('hex');
}

/** Where a folder lies does not matter; names and contents do. */
function addFiles(hash: Hash, place: string): void {
  if (!statSync(place).isDirectory()) {
    hash.update(readFileSync(place));
    return;
  }
  for (const name of [...filesBelow(place)].sort(compareText)) {
    const file = join(place, name);
    // Links may lead to folders, or to nothing.
    if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) continue;
    const content = readFileSync(file);
    hash.update(`${name}\0${content.length}\0`).update(content);
  }
}

/** The file of this name in a folder or above it. An installed package has none of its own where its project's lock file counts. */
function nearest(name: string, folder: string): string | undefined {
  const file = join(folder, name);
  if (existsSync(file)) return file;
  const above = dirname(folder);
  return above === folder ? undefined : nearest(name, above);
}
