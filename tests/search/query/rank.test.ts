import { describe, expect, test } from 'vitest';
import { rank, type TermPostings } from '../../../src/search/query/rank.ts';

const term = (articles: readonly number[], impact = 1, trust = 1): TermPostings => ({
  postings: articles.map((article) => ({ article, impact })),
  trust,
});
/** Articles in their order, for terms each of which is a word of its own. */
const order = (terms: readonly TermPostings[], wording: [number, number][] = []): number[] =>
  rank(
    terms.map((each) => [each]),
    new Map(wording),
    100,
  ).map(({ article }) => article);

describe('rank', () => {
  test('finds articles that lack a term', () => {
    expect(order([term([1]), term([2]), term([])])).toEqual([1, 2]);
  });
  test('prefers two terms to one', () => {
    expect(order([term([1, 2]), term([2, 3])])[0]).toBe(2);
  });
  test('prefers the rarer term', () => {
    expect(order([term(Array.from({ length: 80 }, (_, article) => article)), term([90])])[0]).toBe(90);
  });
  test('prefers the article in which the term is worth more', () => {
    const postings = [
      { article: 1, impact: 0.5 },
      { article: 2, impact: 1.5 },
    ];
    expect(order([{ postings, trust: 1 }])).toEqual([2, 1]);
  });
  test('an article earns a word once, however many words that mean the same it has', () => {
    const [first, second] = rank([[term([1, 2]), term([2], 1, 0.9)]], new Map(), 100);
    expect(first?.score).toBe(second?.score);
  });
  test('prefers two words to one word and another that means the same', () => {
    const meanings = [[term([1, 2]), term([2], 1, 0.4)], [term([1])]];
    expect(rank(meanings, new Map(), 100)[0]?.article).toBe(1);
  });
  test('trusts what was typed more than a guess', () => {
    expect(order([term([1], 1, 0.7), term([2])])[0]).toBe(2);
  });
  test('a rare word that means the same is not worth more than the usual one that was typed', () => {
    const usual = Array.from({ length: 60 }, (_, article) => article);
    expect(rank([[term(usual), term([90], 1, 0.6)]], new Map(), 100).at(-1)?.article).toBe(90);
  });
  test('a title that is worded alike counts, even without a common term', () => {
    expect(order([], [[7, 1]])).toEqual([7]);
  });
  test('keeps one order for equals', () => {
    expect(order([term([3, 1, 2])])).toEqual([1, 2, 3]);
  });
});
