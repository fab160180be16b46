/** What a home page shows, hand-written or not. */
import { stderr } from '../report/output.ts';
import type { ListEntry } from '../pipeline/types.ts';
import type { Site, SiteLocale } from '../store/site.ts';

/** The articles with the given slugs. One that is not there is left out, and named in the build's output. */
export function findArticles(site: Site, locale: SiteLocale, slugs: readonly string[]): ListEntry[] {
  return slugs
    .map((slug) => slug.trim())
    .filter((slug) => slug !== '')
    .flatMap((slug) => findArticle(site, locale, slug) ?? []);
}

/**
 * Where a link of a hand-written home page leads: a relative path to a Markdown file names an article of the same locale.
 * Undefined for an article that does not exist.
 */
export function resolveHomeLink(site: Site, locale: SiteLocale, href: string): string | undefined {
  const file = /^(?![a-z][a-z\d+.-]*:|[/#?])(?:[^#?]*\/)?([^/#?]+)\.mdx?(\?[^#]*)?(#.*)?$/i.exec(href);
  if (!file) return href;
  const [, slug = '', query = '', fragment = ''] = file;
  if (slug === 'index') return `${site.facts.base}${locale.path}/${query}${fragment}`;
  const article = findArticle(site, locale, slug);
  return article && `${article.href}${query}${fragment}`;
}

function findArticle(site: Site, locale: SiteLocale, slug: string): ListEntry | undefined {
  const wanted = slug.toLowerCase();
  const found = site.list(locale.tag).find((entry) => entry.slug === wanted || entry.slug.endsWith(`/${wanted}`));
  if (!found) {
    // Not Astro's logger, which it gives to integrations only, not to pages.
    stderr.line(
      `${locale.home ?? locale.tag}: there is no article \`${slug}\` in ${locale.tag}. Its link is left out.`,
    );
  }
  return found;
}
