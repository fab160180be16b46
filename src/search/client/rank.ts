/** Order of the found articles. Pure: the browser, the terminal and the tests rank alike. */

/** What the index answers to one term. */
export interface TermHits {
  readonly term: string;
  readonly hits: readonly { readonly id: string; readonly score: number }[];
}

export interface Ranked {
  readonly id: string;
  readonly score: number;
}

/**
 * Joins the answers to single terms, best article first. An article need not have all terms: asked for all, the index finds
 * nothing for every second question that is worded otherwise than the article.
 *
 * A term counts by its rarity. Within a term the score saturates: an article that says one word often must not outrank one
 * that has all words.
 */
export function rank(terms: readonly TermHits[], pages: number): Ranked[] {
  const scores = new Map<string, number>();
  for (const { hits } of terms) {
    const weight = rarity(hits.length, pages);
    for (const { id, score } of hits) scores.set(id, (scores.get(id) ?? 0) + weight * saturated(score));
  }
  return [...scores]
    .map(([id, score]) => ({ id, score }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** Inverse document frequency, positive even for a word that all articles have. */
function rarity(found: number, pages: number): number {
  return found === 0 ? 0 : Math.log(1 + Math.max(pages, found) / found);
}

function saturated(score: number): number {
  return score <= 0 ? 0 : score / (score + 1);
}
