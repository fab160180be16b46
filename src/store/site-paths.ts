/** Addresses of the site's own pages. Articles bring theirs along. */
import type { Page } from '../pipeline/types.ts';
import type { Site, SiteLocale } from './site.ts';

/** Path of a page of a locale with the base; `rest` ends in `/` where it names a page. */
export function localePath(site: Site, locale: SiteLocale, rest = ''): string {
  return `${site.facts.base}${locale.path}/${rest}`;
}

/** Name of the file beside an article's page that has the source of its sentences. */
export const originalFile = 'original.json';

/** Path of an article's original, undefined where none is known. */
export function originalPath(site: Site, { locale, slug, originalLocale }: Page): string | undefined {
  return originalLocale && localePath(site, site.locale(locale), `${slug}/${originalFile}`);
}

/** Path of the search index of a locale that has articles of its own. */
export function searchIndexPath(site: Site, { path }: SiteLocale): string {
  return `${site.facts.base}pagefind/${path}/`;
}

/** The locale of pages that belong to none: that of the source, if it is published. */
export function mainLocale(site: Site): SiteLocale {
  const main = site.facts.locales.find(({ tag }) => tag === site.facts.sourceLocale) ?? site.facts.locales[0];
  if (!main) throw new Error('The site has no locales.');
  return main;
}

/** The complete address of a path that begins with `/`; the path itself while nobody knows where the site will be. */
export function absolute(site: Site, path: string): string {
  return `${site.facts.origin ?? ''}${path}`;
}

/** The locale of a route's `[locale]` parameter. */
export function routeLocale(site: Site, params: Readonly<Record<string, string | undefined>>): SiteLocale {
  return site.locale(params['locale'] ?? '');
}

/**
 * Path of a file that lies beside a page.
 *
 * @example besidePage('/fr-fr/pay-invoice/', '.md') // '/fr-fr/pay-invoice.md'
 */
export function besidePage(path: string, ending: string): string {
  return path.replace(/\/$/, '') + ending;
}
