import { describe, expect, test } from 'vitest';
import { rank } from '../../src/search/client/rank.ts';
import { SearchIndex, type Pagefind } from '../../src/search/client/search.ts';
import { countText, type SearchStrings } from '../../src/search/client/strings.ts';
import { termsOf } from '../../src/search/client/terms.ts';

const hits = (term: string, scores: Record<string, number>) => ({
  term,
  hits: Object.entries(scores).map(([id, score]) => ({ id, score })),
});
const ids = (terms: Parameters<typeof rank>[0], pages = 100): string[] => rank(terms, pages).map(({ id }) => id);

describe('rank', () => {
  test('finds articles that lack a term', () => {
    expect(ids([hits('pay', { a: 1 }), hits('bill', { b: 1 }), hits('zzz', {})]).sort()).toEqual(['a', 'b']);
  });
  test('prefers two terms to one that is said often', () => {
    expect(ids([hits('pay', { often: 50, both: 1 }), hits('invoice', { other: 1, both: 1 })])[0]).toBe('both');
  });
  test('prefers the rarer term', () => {
    const common = Object.fromEntries(Array.from({ length: 80 }, (_, index) => [`c${index}`, 1]));
    expect(ids([hits('the', common), hits('refund', { rare: 1 })])[0]).toBe('rare');
  });
  test('keeps one order for equals', () => {
    expect(ids([hits('a', { z: 1, m: 1, b: 1 })])).toEqual(['b', 'm', 'z']);
  });
  test.each([[0], [1]])('stands a count of %i pages', (pages) => {
    expect(rank([hits('a', { x: 1 })], pages)[0]?.score).toBeGreaterThan(0);
  });
  test('has no answer to nothing', () => {
    expect(rank([], 10)).toEqual([]);
  });
});

test.each([
  ['Pay an invoice, pay!', 'en-US', ['pay', 'an', 'invoice']],
  ['  ', 'en-US', []],
  ['"error 401.1"', 'en-US', ['error', '401.1']],
  ['l’opération (carte)', 'fr-FR', ['l’opération', 'carte']],
  ['IPTAL', 'tr-TR', ['ıptal']],
  ['รหัสผ่าน', 'th-TH', ['รหัส', 'ผ่าน']],
  ['支払い方法', 'ja-JP', ['支払い', '方法']],
  ['C++ C#', 'en-US', ['c++', 'c']],
])('the terms of “%s” in %s are %j', (query, tag, terms) => {
  expect(termsOf(query, tag)).toEqual(terms);
});

test('a pasted paragraph asks for a dozen terms', () => {
  expect(termsOf(Array.from({ length: 50 }, (_, index) => `word${index}`).join(' '), 'en-US')).toHaveLength(12);
});

test('a search asks for each term and loads only the results that are shown', async () => {
  const asked: string[] = [];
  const loaded: string[] = [];
  const result = (id: string) => ({
    id,
    score: 1,
    data: () => {
      loaded.push(id);
      return Promise.resolve({
        meta: { title: id.toUpperCase(), summary: 's', url: `en-us/${id}/`, translation: 'machine' },
      });
    },
  });
  const pagefind: Pagefind = {
    options: () => Promise.resolve(),
    init: () => Promise.resolve(),
    search: (term) => {
      asked.push(term);
      return Promise.resolve({ results: term === 'pay' ? [result('a'), result('b')] : [result('b')] });
    },
  };
  const found = await new SearchIndex(pagefind, 10, 'en-US').search('pay invoice');
  expect(asked).toEqual(['pay', 'invoice']);
  expect(found.total).toBe(2);
  expect(await found.load(0, 1)).toEqual([{ title: 'B', summary: 's', url: 'en-us/b/', translation: 'machine' }]);
  expect(loaded).toEqual(['b']);
});

test.each([
  [0, 'fr-FR', 'none “q”'],
  [1, 'fr-FR', '1 one'],
  [1234, 'de-DE', '1.234 other'],
  [3, 'ar-SA', '3 other'],
])('%i results in %s are told as “%s”', (count, tag, text) => {
  const strings = { none: 'none “{{query}}”', results: { one: '{{count}} one', other: '{{count}} other' } };
  expect(countText(strings as unknown as SearchStrings, count, 'q', tag)).toBe(text);
});
