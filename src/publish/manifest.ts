/**
 * The manifest of a site: what a build noted about each of its files. With it the next build takes over what it would make again,
 * and tells what somebody else has changed since.
 */
import { existsSync, readdirSync, type Stats, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isListOf, isNumber, isRecord, isText, readStored } from '../core/stored.ts';
import type { Flaw } from './flaw.ts';
import { filesBelow } from '../disk/files-below.ts';
import { writeAtomic } from '../disk/atomic-files.ts';

/** File systems tell times by clocks as coarse as this, in milliseconds: two changes so close to each other may look like one. */
export const coarsestClock = 2000;

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

/** Folders of a site, the site's own among them as `.`, and the times of their last changes in milliseconds. */
export interface Folders {
  /** By path below the site's folder. */
  readonly modified: ReadonlyMap<string, number>;
  /** When the last of this was found out, in milliseconds. */
  readonly taken: number;
}

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
  readonly folders: Folders;
  /** By their names. */
  readonly groups: ReadonlyMap<string, FileGroup>;
  /** What the look at it found that did not keep it from being published. */
  readonly minorFlaws: readonly Flaw[];
}

/** A manifest on disk. */
interface WrittenManifest extends Omit<Manifest, 'files' | 'folders' | 'groups'> {
  readonly files: readonly (readonly [path: string, key: string, size: number, modified: number])[];
  readonly folders: { readonly modified: readonly (readonly [path: string, time: number])[]; readonly taken: number };
  readonly groups: readonly (readonly [name: string, group: FileGroup])[];
}

