/** The site that a build puts together: files that it reuses from the live and the standby release, and files that it makes. */
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { linkOrCopy } from '../disk/atomic-files.ts';
import { foldsCase } from '../disk/folds-case.ts';
import { retryOnWindows } from '../disk/replace-folder.ts';
import { asFile } from '../pipeline/group/slugify.ts';
import {
  type FileGroup,
  type FileRecord,
  type Files,
  holdsRecorded,
  type Manifest,
  type RecordedRelease,
  recordOf,
} from './manifest.ts';
import { foldersOf, type SurveyedRelease } from './survey.ts';

/** A file in the staging folder. */
interface StagedFile {
  /** What it is made of: equal keys mean equal files. */
  readonly key: string;
  /** Undefined where this build makes the file, which may not have been written yet. */
  readonly record: FileRecord | undefined;
  /** Whether the site has it. Otherwise it comes from the standby and is removed in the end. */
  readonly isClaimed: boolean;
}

export class StagingSite {
  readonly folder: string;
  readonly #live: RecordedRelease | undefined;
  /** The releases whose groups can be reused. */
  readonly #releases: readonly RecordedRelease[];
  readonly #files = new Map<string, StagedFile>();
  /** Folders that exist, and whether they hold a file that is claimed. */
  readonly #folders = new Map<string, boolean>();
  readonly #groups = new Map<string, FileGroup>();
  /** Paths of the group that is being made. */
  #group: string[] | undefined;
  /** Paths of written files by `asFile`, on a disk that takes several spellings for one name. */
  readonly #spellings: Map<string, string> | undefined;

  /**
   * @param folder where the site is put together; what is there is removed
   * @param live only read; each file is checked before it is reused
   * @param standby becomes the staging folder
   * @param isFolding whether the disk takes `A` and `a` for one name; found out where undefined
   */
  constructor(
    folder: string,
    live: RecordedRelease | undefined,
    standby: SurveyedRelease | undefined,
    isFolding?: boolean,
  ) {
    this.folder = folder;
    this.#live = live;
    this.#releases = [standby, live].filter((release) => release !== undefined);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(dirname(folder), { recursive: true });
    // Beside it: a probe in the folder would change its time.
    if (isFolding ?? foldsCase(dirname(folder))) this.#spellings = new Map();
    if (standby) this.#adopt(standby);
    else mkdirSync(folder);
    this.#folders.set('.', true);
  }

