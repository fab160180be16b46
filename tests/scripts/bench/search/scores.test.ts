import { expect, test } from 'vitest';
import { bm25 } from '../../../../scripts/bench/search/bm25.ts';
import { parseQueries, withSlips } from '../../../../scripts/bench/search/queries.ts';
import { meanScores, scoresOf } from '../../../../scripts/bench/search/scores.ts';
import { slipsBetween } from '../../../../src/search/query/spelling.ts';

test('questions are read with comments and blank lines between them', () => {
  expect(parseQueries('# a comment\n\nfr-FR\tenglish\tpay a bill\tpay\n')).toEqual([
    { locale: 'fr-FR', kind: 'english', text: 'pay a bill', expected: 'pay' },
  ]);
});

test('a line that lacks a column is named', () => {
  expect(() => parseQueries('fr-FR\tenglish\tpay a bill')).toThrow('Line 1');
});

test('a slip is one slip, the same each time, and only where there is a word for it', () => {
  const queries = ['pay the invoice', 'download invoices', '請求書', 'pay'].map((text) => {
    return { locale: 'en-US', kind: 'english', text, expected: 'x' };
  });
  const slips = withSlips(queries);
  expect(slips).toEqual(withSlips(queries));
  expect(slips).toHaveLength(2);
  for (const [number, { text }] of slips.entries()) {
    expect(slipsBetween(text, queries[number]?.text ?? '', 3)).toBeLessThanOrEqual(1);
  }
});

test('scores', () => {
  const outcome = (place: number | undefined, milliseconds: number) => ({ place, milliseconds, found: place ?? 0 });
  const scores = scoresOf([outcome(1, 1), outcome(4, 2), outcome(10, 3), outcome(undefined, 4)]);
  expect(scores).toEqual({
    queries: 4,
    recall: [0.25, 0.5, 0.75],
    meanReciprocalRank: (1 + 1 / 4 + 1 / 10) / 4,
    zero: 0.25,
    milliseconds: [3, 4],
  });
  expect(meanScores([scores, scores]).recall).toEqual(scores.recall);
});

test('the reference finds an article by its rarer word', () => {
  const texts = ['pay the bill', 'pay the invoice', 'pay and pay'].map((text, slug) => ({ slug: String(slug), text }));
  expect(bm25(texts, 'en-US')('pay invoice')[0]).toBe('1');
});
