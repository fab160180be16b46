/** Addresses that articles had before. Every one leads to an article as it is now, so that there are neither chains nor loops. */
import { localeOf } from '../locales.ts';
import { pagePath } from '../pipeline/link/resolve.ts';
import type { Catalogue, Entry } from './catalogue.ts';
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
  /** Slug of the article that has the address; undefined where another page of the site has it. */
  readonly holder?: string;
}

/** Folders of the site in which no article ever was. */
const ownFolders = new Set(['_astro', 'api', 'desk', 'id', 'media', 'pagefind', 'status']);

/**
 * All redirects of a site, sorted by `from`: former slugs, the paths that articles name in `redirect_from`, and the path on the site
 * that the articles were written for. Of two articles that claim one address, the first by slug has it.
 *
 * @param documentationSite address of that site, without a slash at its end
 */
export function redirectsOf(
  catalogue: Catalogue,
  documentationSite?: string,
): { redirects: Redirect[]; conflicts: Conflict[] } {
  const pages = new Map<string, string>();
  for (const { slug, pages: locales } of catalogue.entries) {
    for (const locale of locales) pages.set(pagePath(catalogue.base, locale, slug), slug);
  }
  const byFrom = new Map<string, Redirect>();
  const conflicts: Conflict[] = [];
  for (const { file, redirect } of claims(catalogue, documentationSite)) {
    const { from, entry } = redirect;
    const holder = pages.get(from) ?? byFrom.get(from)?.entry.slug;
    if (holder === undefined && !isOwn(from, catalogue)) byFrom.set(from, redirect);
    // What no author wrote is nobody's mistake.
    else if (file !== undefined && holder !== entry.slug)
      conflicts.push({ from, file, ...(holder === undefined ? {} : { holder }) });
  }
  return { redirects: [...byFrom.values()].sort((a, b) => (a.from < b.from ? -1 : 1)), conflicts };
}

interface Claim {
  /** The file in which an author wrote the address down; undefined where it is only known from before. */
  readonly file?: string;
  readonly redirect: Redirect;
}

/** Strongest claims first: what authors say outranks what is only known from before. */
function* claims({ entries, base, locales }: Catalogue, documentationSite: string | undefined): Generator<Claim> {
  const byPath = new Map(locales.map((tag) => [localeOf(tag).path, tag]));
  const toLocale = (entry: Entry, locale: string, from: string): Redirect => ({
    from: encodePath(from),
    to: pagePath(base, locale, entry.slug),
    entry,
    locale,
  });
  const toReader = (entry: Entry, from: string): Redirect => ({
    from: encodePath(from),
    to: permanentPath(base, entry.slug),
    entry,
  });
  for (const entry of entries) {
    for (const { path, file } of entry.redirectFrom) {
      const locale = byPath.get(path.split('/')[1]?.toLowerCase() ?? '');
      const from = `${base}${path.slice(1)}/`;
      if (locale === undefined) yield { file, redirect: toReader(entry, from) };
      else if (entry.pages.includes(locale)) yield { file, redirect: toLocale(entry, locale, from) };
    }
  }
  for (const entry of entries) {
    for (const slug of entry.formerSlugs) {
      for (const locale of entry.pages) {
        yield { redirect: toLocale(entry, locale, `${base}${localeOf(locale).path}/${slug}/`) };
      }
    }
  }
  if (documentationSite === undefined) return;
  const root = `${decodeURI(new URL(documentationSite).pathname).replace(/\/$/, '')}/`;
  for (const entry of entries) {
    for (const path of entry.paths) {
      yield { redirect: toReader(entry, `${root}${path}/`) };
      for (const locale of entry.pages) {
        yield { redirect: toLocale(entry, locale, `${root}${localeOf(locale).path}/${path}/`) };
      }
    }
  }
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** True for addresses that belong to the site itself: its root, the homes of its locales, its folders. */
function isOwn(from: string, { base, locales }: Catalogue): boolean {
  if (!from.startsWith(base)) return false;
  const [first = '', second = ''] = from.slice(base.length).split('/');
  if (first === '' || ownFolders.has(first)) return true;
  const isHome = locales.some((tag) => localeOf(tag).path === first);
  return isHome && ['', 'all', 'search', 'topics', '404'].includes(second);
}