  /** Makes the staging folder of a release, without the files that are not as they were recorded. */
  #adopt({ folder, manifest, lost, unknown }: SurveyedRelease): void {
    retryOnWindows(() => renameSync(folder, this.folder));
    const isLost = new Set(lost);
    for (const [path, record] of manifest.files)
      if (!isLost.has(path)) this.#files.set(path, { key: record.key, record, isClaimed: false });
    for (const path of foldersOf(this.#files.keys())) this.#folders.set(path, false);
    const remove = (path: string): void => rmSync(join(this.folder, path), { recursive: true, force: true });
    unknown.forEach(remove);
    for (const path of foldersOf(lost)) if (!this.#folders.has(path)) remove(path);
  }

  /** Reuses a file of the live or the standby release with this key; false where neither has it. */
  reuse(path: string, key: string): boolean {
    const staged = this.#files.get(path);
    if (staged?.key === key) {
      this.#claim(path, key, staged.record);
      return true;
    }
    const record = this.#recordInLive(path, key);
    if (this.#live === undefined || !record) return false;
    // A link is safe: builds replace files and never write into them.
    linkOrCopy(join(this.#live.folder, path), this.#makeWay(path));
    this.#claim(path, key, record);
    return true;
  }

  /** Reuses all files of a group, or none where a release no longer has each of them. */
  reuseGroup(name: string, key: string): boolean {
    for (const { manifest } of this.#releases) {
      const group = manifest.groups.get(name);
      if (group?.key !== key) continue;
      const keys = group.paths.map((path) => [path, manifest.files.get(path)?.key ?? ''] as const);
      if (!keys.every(([path, fileKey]) => this.#isReusable(path, fileKey))) continue;
      for (const [path, fileKey] of keys) this.reuse(path, fileKey);
      this.#groups.set(name, group);
      return true;
    }
    return false;
  }

  /** Makes the files of a group. Those that a release has are reused one by one. */
  makeGroup(name: string, key: string, make: () => void): void {
    const paths = (this.#group = []);
    make();
    this.#group = undefined;
    this.#groups.set(name, { key, paths });
  }

  #isReusable(path: string, key: string): boolean {
    return this.#files.get(path)?.key === key || this.#recordInLive(path, key) !== undefined;
  }

  /** The record of a file with this key in the live release, if the file is still as it was recorded. */
  #recordInLive(path: string, key: string): FileRecord | undefined {
    const record = this.#live?.manifest.files.get(path);
    if (this.#live === undefined || record?.key !== key) return undefined;
    return holdsRecorded(this.#live.folder, path, record) ? record : undefined;
  }

  /** Makes room for a file that the caller writes before the site is finished; returns its absolute path. */
  reserve(path: string, key: string): string {
    const file = this.#makeWay(path);
    this.#claim(path, key, undefined);
    return file;
  }

  /**
   * Whether a file can be written without replacing another file or a folder of the site, as far as it is put together. Which file may
   * have which path was decided before (`exports/claimed-paths.ts`).
   */
  isFree(path: string): boolean {
    const isFile = (place: string): boolean => this.#files.get(place)?.isClaimed === true;
    if (isFile(path) || this.#folders.get(path) === true) return false;
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) if (isFile(folder)) return false;
    return true;
  }

  /**
   * Writes a file, unless a release has the same. Where the disk takes several spellings for one name, such as `ABC` and `abc`, only
   * the first is written: the others lead to it.
   */
  write(path: string, content: string | Uint8Array): void {
    const spelling = this.#spellings?.get(asFile(path)) ?? path;
    this.#spellings?.set(asFile(path), spelling);
    if (spelling !== path) return;
    const key = digestOf(content);
    if (!this.reuse(path, key)) writeFileSync(this.reserve(path, key), content);
  }

  /** Copies a file, unless a release has the same; returns whether it was copied. */
  copy(path: string, from: string, key: string): boolean {
    if (this.reuse(path, key)) return false;
    copyFileSync(from, this.reserve(path, key));
    return true;
  }

  /** Like `copy`, for a file that is replaced and never written into: a link suffices. */
  link(path: string, from: string, key: string): boolean {
    if (this.reuse(path, key)) return false;
    linkOrCopy(from, this.reserve(path, key));
    return true;
  }

  /** Whether most files of the site are in neither release. */
  get isMostlyNew(): boolean {
    const claimed = [...this.#files.values()].filter(({ isClaimed }) => isClaimed);
    return claimed.filter(({ record }) => record === undefined).length > claimed.length / 2;
  }

  /** Removes what is left of the standby, so that the folder is the site. All reserved files have been written. */
  finish(): Omit<Manifest, 'minorFlaws'> {
    const files: Files = new Map();
    for (const [path, { key, record, isClaimed }] of this.#files) {
      const file = join(this.folder, path);
      if (isClaimed) files.set(path, record ?? recordOf(file, key));
      else unlinkSync(file);
    }
    for (const [path, isClaimed] of this.#folders)
      if (!isClaimed) rmSync(join(this.folder, path), { recursive: true, force: true });
    return { files, groups: this.#groups, recordedAt: Date.now() };
  }

  #claim(path: string, key: string, record: FileRecord | undefined): void {
    this.#files.set(path, { key, record, isClaimed: true });
    for (let folder = dirname(path); this.#folders.get(folder) !== true; folder = dirname(folder))
      this.#folders.set(folder, true);
    this.#group?.push(path);
  }

  /** Removes what is at the path of a file and makes its folder; returns the absolute path. */
  #makeWay(path: string): string {
    const file = join(this.folder, path);
    if (this.#files.delete(path)) rmSync(file, { force: true });
    else if (this.#folders.has(path)) this.#removeFolder(path);
    this.#makeFolder(dirname(path));
    return file;
  }

  /** Like `mkdir` with all parents, but asks the disk about each folder once: a site has as many as pages. */
  #makeFolder(path: string): void {
    if (this.#folders.has(path)) return;
    this.#makeFolder(dirname(path));
    // A file may have the path that is now a folder's.
    if (this.#files.delete(path)) rmSync(join(this.folder, path), { force: true });
    mkdirSync(join(this.folder, path), { recursive: true });
    this.#folders.set(path, false);
  }

  /** Removes a folder whose path is now a file's. */
  #removeFolder(path: string): void {
    rmSync(join(this.folder, path), { recursive: true, force: true });
    for (const places of [this.#files, this.#folders])
      for (const place of places.keys()) if (place === path || place.startsWith(`${path}/`)) places.delete(place);
  }
}

/** The key of a file that is made of this content alone. */
export function digestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 22);
}