/** A folder with what was noted of it; nobody has looked whether it still is so. */
export interface RecordedRelease {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** A folder that somebody has looked at: its manifest has only files that are as they were noted. */
export interface SurveyedRelease extends RecordedRelease {
  /** Files that are not, or that nobody noted, by their paths below the folder. */
  readonly unknownFiles: readonly string[];
  /** Whether the folder holds what was noted, and nothing else. */
  readonly isIntact: boolean;
}

export function writeManifest(file: string, { files, folders, groups, minorFlaws }: Manifest): void {
  const written: WrittenManifest = {
    files: Array.from(files, ([path, { key, size, modified }]) => [path, key, size, modified] as const),
    folders: { modified: [...folders.modified], taken: folders.taken },
    groups: [...groups],
    minorFlaws,
  };
  writeAtomic(file, JSON.stringify(written));
}

/** Undefined where there is none, or one that the disk did not keep. */
function readManifest(file: string): Manifest | undefined {
  const written = readStored(file, isWritten);
  if (!written) return undefined;
  const { files, folders, groups, minorFlaws } = written;
  return {
    files: new Map(files.map(([path, key, size, modified]) => [path, { key, size, modified }])),
    folders: { modified: new Map(folders.modified), taken: folders.taken },
    groups: new Map(groups),
    minorFlaws,
  };
}

// There may be a million rows, so that each is looked at by hand.
function isWritten(value: unknown): value is WrittenManifest {
  if (!isRecord(value)) return false;
  const { files, folders, groups, minorFlaws } = value;
  return (
    isListOf(files, isFileRow) &&
    isRecord(folders) &&
    isListOf(folders['modified'], isFolderRow) &&
    isNumber(folders['taken']) &&
    isListOf(groups, isGroupRow) &&
    isListOf(minorFlaws, isFlaw)
  );
}

function isFileRow(row: unknown): row is WrittenManifest['files'][number] {
  return Array.isArray(row) && isText(row[0]) && isText(row[1]) && isNumber(row[2]) && isNumber(row[3]);
}

function isFolderRow(row: unknown): row is WrittenManifest['folders']['modified'][number] {
  return Array.isArray(row) && isText(row[0]) && isNumber(row[1]);
}

function isGroupRow(row: unknown): row is WrittenManifest['groups'][number] {
  if (!Array.isArray(row) || !isText(row[0])) return false;
  const group: unknown = row[1];
  return isRecord(group) && isText(group['key']) && isListOf(group['paths'], isText);
}

function isFlaw(value: unknown): value is Flaw {
  return isRecord(value) && isText(value['page']) && isText(value['problem']) && typeof value['fatal'] === 'boolean';
}

/** A site and its manifest; undefined where either is not there. */
export function openRelease(folder: string, manifestFile: string): RecordedRelease | undefined {
  const manifest = existsSync(folder) ? readManifest(manifestFile) : undefined;
  return manifest && { folder, manifest };
}

/** A site and its manifest, with what `differences` found; undefined where it found no site. */
export function openSurveyed(
  folder: string,
  manifestFile: string,
  differing: Differences | undefined,
): SurveyedRelease | undefined {
  const noted = differing && openRelease(folder, manifestFile);
  if (!noted) return undefined;
  const { manifest } = noted;
  const { changed, missing, added } = differing;
  for (const path of [...changed, ...missing]) manifest.files.delete(path);
  return { folder, manifest, unknownFiles: [...changed, ...added], isIntact: isIntact(differing) };
}

/** Where a folder is not as its manifest says: paths of files below it. */
export interface Differences {
  readonly changed: readonly string[];
  readonly missing: readonly string[];
  readonly added: readonly string[];
}

export function isIntact({ changed, missing, added }: Differences): boolean {
  return changed.length + missing.length + added.length === 0;
}

/** Compares a folder with its manifest by names, sizes and times; undefined where either is not there. */
export function differences(folder: string, manifestFile: string): Differences | undefined {
  const manifest = readManifest(manifestFile);
  if (!manifest || !existsSync(folder)) return undefined;
  const changed: string[] = [];
  const missing: string[] = [];
  for (const [path, record] of manifest.files) {
    const found = statSync(join(folder, path), { throwIfNoEntry: false });
    if (!found?.isFile()) missing.push(path);
    else if (!matchesRecord(found, record)) changed.push(path);
  }
  return { changed, missing, added: [...addedTo(folder, manifest)] };
}

/** Whether a site has a file that is as it was noted. */
export function holdsRecorded(folder: string, path: string, record: FileRecord): boolean {
  const found = statSync(join(folder, path), { throwIfNoEntry: false });
  return found?.isFile() === true && matchesRecord(found, record);
}

function matchesRecord(found: Stats, { size, modified }: FileRecord): boolean {
  return found.size === size && found.mtimeMs === modified;
}

/**
 * Files that the manifest does not know. A folder's time changes with every name in it, so that only those have to be read whose times
 * did, or might have done so unseen.
 */
function* addedTo(folder: string, { files, folders: { modified, taken } }: Manifest): Generator<string> {
  for (const [path, noted] of modified) {
    const found = statSync(join(folder, path), { throwIfNoEntry: false });
    if (!found?.isDirectory() || (found.mtimeMs === noted && taken - noted > coarsestClock)) continue;
    for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
      const below = path === '.' ? entry.name : `${path}/${entry.name}`;
      if (!entry.isDirectory()) {
        if (!files.has(below)) yield below;
      } else if (!modified.has(below)) {
        yield* filesBelow(folder, below);
      }
    }
  }
}

/** Folders of files, and of these folders. */
export function foldersOf(files: Iterable<string>): Set<string> {
  const folders = new Set(['.']);
  for (const file of files)
    for (let folder = dirname(file); !folders.has(folder); folder = dirname(folder)) folders.add(folder);
  return folders;
}

/**
 * The times of a site's folders.
 *
 * @param paths of the folders
 * @param known times of those that nobody has changed since
 */
export function timesOf(site: string, paths: Iterable<string>, known?: ReadonlyMap<string, number>): Folders {
  const modified = new Map<string, number>();
  for (const path of paths) modified.set(path, known?.get(path) ?? statSync(join(site, path)).mtimeMs);
  return { modified, taken: Date.now() };
}

/** Whether just these files, made of the same, were noted of a site. */
export function hasFiles({ manifest }: RecordedRelease, files: Files): boolean {
  if (manifest.files.size !== files.size) return false;
  for (const [path, { key }] of files) if (manifest.files.get(path)?.key !== key) return false;
  return true;
}

/** What is to be noted of a file that was just written. */
export function recordOf(file: string, key: string): FileRecord {
  const { size, mtimeMs } = statSync(file);
  return { key, size, modified: mtimeMs };
}
