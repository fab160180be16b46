/** Addresses that articles had before. Every one leads to an article as it is now, so that there are neither chains nor loops. */
import { localeOf } from '../core/locales.ts';
import { asFile } from '../pipeline/group/slugify.ts';
import { pagePath } from '../pipeline/link/resolve.ts';
import type { Catalogue, Entry } from './catalogue.ts';
import { canBePage, ClaimedPaths, type Holder } from './claimed-paths.ts';
import { permanentPath } from './ids.ts';

export interface Redirect {
  /** Path on the host, with the base, percent-encoded; ends in `/`. */
  readonly from: string;
  /** Path of a page of this site: an article, or its permanent link where the reader's language decides. */
  readonly to: string;
  readonly entry: Entry;
  /** Locale of the page that it leads to; undefined where the reader's language decides. */
  readonly locale?: string;
}

/** An address that two articles claim, or one that a page of the site has. */
export interface Conflict {
  readonly from: string;
  /** File that claims it, as a user would type it. */
  readonly file: string;
  /** The article that has the address; undefined where another page of the site has it. */
  readonly holder?: Entry;
}

/** What decides about redirects besides the articles. */
export interface RedirectSettings {
  /** Address of the site that the articles were written for, without a slash at its end. */
  readonly documentationSite?: string | undefined;
  /** Files that are copied into the site as they are, by their paths below its folder. */
  readonly files?: Iterable<string>;
  /** Slugs of the history that nobody can be given. */
  readonly contested?: ReadonlySet<string>;
}

/**
 * All redirects of a site, sorted by `from`: former slugs, the paths that articles name in `redirect_from`, and the path on the site
 * that the articles were written for. What the history knows outranks what authors say, and what the source says its translations; of
 * two articles that are equal in this, the first by slug has the address. None has one that belongs to a page or a file of the site.
 */
export function redirectsOf(
  catalogue: Catalogue,
  { documentationSite, files, contested = new Set() }: RedirectSettings = {},
): { redirects: Redirect[]; conflicts: Conflict[] } {
  const claimed = new ClaimedPaths(catalogue, files);
  const unsettled = new Set(Array.from(contested, asFile));
  const byFrom = new Map<string, Redirect>();
  const conflicts: Conflict[] = [];
  for (const { file, path, redirect, isNowhere } of claims(catalogue, documentationSite)) {
    const { from, entry } = redirect;
    if (isNowhere === true) {
      const holder = path.startsWith(catalogue.base) && claimed.articleAt(path.slice(catalogue.base.length, -1));
      if (file !== undefined && holder && holder !== entry) conflicts.push({ from, file, holder });
      continue;
    }
    const holder = holderOf(path, redirect, { claimed, byFrom, catalogue, unsettled });
    if (holder === undefined) byFrom.set(from, redirect);
    // What no author wrote is nobody's mistake.
    else if (file !== undefined && holder !== entry)
      conflicts.push({ from, file, ...(typeof holder === 'string' ? {} : { holder }) });
  }
  return { redirects: [...byFrom.values()].sort((a, b) => (a.from < b.from ? -1 : 1)), conflicts };
}

/** Who has an address already; undefined where it is free, and claimed now. */
function holderOf(
  path: string,
  { from, entry }: Redirect,
  known: {
    readonly claimed: ClaimedPaths;
    readonly byFrom: ReadonlyMap<string, Redirect>;
    readonly catalogue: Catalogue;
    readonly unsettled: ReadonlySet<string>;
  },
): Holder | undefined {
  const { claimed, byFrom, catalogue, unsettled } = known;
  // What lies outside of the base is no page of this site.
  if (!path.startsWith(catalogue.base)) return byFrom.get(from)?.entry;
  const below = path.slice(catalogue.base.length).replace(/\/$/, '');
  if (!canBePage(below)) return 'site';
  const named = claimed.articleAt(below);
  if (named && named !== entry) return named;
  const isUnsettled = claimed.slugsIn(below).some((slug) => unsettled.has(slug));
  return isUnsettled ? 'site' : claimed.claim(below, entry);
}

interface Claim {
  /** The file in which an author wrote the address down; undefined where it is only known from before. */
  readonly file?: string;
  /** The address on the host, with the base, as it reads; ends in `/`. */
  readonly path: string;
  readonly redirect: Redirect;
  /** True where the article has no page in the language of the address: nothing can be redirected there. */
  readonly isNowhere?: boolean;
}

/** Strongest claims first. */
function* claims(catalogue: Catalogue, documentationSite: string | undefined): Generator<Claim> {
  const { entries, base } = catalogue;
  for (const entry of entries) {
    for (const slug of entry.formerSlugs) {
      for (const locale of entry.pages)
        yield toLocale(catalogue, entry, locale, `${base}${localeOf(locale).path}/${slug}/`);
    }
  }
  yield* authorsClaims(catalogue, true);
  yield* authorsClaims(catalogue, false);
  if (documentationSite === undefined) return;
  const root = `${decodeURI(new URL(documentationSite).pathname).replace(/\/$/, '')}/`;
  for (const entry of entries) {
    for (const { path, locales } of entry.paths) {
      yield toReader(catalogue, entry, `${root}${path}/`);
      for (const locale of locales)
        yield toLocale(catalogue, entry, locale, `${root}${localeOf(locale).path}/${path}/`);
    }
  }
}

/** What is said by `redirect_from`, in files of the source or in its translations. */
function* authorsClaims(catalogue: Catalogue, isSource: boolean): Generator<Claim> {
  const { entries, base, locales } = catalogue;
  const byPath = new Map(locales.map((tag) => [localeOf(tag).path, tag]));
  for (const entry of entries) {
    for (const { path, file, source } of entry.redirectFrom) {
      if (source !== isSource) continue;
      const locale = byPath.get(path.split('/')[1]?.toLowerCase() ?? '');
      const from = `${base}${path.slice(1)}/`;
      if (locale === undefined) yield { file, ...toReader(catalogue, entry, from) };
      else yield { file, isNowhere: !entry.pages.includes(locale), ...toLocale(catalogue, entry, locale, from) };
    }
  }
}

function toLocale({ base }: Catalogue, entry: Entry, locale: string, path: string): Claim {
  return { path, redirect: { from: encodePath(path), to: pagePath(base, locale, entry.slug), entry, locale } };
}

function toReader({ base }: Catalogue, entry: Entry, path: string): Claim {
  return { path, redirect: { from: encodePath(path), to: permanentPath(base, entry.slug), entry } };
}

/** Half a surrogate pair is no character, and no address has one. */
function encodePath(path: string): string {
  return path.toWellFormed().split('/').map(encodeURIComponent).join('/');
}
