/** The search from the terminal, and how well it answers what people ask. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compareSearches } from '../../scripts/bench/search/compare.ts';
import { parseQueries } from '../../scripts/bench/search/queries.ts';
import { runNode } from './command.ts';
import { helpCentre } from './sites.ts';

const find = (...words: string[]) => runNode(['scripts/languedocs.ts', 'find', '--site', helpCentre.folder, ...words]);

describe('npm run find', () => {
  test('answers a query with one line of JSON', async () => {
    const { text, code } = await find('--lang', 'fr-FR', '--json', 'remboursement');
    const { query, results } = JSON.parse(text) as { query: string; results: Record<string, unknown>[] };
    expect(code).toBe(0);
    expect(query).toBe('remboursement');
    expect(results[0]).toMatchObject({
      url: '/help/fr-fr/refunds-and-credits/',
      slug: 'refunds-and-credits',
      title: 'Remboursements et crédits',
    });
    expect(results[0]?.['score']).toBeGreaterThan(0);
  });

  test('shows people where to look', async () => {
    const { text } = await find('--lang', 'ja-JP', '証明書');
    expect(text).toContain('/help/ja-jp/pay-by-bank-transfer/#');
  });

  test.each([
    [['--lang', 'fr'], 1, 'no search in fr'],
    [[], 2, '--lang'],
    [['--lang', 'no such'], 2, 'expected a tag such as'],
  ])('%j ends with %i', async (words, code, message) => {
    const finished = await find(...words, 'facture');
    expect(finished.code).toBe(code);
    expect(finished.text).toContain(message);
  });
});

describe('questions of people who speak these languages', () => {
  const queries = parseQueries(readFileSync(join(import.meta.dirname, '../queries/help-centre.tsv'), 'utf8'));
  const rows = compareSearches(helpCentre.folder, queries, () => undefined);

  test.each([
    ['paraphrase', 0.94, 0.76],
    ['paraphrase, one slip', 0.9, 0.7],
    ['english', 1, 0.95],
    ['english, one slip', 1, 0.95],
    ['id', 1, 1],
  ])('%s: recall of five at least %d, mean reciprocal rank at least %d', async (kind, recall, reciprocal) => {
    const own = (await rows).find((row) => row.locale === 'mean' && row.kind === kind && row.engine === 'languedocs');
    expect(own?.scores.recall[1]).toBeGreaterThanOrEqual(recall);
    expect(own?.scores.meanReciprocalRank).toBeGreaterThanOrEqual(reciprocal);
  });
});
