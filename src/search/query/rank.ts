/** Order of the found articles. Pure: the browser, the terminal and the tests rank alike. */
import type { Posting } from './term-index.ts';

/** Where one term stands. */
export interface TermPostings {
  readonly postings: readonly Posting[];
  /** How sure it is that the reader meant this term, up to 1: a guess counts less than what was typed. */
  readonly trust: number;
}

/** What one word of a question may mean: itself, its other forms, words that mean the same. */
export type Meanings = readonly TermPostings[];

export interface Ranked {
  readonly article: number;
  readonly score: number;
}

/** Below 1: a rare word is worth more than a usual one, but not so much that one alone decides a long question. */
const rarityPower = 0.6;
/** Part of a score that is earned by having many words of the question. */
const coverageEffect = 0.2;
/** Likeness of wordings against equality of terms. */
const wordingWeight = 0.2;

/**
 * Joins what is known of single words, best article first. An article need not have all words: asked for all, the index finds nothing
 * for every second question that is worded otherwise than the article. A word counts by its rarity, and by what it is worth in the
 * article; of its meanings the one that is worth most.
 *
 * @param wording scores of titles by likeness to the question
 * @param articles number of articles in the index
 */
export function rank(words: readonly Meanings[], wording: ReadonlyMap<number, number>, articles: number): Ranked[] {
  const scores = new Map<number, number>();
  const covered = new Map<number, number>();
  let whole = 0;
  for (const meanings of words) {
    const earned = new Map<number, number>();
    const best = new Map<number, number>();
    let most = 0;
    // Another word that is rarer would else be worth more than the one that was typed.
    const highest = Math.min(
      ...meanings.flatMap(({ postings, trust }) =>
        trust === 1 && postings.length > 0 ? [rarity(postings.length, articles)] : [],
      ),
    );
    for (const { postings, trust } of meanings) {
      const weight = trust * Math.min(highest, rarity(postings.length, articles)) ** rarityPower;
      if (postings.length > 0) most = Math.max(most, weight);
      for (const { article, impact } of postings) {
        const worth = weight * impact;
        if (worth > (earned.get(article) ?? 0)) earned.set(article, worth);
        best.set(article, Math.max(best.get(article) ?? 0, weight));
      }
    }
    whole += most;
    for (const [article, worth] of earned) scores.set(article, (scores.get(article) ?? 0) + worth);
    for (const [article, weight] of best) covered.set(article, (covered.get(article) ?? 0) + weight);
  }
  for (const [article, score] of scores) {
    const share = (covered.get(article) ?? 0) / whole;
    scores.set(article, score * (1 - coverageEffect + coverageEffect * share));
  }
  for (const [article, score] of wording) scores.set(article, (scores.get(article) ?? 0) + wordingWeight * score);
  return [...scores]
    .map(([article, score]) => ({ article, score }))
    .sort((a, b) => b.score - a.score || a.article - b.article);
}

/** Articles that are taken to have each word beside those that have it: in a dozen articles, to be in one or in three is chance. */
const chance = 10;

/** Inverse document frequency as in BM25, positive even for a word that all articles have. */
export function rarity(found: number, articles: number): number {
  return Math.log(1 + (Math.max(articles, found) - found + chance) / (found + chance));
}
