import type { Article, Topic } from '../types.ts';

/** The article that the page of a topic shows in a locale: the translation, else the source; undefined where there is neither. */
export function shownIn({ articles }: Topic, locale: string, sourceLocale: string): Article | undefined {
  return articles[locale] ?? articles[sourceLocale];
}

/** The article that stands for a topic where no locale is asked for: the source, else the first. */
export function mainArticle({ articles }: Topic, sourceLocale: string): Article | undefined {
  return articles[sourceLocale] ?? Object.values(articles)[0];
}
