/** What an article is known by from one build to the next. */
import type { Article } from '../types.ts';
import { namedPath } from './cluster.ts';

/**
 * Marks of an article in all its locales: its ids in small letters and the anchor of its heading, `#pay-invoice`. An article that has
 * neither is known by the paths of its files, `/billing/pay-invoice`. Sorted.
 */
export function marksOf(articles: readonly Article[]): string[] {
  const marks = new Set<string>();
  for (const { metadata, anchors } of articles) {
    for (const id of metadata.ids) marks.add(id.toLowerCase());
    const [first] = anchors;
    if (first?.explicit === true) marks.add(`#${first.id}`);
  }
  if (marks.size === 0) {
    for (const article of articles) {
      const path = namedPath(article);
      if (path !== undefined) marks.add(`/${path}`);
    }
  }
  return [...marks].sort();
}

/** How firmly an article belongs to the site: 2 with a file in the source locale, 1 where a bilingual file holds its source, else 0. */
export function firmnessOf(articles: readonly Article[]): number {
  if (articles.some(({ metadata }) => metadata.translation === 'source')) return 2;
  return articles.some(({ bilingual }) => bilingual) ? 1 : 0;
}
