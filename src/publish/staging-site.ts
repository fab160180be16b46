/**
 * The site that a build puts together: files that it takes over from the live site and the one before it, and files that it
 * makes. The two take turns: what was live before the last is brought up to date and goes live next, so that one changed
 * article costs one changed file, however many others there are.
 */
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { asFile } from '../pipeline/group/slugify.ts';
import {
  type FileGroup,
  type FileRecord,
  type Files,
  foldersOf,
  holdsRecorded,
  type SurveyedRelease,
  type Manifest,
  type RecordedRelease,
  recordOf,
  timesOf,
} from './manifest.ts';
import { linkOrCopy } from '../disk/atomic-files.ts';

export class StagingSite {
  readonly folder: string;
  readonly #live: RecordedRelease | undefined;
  /** Files of the standby that nobody has asked for yet; without a record where nobody knows what they are. */
  readonly #unclaimed = new Map<string, FileRecord | undefined>();
  readonly #files: Files = new Map();
  readonly #groups = new Map<string, FileGroup>();
  /** Paths of the group that is being made. */
  #group: string[] | undefined;
  /** The sites that files are taken from. */
  readonly #earlier: readonly RecordedRelease[];
  /** Keys of files that are being written. */
  readonly #reserved = new Map<string, string>();
  /** Folders that the new site has for sure. */
  readonly #folders = new Set(['.']);
  /** Folders that the standby had. */
  readonly #formerFolders: ReadonlySet<string>;
  /** Paths of written files by `asFile`, on a disk that takes spellings for one name. */
  readonly #written: Map<string, string> | undefined;
  /** Those of them that are as the standby's manifest says. */
  readonly #untouched = new Map<string, number>();

  /**
   * @param folder where it is put together; what lies there is removed
   * @param live the site that is being served; only read, and each file looked at before it is taken
   * @param standby the one before; used up
   * @param isFolding whether the folder takes `A` and `a` for one name; found out where undefined
   */
  constructor(
    folder: string,
    live: RecordedRelease | undefined,
    standby: SurveyedRelease | undefined,
    isFolding?: boolean,
  ) {
    this.folder = folder;
    this.#live = live;
    this.#earlier = [standby, live].filter((site) => site !== undefined);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(dirname(folder), { recursive: true });
    if (standby === undefined) mkdirSync(folder);
    else renameSync(standby.folder, folder);
    // Beside it: what lies in the folder itself, and when it changed, is noted.
    if (isFolding ?? foldsCase(dirname(folder))) this.#written = new Map();
    for (const [path, record] of standby?.manifest.files ?? []) this.#unclaimed.set(path, record);
    for (const path of standby?.unknownFiles ?? []) this.#unclaimed.set(path, undefined);
    this.#formerFolders = foldersOf(this.#unclaimed.keys());
    // Where somebody has added or removed files, the times of folders say nothing.
    if (standby?.isIntact === true) this.#untouched = new Map(standby.manifest.folders.modified);
  }

  /** Takes a file over from an earlier site, if one has it that is made of the same. */
  reuse(path: string, key: string): boolean {
    const isReused = this.#reuse(path, key);
    if (isReused) this.#group?.push(path);
    return isReused;
  }

