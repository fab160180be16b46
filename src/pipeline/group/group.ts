import { compareText, type Diagnostic } from '../../diagnostics.ts';
import type { Article, Topic } from '../types.ts';
import { type Cluster, cluster } from './cluster.ts';
import { assignSlugs } from './slugs.ts';
import { statesOf } from './states.ts';

/** How a recovered source article is made from a bilingual one; undefined where that fails. */
export type Recover = (bilingual: Article) => Article | undefined;

/**
 * Groups articles into topics, one article a locale. Where no file holds the source, it is recovered from the newest bilingual
 * sibling.
 */
export function group(
  articles: readonly Article[],
  sourceLocale: string,
  recover: Recover,
  nameOf: (article: Article) => string,
): { topics: Topic[]; diagnostics: Diagnostic[] } {
  const clusters = cluster(articles);
  const slugs = assignSlugs(clusters);
  const diagnostics: Diagnostic[] = [];
  const topics = clusters.map((members, index): Topic => {
    const { chosen, dropped } = onePerLocale(members);
    for (const [loser, winner] of dropped) diagnostics.push(duplicate(nameOf(loser), nameOf(winner), loser.locale));
    if (!chosen.some(({ locale }) => locale === sourceLocale)) {
      const bilingual = [...members].filter((article) => article.bilingual).sort(byFreshness)[0];
      const recovered = bilingual && recover(bilingual);
      if (recovered) chosen.push(recovered);
    }
    chosen.sort((a, b) => compareText(a.locale, b.locale));
    const states = statesOf(chosen);
    return {
      slug: slugs[index] ?? '',
      articles: Object.fromEntries(chosen.map((article) => [article.locale, article])),
      states: Object.fromEntries(chosen.map((article, at) => [article.locale, states[at] ?? 'current'])),
    };
  });
  topics.sort((a, b) => compareText(a.slug, b.slug));
  return { topics, diagnostics };
}

function onePerLocale(members: Cluster): { chosen: Article[]; dropped: [loser: Article, winner: Article][] } {
  const byLocale = new Map<string, Article>();
  const dropped: [Article, Article][] = [];
  for (const article of [...members].sort(byFreshness)) {
    const winner = byLocale.get(article.locale);
    if (winner) dropped.push([article, winner]);
    else byLocale.set(article.locale, article);
  }
  return { chosen: [...byLocale.values()], dropped };
}

/** Newest hand-back first; of equals the bilingual file, which knows more; then by path. */
export function byFreshness(a: Article, b: Article): number {
  return (
    compareText(b.metadata.handoff ?? '', a.metadata.handoff ?? '') ||
    Number(b.bilingual) - Number(a.bilingual) ||
    compareText(a.file.path, b.file.path) ||
    compareText(a.file.root, b.file.root)
  );
}

function duplicate(loser: string, winner: string, locale: string): Diagnostic {
  return {
    rule: 'duplicate-article',
    severity: 'warning',
    file: loser,
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 1,
    message: `A second file for the same article in ${locale}; ${winner} is published instead.`,
    hint: 'Remove one of the two, or give them different `slug:` values where they are different articles.',
  };
}
