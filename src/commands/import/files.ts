/** The files that handed-back articles refer to: pictures, also linked ones, parts of articles, and code. */
import { lstatSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { localeOfPath } from '../../layouts/locale-of-path.ts';
import { isInert, isOfKind, kindMeant } from '../../pipeline/files/file-kinds.ts';
import { decodePath, FileFinder } from '../../pipeline/files/referenced-files.ts';
import { isIgnored } from '../../pipeline/read.ts';
import type { Article, Reference } from '../../pipeline/types.ts';
import { displayPath } from '../../config/display-path.ts';
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

/** Brings the files of articles, each of them once. */
export class FileImport {
  readonly #content: ContentFolder;
  readonly #drops: readonly string[];
  readonly #finder: FileFinder;
  readonly #seen = new Set<string>();

  /** @param drops absolute paths of their folders */
  constructor(content: ContentFolder, drops: readonly string[], sourceLocale: string) {
    this.#content = content;
    this.#drops = drops;
    this.#finder = new FileFinder(drops, sourceLocale);
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
      const found = place === undefined ? undefined : this.#find(article, reference, place);
      if (place === undefined || !found || this.#isArticle(found.file)) return [];
      const target = placeBelow(path, place);
      const key = `${found.file}\0${target}`;
      if (this.#seen.has(key)) return [];
      this.#seen.add(key);
      const shown = { from: displayPath({ root: '', path: found.file }), to: this.#content.show(target) };
      const reason = this.#whyNotBrought(reference.kind, found, target, article.locale);
      if (reason !== undefined) return [{ outcome: 'failed' as const, ...shown, reason }];
      const outcome = this.#copy(found.file, target);
      return outcome === 'same' ? [] : [{ ...shown, ...outcome }];
    });
  }

  /** A file in the drop that an article refers to, also one that is not for articles to find: that has to be named. */
  #find({ file: from }: Article, reference: Reference, place: string): Found | undefined {
    const found = this.#finder.find(from, reference);
    if (found !== undefined) return { file: found, isOwn: true };
    const below = placeBelow(from.path, place);
    if (/^\.\.(?:\/|$)/.test(below)) return undefined;
    const file = join(from.root, below);
    const stats = lstatSync(file, { throwIfNoEntry: false });
    return stats?.isFile() === true || stats?.isSymbolicLink() === true ? { file, isOwn: false } : undefined;
  }

  #whyNotBrought(kind: Reference['kind'], { isOwn }: Found, target: string, locale: string): string | undefined {
    return (
      whyNotWritten(target) ??
      whyNotOfKind(kind, target) ??
      whyNotOfLocale(target, locale) ??
      (isOwn ? undefined : 'it is not a file of the drop itself, or not one that articles can refer to') ??
      this.#content.obstacle(target)
    );
  }

  #copy(file: string, target: string): Pick<ImportedFile, 'outcome' | 'reason'> | 'same' {
    const bytes = readFileSync(file);
    const occupant = this.#content.occupant(target, bytes);
    if (occupant === 'same') return 'same';
    if (occupant === 'other') {
      const reason = 'the content has another file of this name; replace it by hand if it is out of date';
      return { outcome: 'kept', reason };
    }
    this.#content.write(target, bytes);
    return { outcome: 'new' };
  }

  /** Articles are brought as articles, to the place that their slug says; parts of articles are files like any other. */
  #isArticle(file: string): boolean {
    const root = this.#drops.find((drop) => file.startsWith(drop + sep));
    if (root === undefined) throw new Error(`${file} is in no drop.`);
    return /\.(md|txt|mdx)$/i.test(file) && !relative(root, file).split(sep).some(isIgnored);
  }
}

/** A file in a drop. */
interface Found {
  /** Absolute path. */
  readonly file: string;
  /** Whether articles can refer to it. */
  readonly isOwn: boolean;
}

/** The path that an address in an article means, below the content directory. */
function placeBelow(article: string, place: string): string {
  return /^~?\//.test(place) ? posix.normalize(place.replace(/^~?\/+/, '')) : posix.join(posix.dirname(article), place);
}

function whyNotOfKind(kind: Reference['kind'], target: string): string | undefined {
  const meant = kindMeant({ kind });
  if (meant === 'article') {
    if (!/\.md$/i.test(target)) return 'a part of an article is a Markdown file, whose name ends in `.md`';
    return isHomeName(posix.basename(target)) ? 'it has the name of a home page' : undefined;
  }
  if (isOfKind(meant, target))
    return meant === 'picture' || isInert(target) ? undefined : 'it may be run or read as settings where it lies';
  if (isOfKind('article', target)) return 'parts of articles are brought only where an article includes them';
  if (isOfKind('code', target)) return 'code is brought only where an article shows it';
  return 'it is neither a picture, nor a part of an article, nor code of a known kind';
}

/** A hand-back keeps out of the folders of other languages. A folder such as `hr` may mean many things, `hr-HR` only the locale. */
function whyNotOfLocale(target: string, locale: string): string | undefined {
  const tag = localeOfPath(target)?.tag;
  return tag === undefined || !tag.includes('-') || tag === locale
    ? undefined
    : `it is brought by an article in ${locale}, and its place belongs to ${tag}`;
}
