import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, posix, relative, resolve, sep } from 'node:path';
import { localeOfPath } from '../locales.ts';
import type { FileReference } from './types.ts';

/**
 * Finds the files that articles refer to: images, includes, code. Never outside of the content directories. A name that differs
 * only in case is found too, because the originals were written on a file system that does not tell.
 */
export class FileFinder {
  readonly #roots: readonly string[];
  readonly #sourceLocale: string;
  readonly #folders = new Map<string, Map<string, string>>();
  #real: readonly string[] | undefined;

  constructor(roots: readonly string[], sourceLocale: string) {
    this.#roots = roots;
    this.#sourceLocale = sourceLocale;
  }

  /**
   * Absolute path of what `href` means in an article, undefined where there is no such file. Looked for beside the article, then
   * beside its source article (localized repositories leave images out), then below the content directories.
   */
  find(from: FileReference, href: string): string | undefined {
    const path = decodePath(href);
    if (path === undefined) return undefined;
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
      const found = this.#inside(root, candidate);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Digest of all files in the folder of `file`, names and contents. */
  digestBeside(file: string): string {
    const folder = dirname(file);
    const hash = createHash('sha256');
    for (const name of [...this.#namesIn(folder).values()].sort())
      hash.update(`${name}\0`).update(readFileSync(join(folder, name)));
    return hash.digest('hex');
  }

  #besideSource(path: string): string | undefined {
    const locale = localeOfPath(path);
    if (!locale) return undefined;
    const folder = path.slice(0, path.length - locale.pathWithout.length).replace(/\/$/, '');
    const parent = folder.slice(0, folder.lastIndexOf('/') + 1);
    return `${parent}${this.#sourceLocale}/${locale.pathWithout}`;
  }

  #inside(root: string, path: string): string | undefined {
    const absolute = resolve(root, path);
    const below = relative(root, absolute);
    if (below === '' || below.startsWith('..') || below.includes(`..${sep}`)) return undefined;
    if (existsSync(absolute)) return statSync(absolute).isFile() && this.#isOwn(absolute) ? absolute : undefined;
    const name = this.#namesIn(dirname(absolute)).get(absolute.slice(dirname(absolute).length + 1).toLowerCase());
    const found = name === undefined ? undefined : join(dirname(absolute), name);
    return found !== undefined && this.#isOwn(found) ? found : undefined;
  }

  /** Whether a file lies in a content directory when all symbolic links are followed. */
  #isOwn(file: string): boolean {
    const real = realpathSync(file);
    return this.#realRoots().some((root) => real.startsWith(root + sep));
  }

  #realRoots(): readonly string[] {
    return (this.#real ??= this.#roots.filter((root) => existsSync(root)).map((root) => realpathSync(root)));
  }

  #namesIn(folder: string): Map<string, string> {
    let names = this.#folders.get(folder);
    if (!names) {
      const entries = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
      names = new Map(entries.filter((entry) => entry.isFile()).map(({ name }) => [name.toLowerCase(), name]));
      this.#folders.set(folder, names);
    }
    return names;
  }
}

/** Path of a relative address without query and fragment; undefined for addresses with a scheme, a host or bad escapes. */
export function decodePath(href: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(href)) return undefined;
  try {
    const path = decodeURIComponent(href.replace(/[?#].*$/s, '')).replaceAll('\\', '/');
    return path === '' || path.includes('\0') ? undefined : path;
  } catch {
    return undefined;
  }
}
