/** The files that handed-back articles refer to: pictures, also linked ones, parts of articles, and code. */
import { readFileSync, statSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import { localeOfPath } from '../../locales.ts';
import { type FileKind, fileKind } from '../../pipeline/file-kinds.ts';
import { decodePath, type FileFinder } from '../../pipeline/files.ts';
import type { Article, Reference } from '../../pipeline/types.ts';
import { displayPath } from '../configuration.ts';
import type { ContentFolder } from './content.ts';
import { isHomeName, whyNotWritten } from './names.ts';

/** What became of a file that an article refers to. */
export interface ImportedFile {
  /** `kept`: the content has another file of this name. */
  readonly outcome: 'new' | 'kept' | 'failed';
  readonly from: string;
  readonly to: string;
  readonly reason?: string;
}

/** What a reference may bring. */
const wanted: Readonly<Record<Reference['kind'], readonly FileKind[]>> = {
  image: ['picture'],
  link: ['picture'],
  include: ['include'],
  code: ['code'],
};

/** Brings the files of articles, each of them once. */
export class FileImport {
  readonly #content: ContentFolder;
  readonly #finder: FileFinder;
  readonly #seen = new Set<string>();

  /** @param finder of files in the drops */
  constructor(content: ContentFolder, finder: FileFinder) {
    this.#content = content;
    this.#finder = finder;
  }

  /**
   * Brings what an article refers to to the places where it will be looked for. Files that the content has stay as they are.
   *
   * @param path of the article in the content directory
   * @returns what was brought, and what not although it is in the drop
   */
  bring(article: Article, path: string): ImportedFile[] {
    return article.references.flatMap((reference) => {
      const place = decodePath(reference.href);
      const file = place === undefined ? undefined : this.#fileOf(article, reference.href, place);
      if (place === undefined || file === undefined || isArticleFile(file, article)) return [];
      const target = placeBelow(path, place);
      const key = `${file}\0${target}`;
      if (this.#seen.has(key)) return [];
      this.#seen.add(key);
      return this.#bringFile(reference.kind, file, target, article.locale) ?? [];
    });
  }

  /** A file in the drop that an article refers to, also one that is not for articles to find. */
  #fileOf({ file: from }: Article, href: string, place: string): string | undefined {
    const found = this.#finder.find(from, href);
    const below = placeBelow(from.path, place);
    if (found !== undefined || /^\.\.(?:\/|$)/.test(below)) return found;
    const file = join(from.root, below);
    return statSync(file, { throwIfNoEntry: false })?.isFile() === true ? file : undefined;
  }

  #bringFile(kind: Reference['kind'], file: string, target: string, locale: string): ImportedFile | undefined {
    const shown = { from: displayPath({ root: '', path: file }), to: this.#content.show(target) };
    const reason =
      whyNotWritten(target) ??
      whyNotOfKind(kind, target) ??
      whyNotOfLocale(target, locale) ??
      this.#content.obstacle(target);
    if (reason !== undefined) return { outcome: 'failed', ...shown, reason };
    const bytes = readFileSync(file);
    const occupant = this.#content.occupant(target, bytes);
    if (occupant === 'same') return undefined;
    if (occupant === 'other')
      return {
        outcome: 'kept',
        ...shown,
        reason: 'the content has another file of this name; replace it by hand if it is out of date',
      };
    this.#content.write(target, bytes);
    return { outcome: 'new', ...shown };
  }
}

/** The path that an address in an article means, below the content directory. */
function placeBelow(article: string, place: string): string {
  return /^~?\//.test(place) ? posix.normalize(place.replace(/^~?\/+/, '')) : posix.join(posix.dirname(article), place);
}

function whyNotOfKind(kind: Reference['kind'], target: string): string | undefined {
  const own = fileKind(target);
  if (own !== undefined && wanted[kind].includes(own))
    return own === 'include' && isHomeName(posix.basename(target)) ? 'it has the name of a home page' : undefined;
  if (own === 'include') return 'parts of articles are brought only where an article includes them';
  if (own === 'code') return 'code is brought only where an article shows it';
  return 'it is neither a picture, nor a part of an article, nor code of a known kind';
}

/** A hand-back keeps out of the folders of other languages. A folder such as `hr` may mean many things, `hr-HR` only the locale. */
function whyNotOfLocale(target: string, locale: string): string | undefined {
  const tag = localeOfPath(target)?.tag;
  return tag === undefined || !tag.includes('-') || tag === locale
    ? undefined
    : `it is brought by an article in ${locale}, and its place belongs to ${tag}`;
}

/** Articles are brought as articles, to the place that their slug says; parts of articles are files like any other. */
function isArticleFile(file: string, { file: { root } }: Article): boolean {
  const path = relative(root, file).replaceAll('\\', '/');
  return /\.(md|txt|mdx)$/i.test(path) && !/(^|\/)(includes|_[^/]*)\//i.test(path);
}
