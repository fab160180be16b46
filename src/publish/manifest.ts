/** The manifest of a release: what a build recorded of each of its files, so that the next one reuses them and notices foreign changes. */
import { existsSync, lstatSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { isListOf, isNumber, isRecord, isText, readStored } from '../core/stored.ts';
import { writeAtomic } from '../disk/atomic-files.ts';
import type { Flaw } from './flaw.ts';

export interface FileRecord {
  /** What the file is made of: equal keys mean equal files. */
  readonly key: string;
  /** In bytes. */
  readonly size: number;
  /** Time of the last change of its content, in milliseconds since 1970. */
  readonly modified: number;
}

/** Files by their paths below the folder of the release, with `/` as the separator. */
export type Files = Map<string, FileRecord>;

/** Files that are made together, from the same inputs. */
export interface FileGroup {
  /** What they are made of: equal keys mean equal groups. */
  readonly key: string;
  /** Paths below the folder of the release. */
  readonly paths: readonly string[];
}

export interface Manifest {
  readonly files: Files;
  /** By their names. */
  readonly groups: ReadonlyMap<string, FileGroup>;
  /** When the folder held these files and no others, in milliseconds since 1970. */
  readonly recordedAt: number;
  /** What verification found that does not prevent publication. */
  readonly minorFlaws: readonly Flaw[];
}

/** Where a release and its manifest are. */
export interface ReleasePlace {
  readonly folder: string;
  readonly manifestFile: string;
}

/** A folder and its manifest. The folder may have changed since. */
export interface RecordedRelease {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** A manifest as it is on disk. */
interface StoredManifest extends Omit<Manifest, 'files' | 'groups'> {
  readonly files: readonly (readonly [path: string, key: string, size: number, modified: number])[];
  readonly groups: readonly (readonly [name: string, group: FileGroup])[];
}

export function writeManifest(file: string, { files, groups, recordedAt, minorFlaws }: Manifest): void {
  const stored: StoredManifest = {
    files: Array.from(files, ([path, { key, size, modified }]) => [path, key, size, modified] as const),
    groups: [...groups],
    recordedAt,
    minorFlaws,
  };
  writeAtomic(file, JSON.stringify(stored));
}

/** Undefined where there is no manifest, or a damaged one. */
function readManifest(file: string): Manifest | undefined {
  const stored = readStored(file, isStored);
  if (!stored) return undefined;
  const { files, groups, recordedAt, minorFlaws } = stored;
  return {
    files: new Map(files.map(([path, key, size, modified]) => [path, { key, size, modified }])),
    groups: new Map(groups),
    recordedAt,
    minorFlaws,
  };
}

// There may be a million rows: a schema library takes too long.
function isStored(value: unknown): value is StoredManifest {
  if (!isRecord(value)) return false;
  const { files, groups, recordedAt, minorFlaws } = value;
  return (
    isListOf(files, isFileRow) && isListOf(groups, isGroupRow) && isNumber(recordedAt) && isListOf(minorFlaws, isFlaw)
  );
}

function isFileRow(row: unknown): row is StoredManifest['files'][number] {
  return Array.isArray(row) && isText(row[0]) && isText(row[1]) && isNumber(row[2]) && isNumber(row[3]);
}

function isGroupRow(row: unknown): row is StoredManifest['groups'][number] {
  if (!Array.isArray(row) || !isText(row[0])) return false;
  const group: unknown = row[1];
  return isRecord(group) && isText(group['key']) && isListOf(group['paths'], isText);
}

function isFlaw(value: unknown): value is Flaw {
  return isRecord(value) && isText(value['page']) && isText(value['problem']) && typeof value['fatal'] === 'boolean';
}

/** A release by its place; undefined where its folder or its manifest is missing. */
export function openRelease({ folder, manifestFile }: ReleasePlace): RecordedRelease | undefined {
  const manifest = existsSync(folder) ? readManifest(manifestFile) : undefined;
  return manifest && { folder, manifest };
}

/** The record of a file that was just written. */
export function recordOf(file: string, key: string): FileRecord {
  const { size, mtimeMs } = statSync(file);
  return { key, size, modified: mtimeMs };
}

/** Whether a folder has a file as it was recorded. */
export function holdsRecorded(folder: string, path: string, record: FileRecord): boolean {
  const found = lookAt(join(folder, path));
  return found !== undefined && matchesRecord(found, record);
}

/** What is at a path, links not followed; undefined where nothing is, or where a file is in the place of one of its folders. */
export function lookAt(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** Whether a file is as it was recorded, by its size and time. A copy has the time of its original to the millisecond only. */
export function matchesRecord(found: Stats, { size, modified }: FileRecord): boolean {
  return found.isFile() && found.size === size && Math.abs(found.mtimeMs - modified) < 1;
}

/** Whether a release has exactly these files, by their keys. */
export function hasFiles({ manifest }: RecordedRelease, files: Files): boolean {
  if (manifest.files.size !== files.size) return false;
  for (const [path, { key }] of files) if (manifest.files.get(path)?.key !== key) return false;
  return true;
}
