import type { Article, Topic } from './types.ts';

/** The article that the page of a topic shows in a locale: the translation, else the source; undefined where there is neither. */
export function shownIn({ articles }: Topic, locale: string, sourceLocale: string): Article | undefined {
  return articles[locale] ?? articles[sourceLocale];
}