  /** Takes over all files of a group, if earlier sites have them, made of the same. */
  reuseGroup(name: string, key: string): boolean {
    for (const { manifest } of this.#earlier) {
      const group = manifest.groups.get(name);
      if (group?.key !== key) continue;
      const keys = group.paths.map((path) => [path, manifest.files.get(path)?.key ?? ''] as const);
      if (!keys.every(([path, fileKey]) => this.#isReusable(path, fileKey))) continue;
      for (const [path, fileKey] of keys) this.#reuse(path, fileKey);
      this.#groups.set(name, group);
      return true;
    }
    return false;
  }

  /** Makes the files of a group one by one; those of them that an earlier site has are taken over all the same. */
  makeGroup(name: string, key: string, make: () => void): void {
    const paths = (this.#group = []);
    make();
    this.#group = undefined;
    this.#groups.set(name, { key, paths });
  }

  #reuse(path: string, key: string): boolean {
    if (this.#files.get(path)?.key === key) return true;
    const unclaimed = this.#unclaimed.get(path);
    if (unclaimed?.key === key) {
      this.#unclaimed.delete(path);
      this.#files.set(path, unclaimed);
      return true;
    }
    const record = this.#recordInLive(path, key);
    if (this.#live === undefined || !record) return false;
    // Linked, not copied: a build writes new files only, never into one that is there.
    linkOrCopy(join(this.#live.folder, path), this.#makeWay(path));
    this.#files.set(path, record);
    return true;
  }

  /** Whether `#reuse` would take a file. */
  #isReusable(path: string, key: string): boolean {
    const isHere = this.#files.get(path)?.key === key || this.#unclaimed.get(path)?.key === key;
    return isHere || this.#recordInLive(path, key) !== undefined;
  }

  /** The record of a file that the live site can lend. */
  #recordInLive(path: string, key: string): FileRecord | undefined {
    const record = this.#live?.manifest.files.get(path);
    if (this.#live === undefined || record?.key !== key) return undefined;
    return holdsRecorded(this.#live.folder, path, record) ? record : undefined;
  }

  /** Makes way for a file that somebody else will have written before the site is finished; gives its absolute path. */
  reserve(path: string, key: string): string {
    const file = this.#makeWay(path);
    this.#group?.push(path);
    this.#reserved.set(path, key);
    return file;
  }

  /**
   * Whether a file can be written without taking the place of another file of the new site, or of a folder, and without one in its
   * way. A look at what is there so far: whose a place is was decided before (`exports/claimed-paths.ts`).
   */
  isFree(path: string): boolean {
    const isFile = (place: string): boolean => this.#files.has(place) || this.#reserved.has(place);
    if (isFile(path) || this.#folders.has(path)) return false;
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) if (isFile(folder)) return false;
    return true;
  }

  /**
   * Writes a file, where no earlier site has the same. Of spellings of one name, `ABC` and `abc`, the first counts where the disk has
   * room for one only: the others lead to it there, and writing them would change what is noted of it.
   */
  write(path: string, content: string | Uint8Array): void {
    const spelling = this.#written?.get(asFile(path)) ?? path;
    this.#written?.set(asFile(path), spelling);
    if (spelling !== path) return;
    const key = digestOf(content);
    if (!this.reuse(path, key)) writeFileSync(this.reserve(path, key), content);
  }

  /** Copies a file, where no earlier site has the same; true where it had to. */
  copy(path: string, from: string, key: string): boolean {
    if (this.reuse(path, key)) return false;
    copyFileSync(from, this.reserve(path, key));
    return true;
  }

  /** The same with a file that nobody ever writes into: a link to it will do. */
  link(path: string, from: string, key: string): boolean {
    if (this.reuse(path, key)) return false;
    linkOrCopy(from, this.reserve(path, key));
    return true;
  }

  /** Whether most files of the finished site are in no earlier one. */
  get isMostlyNew(): boolean {
    return this.#reserved.size > this.#files.size / 2;
  }

  /** Removes what no build asked for. From now on the folder is the site. */
  finish(): Pick<Manifest, 'files' | 'folders' | 'groups'> {
    const emptied = new Set<string>();
    for (const path of this.#unclaimed.keys()) {
      unlinkSync(join(this.folder, path));
      this.#untouched.delete(dirname(path));
      emptied.add(dirname(path));
    }
    this.#unclaimed.clear();
    for (const folder of emptied) this.#removeEmpty(folder);
    for (const [path, key] of this.#reserved) this.#files.set(path, recordOf(join(this.folder, path), key));
    const folders = timesOf(this.folder, foldersOf(this.#files.keys()), this.#untouched);
    return { files: this.#files, folders, groups: this.#groups };
  }

  /** Nothing lies at the place of a file any more, and the folders above it are there. */
  #makeWay(path: string): string {
    const file = join(this.folder, path);
    this.#untouched.delete(dirname(path));
    const there = this.#unclaimed.delete(path) || this.#files.delete(path) || this.#reserved.delete(path);
    if (there) removeIfThere(file);
    else if (this.#formerFolders.has(path) || this.#folders.has(path)) this.#removeFolder(path);
    this.#makeFolder(dirname(path));
    return file;
  }

  /** `mkdir` with all parents, but asks the disk about each folder once: a site has as many as pages. */
  #makeFolder(path: string): void {
    if (this.#folders.has(path)) return;
    this.#makeFolder(dirname(path));
    // A file of an earlier site, or one that was copied, may have the name that is now a folder's.
    const isFile = this.#unclaimed.delete(path) || this.#files.delete(path) || this.#reserved.delete(path);
    if (isFile) removeIfThere(join(this.folder, path));
    if (!this.#formerFolders.has(path)) this.#untouched.delete(dirname(path));
    mkdirSync(join(this.folder, path), { recursive: true });
    this.#folders.add(path);
  }

  /** Removes a folder of an earlier site, or of files that were copied, whose name is now a file's. */
  #removeFolder(path: string): void {
    rmSync(join(this.folder, path), { recursive: true, force: true });
    for (const folder of this.#untouched.keys())
      if (folder === path || folder.startsWith(`${path}/`)) this.#untouched.delete(folder);
    for (const names of [this.#unclaimed, this.#files, this.#reserved, this.#folders])
      for (const name of names.keys()) if (name === path || name.startsWith(`${path}/`)) names.delete(name);
  }

  #removeEmpty(path: string): void {
    const folder = join(this.folder, path);
    if (path === '.' || !existsSync(folder) || readdirSync(folder).length > 0) return;
    rmdirSync(folder);
    this.#untouched.delete(dirname(path));
    this.#removeEmpty(dirname(path));
  }
}

/** A key for what is made of this alone. */
export function digestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 22);
}

/** Whether a folder takes `A` and `a` for one name, as those of macOS and Windows do. */
function foldsCase(folder: string): boolean {
  const probe = mkdtempSync(join(folder, 'probe-'));
  try {
    return existsSync(join(folder, basename(probe).toUpperCase()));
  } finally {
    rmdirSync(probe);
  }
}

/** An expected file may not have been written yet. */
function removeIfThere(file: string): void {
  try {
    unlinkSync(file);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'ENOENT') throw error;
  }
}
