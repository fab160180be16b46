import type { Article, State } from '../types.ts';

/**
 * Each article against the newest version of the source that any of them was made from. Another hash alone is no staleness: the
 * hash algorithm itself has changed, so the structure is compared too.
 */
export function statesOf(articles: readonly Article[]): State[] {
  const newest = newestHash(articles);
  const shapes = new Set(articles.filter(({ metadata }) => metadata.sourceHash === newest).map(({ shape }) => shape));
  return articles.map(({ metadata, shape, side }) => {
    if (metadata.sourceHash === newest || (side === 'target' && metadata.translation === 'source')) return 'current';
    if (metadata.sourceHash === undefined) return 'current';
    return shapes.has(shape) ? 'same-shape' : 'behind';
  });
}

/** The hash of the source file itself where it is there; else the one that was handed back last. */
function newestHash(articles: readonly Article[]): string | undefined {
  const source = articles.find(({ metadata, side }) => side === 'target' && metadata.translation === 'source');
  if (source && articles.some(({ metadata }) => metadata.sourceHash === source.digest)) return source.digest;
  let newest: Article | undefined;
  for (const article of articles) {
    if (article.metadata.sourceHash === undefined) continue;
    if (newest === undefined || (article.metadata.handoff ?? '') > (newest.metadata.handoff ?? '')) newest = article;
  }
  return newest?.metadata.sourceHash;
}
