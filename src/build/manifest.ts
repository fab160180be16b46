/**
 * The manifest of a site: what a build noted about each of its files. With it the next build takes over what it would make again,
 * and tells what somebody else has changed since.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Flaw } from './verify.ts';
import { writeWhole } from './whole-files.ts';

export interface FileRecord {
  /** What the file is made of: equal keys mean equal files. */
  readonly key: string;
  /** In bytes. */
  readonly size: number;
  /** Time of its last change, in milliseconds. */
  readonly modified: number;
}

/** Files by their paths below the site's folder. */
export type Files = Map<string, FileRecord>;

/** Files that are made together, from the same things. */
export interface FileGroup {
  /** What they are made of: equal keys mean the same files. */
  readonly key: string;
  /** Paths below the site's folder. */
  readonly paths: readonly string[];
}

/** A finished site. */
export interface Manifest {
  readonly files: Files;
  /** By their names. */
  readonly groups: ReadonlyMap<string, FileGroup>;
  /** What the look at it found that did not keep it from being published. */
  readonly weakLinks: readonly Flaw[];
}

/** A manifest on disk. */
interface WrittenManifest extends Omit<Manifest, 'files' | 'groups'> {
  readonly files: readonly (readonly [path: string, key: string, size: number, modified: number])[];
  readonly groups: readonly (readonly [name: string, group: FileGroup])[];
}

/** A folder with what is known to be in it. */
export interface KnownSite {
  readonly folder: string;
  /** Only files that are as they were noted. */
  readonly manifest: Manifest;
  /** Files that are not, or that nobody noted, by their paths below the folder. */
  readonly foreign: readonly string[];
  /** Whether the folder holds what was noted, and nothing else. */
  readonly isWhole: boolean;
}

export function writeManifest(file: string, { files, groups, weakLinks }: Manifest): void {
  const written: WrittenManifest = {
    files: Array.from(files, ([path, { key, size, modified }]) => [path, key, size, modified] as const),
    groups: [...groups],
    weakLinks,
  };
  writeWhole(file, JSON.stringify(written));
}

/** Undefined where there is none, or one that the disk did not keep. */
function readManifest(file: string): Manifest | undefined {
  try {
    const { files, groups, weakLinks } = JSON.parse(readFileSync(file, 'utf8')) as WrittenManifest;
    return {
      files: new Map(files.map(([path, key, size, modified]) => [path, { key, size, modified }])),
      groups: new Map(groups),
      weakLinks,
    };
  } catch {
    return undefined;
  }
}

/**
 * A site and its manifest.
 *
 * @param differing what `differences` found
 */
export function openKnown(
  folder: string,
  manifestFile: string,
  differing: Differences | undefined,
): KnownSite | undefined {
  const manifest = differing && readManifest(manifestFile);
  if (!manifest) return undefined;
  const { changed, missing, added } = differing;
  for (const path of [...changed, ...missing]) manifest.files.delete(path);
  return { folder, manifest, foreign: [...changed, ...added], isWhole: isWhole(differing) };
}

/** Where a folder is not as its manifest says: paths of files below it. */
export interface Differences {
  readonly changed: readonly string[];
  readonly missing: readonly string[];
  readonly added: readonly string[];
}

export function isWhole({ changed, missing, added }: Differences): boolean {
  return changed.length + missing.length + added.length === 0;
}

/** Compares a folder with its manifest by names, sizes and times; undefined where either is not there. */
export function differences(folder: string, manifestFile: string): Differences | undefined {
  const manifest = readManifest(manifestFile);
  if (!manifest) return undefined;
  const changed: string[] = [];
  const added: string[] = [];
  const missing = new Set(manifest.files.keys());
  try {
    for (const path of filesBelow(folder)) {
      const noted = manifest.files.get(path);
      missing.delete(path);
      if (!noted) added.push(path);
      else if (!isAsNoted(join(folder, path), noted)) changed.push(path);
    }
  } catch {
    // There is no such folder, or it went while it was read.
    return undefined;
  }
  return { changed, missing: [...missing], added };
}

/** Whether a known site has just these files, made of the same. */
export function hasFiles({ manifest, isWhole }: KnownSite, files: Files): boolean {
  if (!isWhole || manifest.files.size !== files.size) return false;
  return files.entries().every(([path, { key }]) => manifest.files.get(path)?.key === key);
}

/** What is to be noted of a file that was just written. */
export function recordOf(file: string, key: string): FileRecord {
  const { size, mtimeMs } = statSync(file);
  return { key, size, modified: mtimeMs };
}

function isAsNoted(file: string, { size, modified }: FileRecord): boolean {
  const found = statSync(file);
  return found.size === size && found.mtimeMs === modified;
}

/** Paths of all files below a folder, with `/` in them. */
export function* filesBelow(folder: string, below = ''): Generator<string> {
  for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) yield* filesBelow(folder, path);
    else yield path;
  }
}
