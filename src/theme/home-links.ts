/** What a home page shows, hand-written or not. */
import type { ListEntry } from '../pipeline/types.ts';
import type { Site, SiteLocale } from '../store/site.ts';

/** Takes the slug of an article that is not there. */
export type OnMissing = (locale: string, slug: string) => void;

/** The articles with the given slugs, without those that are not there. */
export function findArticles(
  site: Site,
  locale: SiteLocale,
  slugs: readonly string[],
  onMissing: OnMissing,
): ListEntry[] {
  return slugs
    .map((slug) => slug.trim())
    .filter((slug) => slug !== '')
    .flatMap((slug) => findArticle(site, locale, slug, onMissing) ?? []);
}

/**
 * Where a link of a hand-written home page leads: a relative path to a Markdown file names an article of the same locale.
 * Undefined for an article that does not exist.
 */
export function resolveHomeLink(
  site: Site,
  locale: SiteLocale,
  href: string,
  onMissing: OnMissing,
): string | undefined {
  const file = /^(?![a-z][a-z\d+.-]*:|[/#?])(?:[^#?]*\/)?([^/#?]+)\.mdx?(\?[^#]*)?(#.*)?$/i.exec(href);
  if (!file) return href;
  const [, slug = '', query = '', fragment = ''] = file;
  if (slug === 'index') return `${site.facts.base}${locale.path}/${query}${fragment}`;
  const article = findArticle(site, locale, slug, onMissing);
  return article && `${article.href}${query}${fragment}`;
}

function findArticle(site: Site, locale: SiteLocale, slug: string, onMissing: OnMissing): ListEntry | undefined {
  const wanted = slug.toLowerCase();
  const found = site.list(locale.tag).find((entry) => entry.slug === wanted || entry.slug.endsWith(`/${wanted}`));
  if (!found) onMissing(locale.tag, slug);
  return found;
}
