/**
 * The site that a build puts together: files that it takes over from the published site and the one before it, and files that it
 * makes. The two take turns: what was published before the last is brought up to date and published next, so that one changed
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
  hasAsNoted,
  type KnownSite,
  type Manifest,
  type NotedSite,
  recordOf,
  timesOf,
} from './manifest.ts';
import { linkOrCopy } from '../disk/atomic-files.ts';

export class NextSite {
  readonly folder: string;
  readonly #published: NotedSite | undefined;
  /** Files of the spare that nobody has asked for yet; without a record where nobody knows what they are. */
  readonly #standing = new Map<string, FileRecord | undefined>();
  readonly #files: Files = new Map();
  readonly #groups = new Map<string, FileGroup>();
  /** Paths of the group that is being made. */
  #group: string[] | undefined;
  /** The sites that files are taken from. */
  readonly #earlier: readonly NotedSite[];
  /** Keys of files that are being written. */
  readonly #expected = new Map<string, string>();
  /** Folders that the new site has for sure. */
  readonly #folders = new Set(['.']);
  /** Folders that the spare had. */
  readonly #formerFolders: ReadonlySet<string>;
  /** Paths of written files by `asFile`, on a disk that takes spellings for one name. */
  readonly #written: Map<string, string> | undefined;
  /** Those of them that are as the spare's manifest says. */
  readonly #untouched = new Map<string, number>();

  /**
   * @param folder where it is put together; what lies there is removed
   * @param published the site that is being served; only read, and each file looked at before it is taken
   * @param spare the one before; used up
   * @param isFolding whether the folder takes `A` and `a` for one name; found out where undefined
   */
  constructor(folder: string, published: NotedSite | undefined, spare: KnownSite | undefined, isFolding?: boolean) {
    this.folder = folder;
    this.#published = published;
    this.#earlier = [spare, published].filter((site) => site !== undefined);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(dirname(folder), { recursive: true });
    if (spare === undefined) mkdirSync(folder);
    else renameSync(spare.folder, folder);
    // Beside it: what lies in the folder itself, and when it changed, is noted.
    if (isFolding ?? foldsCase(dirname(folder))) this.#written = new Map();
    for (const [path, record] of spare?.manifest.files ?? []) this.#standing.set(path, record);
    for (const path of spare?.foreign ?? []) this.#standing.set(path, undefined);
    this.#formerFolders = foldersOf(this.#standing.keys());
    // Where somebody has added or removed files, the times of folders say nothing.
    if (spare?.isWhole === true) this.#untouched = new Map(spare.manifest.folders.modified);
  }

  /** Takes a file over from an earlier site, if one has it that is made of the same. */
  take(path: string, key: string): boolean {
    const taken = this.#take(path, key);
    if (taken) this.#group?.push(path);
    return taken;
  }

  /** Takes over all files of a group, if earlier sites have them, made of the same. */
  takeGroup(name: string, key: string): boolean {
    for (const { manifest } of this.#earlier) {
      const group = manifest.groups.get(name);
      if (group?.key !== key) continue;
      const keys = group.paths.map((path) => [path, manifest.files.get(path)?.key ?? ''] as const);
      if (!keys.every(([path, fileKey]) => this.#isAtHand(path, fileKey))) continue;
      for (const [path, fileKey] of keys) this.#take(path, fileKey);
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

  #take(path: string, key: string): boolean {
    if (this.#files.get(path)?.key === key) return true;
    const standing = this.#standing.get(path);
    if (standing?.key === key) {
      this.#standing.delete(path);
      this.#files.set(path, standing);
      return true;
    }
    const lent = this.#lent(path, key);
    if (this.#published === undefined || !lent) return false;
    // Linked, not copied: a build writes new files only, never into one that is there.
    linkOrCopy(join(this.#published.folder, path), this.#makeWay(path));
    this.#files.set(path, lent);
    return true;
  }

  /** Whether `#take` would take a file. */
  #isAtHand(path: string, key: string): boolean {
    const isHere = this.#files.get(path)?.key === key || this.#standing.get(path)?.key === key;
    return isHere || this.#lent(path, key) !== undefined;
  }

  /** The record of a file that the published site can lend. */
  #lent(path: string, key: string): FileRecord | undefined {
    const record = this.#published?.manifest.files.get(path);
    if (this.#published === undefined || record?.key !== key) return undefined;
    return hasAsNoted(this.#published.folder, path, record) ? record : undefined;
  }

  /** Makes way for a file that somebody else will have written before the site is finished; gives its absolute path. */
  expect(path: string, key: string): string {
    const file = this.#makeWay(path);
    this.#group?.push(path);
    this.#expected.set(path, key);
    return file;
  }

  /**
   * Whether a file can be written without taking the place of another file of the new site, or of a folder, and without one in its
   * way. A look at what is there so far: whose a place is was decided before (`exports/claimed-paths.ts`).
   */
  isFree(path: string): boolean {
    const isFile = (place: string): boolean => this.#files.has(place) || this.#expected.has(place);
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
    if (!this.take(path, key)) writeFileSync(this.expect(path, key), content);
  }

  /** Copies a file, where no earlier site has the same; true where it had to. */
  copy(path: string, from: string, key: string): boolean {
    if (this.take(path, key)) return false;
    copyFileSync(from, this.expect(path, key));
    return true;
  }

  /** The same with a file that nobody ever writes into: a link to it will do. */
  link(path: string, from: string, key: string): boolean {
    if (this.take(path, key)) return false;
    linkOrCopy(from, this.expect(path, key));
    return true;
  }

  /** Whether most files of the finished site are in no earlier one. */
  get isMostlyNew(): boolean {
    return this.#expected.size > this.#files.size / 2;
  }

  /** Removes what no build asked for. From now on the folder is the site. */
  finish(): Pick<Manifest, 'files' | 'folders' | 'groups'> {
    const emptied = new Set<string>();
    for (const path of this.#standing.keys()) {
      unlinkSync(join(this.folder, path));
      this.#untouched.delete(dirname(path));
      emptied.add(dirname(path));
    }
    this.#standing.clear();
    for (const folder of emptied) this.#removeEmpty(folder);
    for (const [path, key] of this.#expected) this.#files.set(path, recordOf(join(this.folder, path), key));
    const folders = timesOf(this.folder, foldersOf(this.#files.keys()), this.#untouched);
    return { files: this.#files, folders, groups: this.#groups };
  }

  /** Nothing lies at the place of a file any more, and the folders above it are there. */
  #makeWay(path: string): string {
    const file = join(this.folder, path);
    this.#untouched.delete(dirname(path));
    const there = this.#standing.delete(path) || this.#files.delete(path) || this.#expected.delete(path);
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
    const isFile = this.#standing.delete(path) || this.#files.delete(path) || this.#expected.delete(path);
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
    for (const names of [this.#standing, this.#files, this.#expected, this.#folders])
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
