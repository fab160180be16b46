/** What lists say about articles. */
import { localeOf } from '../core/locales.ts';
import { shownIn } from './group/article-for-locale.ts';
import { pagePath } from './link/resolve.ts';
import { type PageContext, updatedOf } from './page-inputs.ts';
import type { Article, ListEntry, Topic } from './types.ts';

/** The list of a locale, in the order of its own collation. */
export function listOf(
  topics: readonly Topic[],
  locale: string,
  context: Pick<PageContext, 'sourceLocale' | 'base'>,
): ListEntry[] {
  const collator = new Intl.Collator(locale, { numeric: true });
  return topics
    .flatMap((topic): ListEntry[] => {
      const article = shownIn(topic, locale, context.sourceLocale);
      if (!article || article.metadata.publication.unlisted === true) return [];
      return [listEntryOf(topic, article, locale, context.base)];
    })
    .sort((a, b) => collator.compare(a.title, b.title) || (a.slug < b.slug ? -1 : 1));
}

/** What the list of a locale says of an article. */
export function listEntryOf({ slug }: Topic, article: Article, locale: string, base: string): ListEntry {
  const updated = updatedOf(article);
  return {
    slug,
    title: article.title,
    summary: article.summary,
    href: pagePath(base, locale, slug),
    bodyLocale: article.locale,
    ...(article.category === undefined ? {} : { category: article.category }),
    ...(updated === undefined ? {} : { updated }),
    noindex: article.metadata.noindex,
  };
}

/** All locales that have an article of their own, sorted by tag. */
export function localesOf(topics: readonly Topic[]): string[] {
  return [...new Set(topics.flatMap(({ articles }) => Object.keys(articles)))].sort().map((tag) => localeOf(tag).tag);
}
