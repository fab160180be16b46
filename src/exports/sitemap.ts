/** Sitemaps: what search engines shall know of the site, one file for each locale and an index of them. */
import type { Site, SiteLocale } from '../store/site.ts';
import { absolute, localePath } from '../store/site-paths.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** The index of the locales' sitemaps. */
export function sitemapIndex(site: Site): string {
  const entries = site.facts.locales.map(
    ({ path }) => `<sitemap><loc>${address(site, `${site.facts.base}sitemap-${path}.xml`)}</loc></sitemap>\n`,
  );
  return `${declaration}<sitemapindex xmlns="${namespace}">\n${entries.join('')}</sitemapindex>\n`;
}

/** The pages of a locale with their translations. Pages that show the source article are left out, and those with `noindex`. */
export function sitemap(site: Site, locale: SiteLocale): string {
  const translations = translationsOf(site);
  const home = `<url><loc>${address(site, localePath(site, locale))}</loc></url>\n`;
  const pages = site
    .entries(locale.tag)
    .filter(({ noindex, fallback }) => !noindex && !fallback)
    .map(({ slug, updated }) => {
      const modified = updated === undefined ? '' : `<lastmod>${updated}</lastmod>`;
      return `<url><loc>${address(site, localePath(site, locale, `${slug}/`))}</loc>${modified}${translations(slug)}</url>\n`;
    });
  return `${declaration}<urlset xmlns="${namespace}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${home}${pages.join('')}</urlset>\n`;
}

let known: { site: Site; localesOf: Map<string, SiteLocale[]>; links: Map<string, string> } | undefined;

/** Gives the links to an article in all its languages; the same text in every locale's sitemap, so it is made once. */
function translationsOf(site: Site): (slug: string) => string {
  if (known?.site !== site) known = { site, localesOf: localesBySlug(site), links: new Map() };
  const { localesOf, links } = known;
  return (slug) => {
    let text = links.get(slug);
    if (text === undefined) links.set(slug, (text = alternateLinks(site, slug, localesOf.get(slug) ?? [])));
    return text;
  };
}

function localesBySlug(site: Site): Map<string, SiteLocale[]> {
  const result = new Map<string, SiteLocale[]>();
  for (const locale of site.facts.locales) {
    for (const { slug, fallback, noindex } of site.entries(locale.tag)) {
      if (fallback || noindex) continue;
      const locales = result.get(slug);
      if (locales) locales.push(locale);
      else result.set(slug, [locale]);
    }
  }
  return result;
}

function alternateLinks(site: Site, slug: string, locales: readonly SiteLocale[]): string {
  const link = (language: string, path: string): string =>
    `<xhtml:link rel="alternate" hreflang="${language}" href="${address(site, path)}"/>`;
  const links = locales.map((locale) => link(locale.tag, localePath(site, locale, `${slug}/`)));
  const source = locales.find(({ tag }) => tag === site.facts.sourceLocale);
  if (source) links.push(link('x-default', localePath(site, source, `${slug}/`)));
  return links.join('');
}

function address(site: Site, path: string): string {
  return absolute(site, encodeURI(path)).replaceAll('&', '&amp;');
}
