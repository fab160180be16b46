import { describe, expect, test } from 'vitest';
import { excerpt, mark, pairsOf, type Piece, together, type Wanted } from '../../../src/search/client/snippet.ts';

const wanted = (terms: string[], stems: string[] = [], pairs: string[] = []): Wanted => ({
  terms: new Map(terms.map((t) => [t, 1])),
  stems,
  pairs: new Set(pairs),
});
const shown = (pieces: readonly Piece[]): string => pieces.map((p) => (p.marked ? `[${p.text}]` : p.text)).join('');

describe('mark', () => {
  test.each([
    ['Remboursé à Noël', wanted(['noel']), 'Remboursé à [Noël]'],
    ['請求書を支払う', wanted(['請求', '求書']), '[請求書]を支払う'],
    ['Zahlungen prüfen', wanted([], ['zahlun']), '[Zahlungen] prüfen'],
    ['Nothing', wanted(['else']), 'Nothing'],
  ])('%s', (text, terms, marked) => {
    expect(shown(mark(text, terms))).toBe(marked);
  });
});

describe('excerpt', () => {
  const passages = [
    { id: '', heading: '', text: 'About invoices.' },
    { id: 'a', heading: 'Refunds', text: 'Ask for money.' },
    { id: 'b', heading: '', text: `${'word '.repeat(80)}the refund code ${'word '.repeat(80)}` },
  ];
  test('is from the passage with most of the question', () => {
    expect(excerpt(passages, wanted(['refund', 'code'])).passage?.id).toBe('b');
  });
  test('a heading speaks for its passage', () => {
    expect(excerpt(passages, wanted(['refunds'])).passage?.id).toBe('a');
  });
  test('shows what it is about in the middle of a long passage', () => {
    const text = shown(excerpt(passages, wanted(['code'])).pieces);
    expect(text).toMatch(/^….*the refund \[code\].*…$/);
    expect(text.length).toBeLessThan(200);
  });
  test('is the beginning where nothing is found', () => {
    expect(excerpt(passages, wanted(['zzz']))).toEqual({ pieces: [{ text: 'About invoices.', marked: false }] });
  });
});

describe('words side by side', () => {
  test.each([
    ['Pay now, please', ['pay now', 'now please']],
    ['請求書', ['請求 求書']],
    ['One', []],
  ])('in %s', (text, pairs) => {
    expect([...pairsOf(text)]).toEqual(pairs);
  });

  test('make the passage that answers, and are worth what their words are', () => {
    const passages = ['Pay your invoice now.', 'Select Pay now.'].map((text, at) => ({
      id: `p${at}`,
      heading: '',
      text,
    }));
    const asked = wanted(['pay'], [], ['pay now']);
    expect(excerpt(passages, asked).passage?.id).toBe('p1');
    expect(together(passages, asked)).toBe(1);
    expect(together(passages, wanted(['pay']))).toBe(0);
  });
});
