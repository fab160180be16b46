import { describe, expect, test } from 'vitest';
import { rank, type TermPostings } from '../../../src/search/client/rank.ts';
import type { Part } from '../../../src/search/layout.ts';

const term = (articles: readonly number[], part: Part = 'body', trust = 1): TermPostings => ({
  postings: articles.map((article) => ({ article, part })),
  trust,
});
const order = (terms: readonly TermPostings[], wording: [number, number][] = []): number[] =>
  rank(terms, new Map(wording), 100).map(({ article }) => article);

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
  test.each<[Part, Part]>([
    ['title', 'heading'],
    ['originalTitle', 'heading'],
    ['heading', 'body'],
    ['body', 'original'],
  ])('%s before %s', (better, worse) => {
    expect(
      order([
        {
          postings: [
            { article: 1, part: worse },
            { article: 2, part: better },
          ],
          trust: 1,
        },
      ]),
    ).toEqual([2, 1]);
  });
  test('trusts what was typed more than a guess', () => {
    expect(order([term([1], 'body', 0.7), term([2])])[0]).toBe(2);
  });
  test('a title that is worded alike counts, even without a common term', () => {
    expect(order([], [[7, 1]])).toEqual([7]);
  });
  test('keeps one order for equals', () => {
    expect(order([term([3, 1, 2])])).toEqual([1, 2, 3]);
  });
});
