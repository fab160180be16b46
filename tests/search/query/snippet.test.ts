import { describe, expect, test } from 'vitest';
import { termsOf } from '../../../src/search/words.ts';
import { excerpt, mark, pairsOf, type Piece, together, type Wanted } from '../../../src/search/query/snippet.ts';

const wanted = (terms: string[], stems: string[] = [], pairs: string[] = [], little: string[] = []): Wanted => ({
  terms: new Map(terms.map((t) => [t, 1])),
  stems: new Map(stems.map((stem) => [stem, 0.6])),
  standsFor: new Map(),
  pairs: new Set(pairs),
  isLittle: (word) => little.includes(word),
});
/** What the terms of a question stand for. */
const asked = (question: string, little: string[] = []): Wanted => wanted(termsOf(question), [], [], little);
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

describe('marks in scripts without blanks are words', () => {
  test.each([
    ['請求書', '請求書の一覧', '[請求書]の一覧'],
    ['カードが届いた', 'カードが届いたとき', '[カード]が[届]いたとき'],
    ['データ', 'データをエクスポートする', '[データ]をエクスポートする'],
    ['カード', 'クレジットカード', 'クレジット[カード]'],
    ['支払い方法', '自動支払いを設定', '自動[支払い]を設定'],
    ['發票的狀態', '每張發票的費用', '每張[發票]的費用'],
    ['滯納金', '我們不會收取滯納金。', '我們不會收取[滯納金]。'],
    ['ต้อง', 'สถานะของใบแจ้งหนี้', 'สถานะของใบแจ้งหนี้'],
    ['ใบแจ้งหนี้', 'ชั่วโมงหรือใบแจ้งหนี้', 'ชั่วโมงหรือ[ใบแจ้งหนี้]'],
    ['ค่าธรรมเนียม', 'เราไม่คิดค่าธรรมเนียมการชำระ', 'เราไม่คิด[ค่าธรรมเนียม]การชำระ'],
    ['結', '結帳', '[結帳]'],
    ['결제', '카드결제가 안 됨', '카드[결제]가 안 됨'],
    ['PDF 發票', '下載發票 PDF', '下載[發票] [PDF]'],
  ])('%s in %s', (question, text, marked) => {
    const { terms } = asked(question);
    const one = [...terms.keys()].filter((term) => Array.from(term).length === 1);
    expect(shown(mark(text, { ...asked(question), stems: new Map(one.map((term) => [term, 1])) }))).toBe(marked);
  });
});

test.each([
  ['pay my bill', ['my'], 'My bill', 'My [bill]'],
  ['銀行から', ['から'], '銀行から届く', '[銀行]から届く'],
])('%s: function words are not marked (%j)', (question, little, text, marked) => {
  const isLittle = (word: string): boolean => little.includes(word.toLowerCase());
  expect(shown(mark(text, { ...asked(question), isLittle }))).toBe(marked);
});

test('A text that is nothing but what was asked for is one mark, and its excerpt is short', () => {
  const text = '請求'.repeat(10_000);
  expect(mark(text, asked('請求'))).toHaveLength(1);
  expect(shown(excerpt([{ id: '', heading: '', text }], asked('請求')).pieces).length).toBeLessThan(200);
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
  test.each([
    [
      'a sentence that begins nearby',
      'We need a few days for this. We charge no fee at all. Your data is kept.',
      'fee',
      'We charge no [fee] at all. Your data is kept.',
    ],
    [
      'a word, where the sentence begins too far away',
      'The status that the portal shows beside the number of an invoice changes to paid within minutes',
      'paid',
      '…an invoice changes to [paid] within minutes',
    ],
    [
      'a word of a script without blanks',
      'スタッフは営業時間内であればどの窓口からでも請求書を確認することができます',
      '請求書',
      '…あればどの窓口からでも[請求書]を確認することができます',
    ],
    ['a sentence in Chinese', '退款需要五到十個工作天。我們不會收取滯納金。', '滯納金', '我們不會收取[滯納金]。'],
    [
      'a word, not the vowel above a letter',
      'เราจะส่งหนังสือแจ้งครั้งสุดท้ายถึงเจ้าของทุกคนก่อนคิดค่าธรรมเนียม',
      'ค่าธรรมเนียม',
      '…สุดท้ายถึงเจ้าของทุกคนก่อนคิด[ค่าธรรมเนียม]',
    ],
    ['the beginning of a short passage', 'Pay by card', 'card', 'Pay by [card]'],
  ])('begins with %s, so that what was asked for is in the first line', (_what, text, question, expected) => {
    expect(shown(excerpt([{ id: '', heading: '', text }], asked(question)).pieces)).toBe(expected);
  });
  test('ends with a word, and says where something follows', () => {
    const text = `Pay now ${'and then wait '.repeat(20)}`;
    expect(shown(excerpt([{ id: '', heading: '', text }], asked('pay')).pieces)).toMatch(
      /^\[Pay\].* (?:and|then|wait)…$/,
    );
  });
  test('counts a word of the question once, by whatever it is found', () => {
    const both = [
      { id: 'twice', heading: '', text: 'Billing sends the invoice.' },
      { id: 'all', heading: '', text: 'Find the invoice to pay.' },
    ];
    const synonyms: Wanted = {
      ...wanted(['pay', 'bill', 'invoice', 'billing']),
      standsFor: new Map([
        ['invoice', 'bill'],
        ['billing', 'bill'],
      ]),
    };
    expect(excerpt(both, synonyms).passage?.id).toBe('all');
    expect(shown(excerpt(both, synonyms).pieces)).toBe('Find the [invoice] to [pay].');
  });
  test('is from another passage where what was found are parts of other words', () => {
    const others = [
      { id: 'part', heading: 'データ', text: 'レポートを開く' },
      { id: 'word', heading: '', text: 'データを開く' },
    ];
    expect(excerpt(others, asked('データ')).passage?.id).toBe('word');
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
    const question = wanted(['pay'], [], ['pay now']);
    expect(excerpt(passages, question).passage?.id).toBe('p1');
    expect(together(passages, question)).toBe(1);
    expect(together(passages, wanted(['pay']))).toBe(0);
  });
});
