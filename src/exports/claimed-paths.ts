/**
 * Who has which place of a site. Every page whose address somebody can choose is asked for here before it is written, so that none takes
 * the place of another, or of a file that is in its way: two names that any disk holds equal are one.
 */
import { canonicalTag, localeOf } from '../core/locales.ts';
import { asFile, isPortablePath } from '../pipeline/group/slugify.ts';
import { reservedPaths } from '../pipeline/group/slugs.ts';
import type { Catalogue, Entry } from './catalogue.ts';

/** An article, or the site itself. */
export type Holder = Entry | 'site';

/** Folders of the site in which no article ever was. */
const ownFolders = ['_astro', 'api', 'desk', 'id', 'media', 'pagefind', 'status'].map(asFile);
/** Names of files at the root of the site or of a locale, and what hosts make of them. */
const ownFiles = /^(?:(?:index|404)(?:\.html)?|robots\.txt|llms\.txt|offer(?:\.json)?|sitemap(?:-[^/]*)?\.xml)$/i;
/** Files beside an article's page, by what stands behind its path. */
const besides = ['.MD', '.OEMBED.JSON', '/ORIGINAL.JSON', '/INDEX.HTML'];

export class ClaimedPaths {
  readonly #locales: ReadonlyMap<string, string>;
  /** By present slug as a file's name. */
  readonly #articles = new Map<string, Entry>();
  /** By slug from before. */
  readonly #former = new Map<string, Entry>();
  /** Files that are copied into the site, and the folders that they are in. */
  readonly #files = new Set<string>();
  /** By path, what was claimed. */
  readonly #claimed = new Map<string, Entry>();
  /** Folders above what was claimed, and whose claim it was first. */
  readonly #folders = new Map<string, Entry>();

  /** @param files copied into the site as they are, by their paths below its folder */
  constructor({ locales, entries }: Pick<Catalogue, 'locales' | 'entries'>, files: Iterable<string> = []) {
    this.#locales = new Map(locales.map((tag) => [asFile(localeOf(tag).path), tag]));
    for (const entry of entries) this.#articles.set(asFile(entry.slug), entry);
    for (const entry of entries)
      for (const slug of entry.formerSlugs)
        if (!this.#articles.has(asFile(slug))) this.#former.set(asFile(slug), entry);
    for (const file of files) this.#files.add(asFile(file));
  }

  /**
   * Claims the place of a page, `fr-fr/old-name`. A second claim of the same article is as good as its first.
   *
   * @param path below the site's folder, decoded, without slashes at its ends
   * @returns who has it instead; undefined where the article has it now
   */
  claim(path: string, entry: Entry): Holder | undefined {
    const place = withoutIndex(asFile(path));
    const holder = this.#ownerOf(place) ?? this.#blocking(place);
    if (holder !== undefined) return holder;
    const known = this.#claimed.get(place);
    if (known) return known === entry ? undefined : known;
    this.#claimed.set(place, entry);
    for (const folder of ancestorsOf(`${place}/INDEX.HTML`))
      if (!this.#folders.has(folder)) this.#folders.set(folder, entry);
    return undefined;
  }

  /**
   * The article that a path belongs to by its slug, present or from before, in any locale or in none: `/fr-fr/pay-invoice` and
   * `/pay-invoice` are not for others.
   */
  articleAt(path: string): Entry | undefined {
    for (const slug of this.slugsIn(path)) {
      const found = this.#articles.get(slug) ?? this.#former.get(slug);
      if (found) return found;
    }
    return undefined;
  }

  /** The slugs, as names of files, that a path may mean: all of it, and what stands behind a locale. */
  slugsIn(path: string): readonly string[] {
    const place = withoutIndex(asFile(path));
    const [first = ''] = place.split('/', 1);
    const isLocale = this.#locales.has(first) || (first.includes('-') && canonicalTag(first) !== undefined);
    return isLocale ? [place.slice(first.length + 1), place] : [place];
  }

  /** Whether a place of the site's own, or a page of an article, or a file beside one, is there or on the way there. */
  #ownerOf(place: string): Holder | undefined {
    const [first = '', second] = place.split('/');
    if (place === '' || ownFolders.includes(first) || ownFiles.test(first)) return 'site';
    const locale = this.#locales.get(first);
    if (locale !== undefined) {
      const rest = place.slice(first.length + 1);
      if (second === undefined || isOwnOfLocale(second)) return 'site';
      const page = this.#articles.get(rest);
      if (page?.pages.includes(locale) === true) return page;
      const beside = this.#besideArticle(rest, locale);
      if (beside) return beside;
    }
    return ancestorsOf(`${place}/`).some((part) => this.#files.has(part)) || this.#files.has(`${place}/INDEX.HTML`)
      ? 'site'
      : undefined;
  }

  /** The article that has a file where a path below a locale has a folder. */
  #besideArticle(rest: string, locale: string): Entry | undefined {
    for (const part of ancestorsOf(`${rest}/`)) {
      for (const ending of besides) {
        if (!part.endsWith(ending)) continue;
        const entry = this.#articles.get(part.slice(0, -ending.length));
        if (entry?.pages.includes(locale) === true) return entry;
      }
    }
    return undefined;
  }

  /** Whose claim has a file where this one needs a folder, or the other way round. */
  #blocking(place: string): Entry | undefined {
    const page = `${place}/INDEX.HTML`;
    const folder = this.#folders.get(page);
    if (folder) return folder;
    for (const part of ancestorsOf(page)) {
      const above = part.endsWith('/INDEX.HTML') ? this.#claimed.get(part.slice(0, -'/INDEX.HTML'.length)) : undefined;
      if (above) return above;
    }
    return undefined;
  }
}

/** Whether a page can have a path on every disk: what comes out of a file's name, or of a record, may be anything. */
export function canBePage(path: string): boolean {
  return isPortablePath(path) && path.isWellFormed() && path.split('/').every(isName);
}

function isName(part: string): boolean {
  return part !== '' && !/^\.|[. ]$|[\u0000-\u001F\u007F\\]/.test(part);
}

/** First parts of paths below a locale that are the site's own. */
function isOwnOfLocale(part: string): boolean {
  return reservedPaths.has(part.toLowerCase()) || ownFiles.test(part);
}

/** Hosts serve `x/index` as they serve `x/`. */
function withoutIndex(place: string): string {
  return place.replace(/(?:^|\/)INDEX$/, '');
}

/** All folders above a file, the longest first. */
function ancestorsOf(file: string): string[] {
  const folders: string[] = [];
  for (let at = file.lastIndexOf('/'); at > 0; at = file.lastIndexOf('/', at - 1)) folders.push(file.slice(0, at));
  return folders;
}
