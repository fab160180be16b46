import { realpathSync, statSync } from 'node:fs';
import { basename, join, posix, sep } from 'node:path';
import { localeOfPath } from '../../layouts/locale-of-path.ts';
import { type FileKind, type FileMeaning, isHidden, isOfKind, kindMeant } from './file-kinds.ts';
import { type FolderEntry, listFolder } from '../../disk/folders.ts';
import type { FileReference } from '../../core/file-reference.ts';

/** Why a reference may mean no file, whether one is there or not. */
export type Refusal = 'hidden' | 'kind';

/** An address in an article, and what it means there. */
export interface FileAddress {
  readonly kind: FileMeaning;
  readonly href: string;
}

/** The entries of a folder, by their names and by what these have in common with others (`keyOf`). */
interface Names {
  readonly exact: ReadonlyMap<string, FolderEntry>;
  readonly alike: ReadonlyMap<string, FolderEntry>;
}

/**
 * Finds the files that articles refer to: images, includes, code, files to download. Never outside of the content directories, never one whose path has a
 * part that begins with a dot, never one of another kind than the reference means. Names are looked up in listings of folders, so that
 * no other spelling of a name leads anywhere. One that differs only in case is found, because the originals were written on a file
 * system that does not tell.
 */
export class FileFinder {
  readonly #roots: readonly string[];
  readonly #sourceLocale: string;
  readonly #folders = new Map<string, Names>();
  #real: readonly string[] | undefined;

  constructor(roots: readonly string[], sourceLocale: string) {
    this.#roots = roots;
    this.#sourceLocale = sourceLocale;
  }

  /**
   * Absolute path of what `href` means in an article, undefined where there is no such file. Looked for beside the article, then
   * beside its source article (localized repositories leave images out), then below the content directories.
   */
  find(from: FileReference, { kind, href }: FileAddress): string | undefined {
    const path = decodePath(href);
    if (path === undefined || refusalOf({ kind, href }) !== undefined) return undefined;
    const fromRoot = /^(?:~|\.)?\//.exec(path) && !path.startsWith('./') ? path.replace(/^~?\//, '') : undefined;
    const folder = posix.dirname(from.path);
    const beside = fromRoot ?? posix.join(folder, path);
    const candidates: [root: string, path: string][] = [[from.root, beside]];
    const sibling = this.#besideSource(beside);
    if (sibling !== undefined) candidates.push([from.root, sibling]);
    for (const root of this.#roots) {
      // A repository for each locale: the source's own has the pictures.
      if (localeOfPath(`${basename(root)}/x`)?.tag === this.#sourceLocale) candidates.push([root, beside]);
    }
    const loose = path.replace(/^(?:~?\/|\.\.?\/)+/, '');
    for (const root of this.#roots) {
      candidates.push([root, loose]);
      // A directory of its own for images, given as `--content …/media`, is what `media/x.png` means.
      const name = `${basename(root)}/`;
      if (loose.startsWith(name)) candidates.push([root, loose.slice(name.length)]);
    }
    for (const [root, candidate] of candidates) {
      const found = this.#inside(root, candidate, kindMeant({ kind }));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #besideSource(path: string): string | undefined {
    const locale = localeOfPath(path);
    if (!locale) return undefined;
    const folder = path.slice(0, path.length - locale.pathWithout.length).replace(/\/$/, '');
    const parent = folder.slice(0, folder.lastIndexOf('/') + 1);
    return `${parent}${this.#sourceLocale}/${locale.pathWithout}`;
  }

  #inside(root: string, path: string, kind: FileKind): string | undefined {
    const parts = posix.normalize(path).split('/');
    if (parts.includes('..')) return undefined;
    let place = root;
    let found: FolderEntry | undefined;
    let isLinked = false;
    for (const part of parts) {
      const { exact, alike } = this.#namesIn(place);
      found = exact.get(part) ?? alike.get(keyOf(part));
      if (found?.isNamed !== true || found.kind === 'other' || isHidden(found.name)) return undefined;
      isLinked ||= found.kind === 'link';
      place = join(place, found.name);
    }
    if (found === undefined || found.kind === 'folder' || !isOfKind(kind, found.name)) return undefined;
    return isLinked && !this.#isOwn(place, kind) ? undefined : place;
  }

  /** Whether links lead to a file in a content directory that an article may refer to by its own path. */
  #isOwn(file: string, kind: FileKind): boolean {
    try {
      const real = realpathSync.native(file);
      if (!statSync(real).isFile() || !isOfKind(kind, basename(real))) return false;
      return this.#realRoots().some((root) => real.startsWith(root + sep) && !isHidden(real.slice(root.length + 1)));
    } catch {
      // It leads nowhere, or back to itself.
      return false;
    }
  }

  #realRoots(): readonly string[] {
    return (this.#real ??= this.#roots.flatMap((root) => {
      try {
        return [realpathSync.native(root)];
      } catch {
        return [];
      }
    }));
  }

  #namesIn(folder: string): Names {
    let names = this.#folders.get(folder);
    if (!names) {
      const { entries } = listFolder(folder);
      const byName = (nameOf: (entry: FolderEntry) => string) =>
        new Map(entries.map((entry) => [nameOf(entry), entry]));
      names = { exact: byName(({ name }) => name), alike: byName(({ name }) => keyOf(name)) };
      this.#folders.set(folder, names);
    }
    return names;
  }
}

/** Why no file is looked for, undefined where one is. */
export function refusalOf({ kind, href }: FileAddress): Refusal | undefined {
  const path = decodePath(href);
  if (path === undefined) return undefined;
  if (isHidden(path)) return 'hidden';
  return isOfKind(kindMeant({ kind }), path) ? undefined : 'kind';
}

/** What names have in common that file systems without capitals, or with letters in pieces, do not tell apart. */
function keyOf(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** Path of a relative address without query and fragment; undefined for addresses with a scheme, a host or bad escapes. */
export function decodePath(href: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(href)) return undefined;
  try {
    const path = decodeURIComponent(href.replace(/[?#].*/s, '')).replaceAll('\\', '/');
    return path === '' || path.includes('\0') ? undefined : path;
  } catch {
    return undefined;
  }
}
