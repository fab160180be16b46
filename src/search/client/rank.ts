/** Order of the found articles. Pure: the browser, the terminal and the tests rank alike. */
import type { Part } from '../layout.ts';
import type { Posting } from './term-index.ts';

/** Where one term of a question stands. */
export interface TermPostings {
  readonly postings: readonly Posting[];
  /** How sure it is that the reader meant this term, up to 1: a guess counts less than what was typed. */
  readonly trust: number;
}

export interface Ranked {
  readonly article: number;
  readonly score: number;
}

/** What a term is worth by where it stands: BM25F's weights 10, 3, 2, 1 and ½, saturated. */
const worth: Readonly<Record<Part, number>> = {
  title: 1.96,
  originalTitle: 1.75,
  heading: 1.4,
  body: 1,
  original: 0.65,
};
/** Likeness of wordings against equality of terms. */
const wordingWeight = 0.5;

/**
 * Joins what is known of single terms, best article first. An article need not have all terms: asked for all, the index finds
 * nothing for every second question that is worded otherwise than the article. A term counts by its rarity and by its place.
 *
 * @param wording scores of titles by likeness to the question
 * @param articles number of articles in the index
 */
export function rank(terms: readonly TermPostings[], wording: ReadonlyMap<number, number>, articles: number): Ranked[] {
  const scores = new Map<number, number>();
  for (const { postings, trust } of terms) {
    const weight = rarity(postings.length, articles) * trust;
    for (const { article, part } of postings) scores.set(article, (scores.get(article) ?? 0) + weight * worth[part]);
  }
  for (const [article, score] of wording) scores.set(article, (scores.get(article) ?? 0) + wordingWeight * score);
  return [...scores]
    .map(([article, score]) => ({ article, score }))
    .sort((a, b) => b.score - a.score || a.article - b.article);
}

/** Inverse document frequency as in BM25, positive even for a word that all articles have. */
export function rarity(found: number, articles: number): number {
  return Math.log(1 + (Math.max(articles, found) - found + 0.5) / (found + 0.5));
}
