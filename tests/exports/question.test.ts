import { describe, expect, test } from 'vitest';
import { lookupIn, searchOrder } from '../../src/exports/question.ts';

const lookups: [text: string, candidates: string[], fragment?: string][] = [
  ['7302', ['7302']],
  [' 7302 ', ['7302']],
  ['3F6C1D52-8A7E-4B90-9C14-5E2D7B61A0F8', ['3f6c1d52-8a7e-4b90-9c14-5e2d7b61a0f8']],
  ['commerce_subscriptions', ['commerce_subscriptions']],
  ['pay-invoice', ['pay-invoice']],
  ['/help/fr-fr/pay-invoice/#step-4', ['pay-invoice'], 'step-4'],
  ['https://x.example/help/zh-hant-tw/pay-invoice/', ['pay-invoice']],
  ['https://x.example/help/fr-fr/pay-invoice.md', ['pay-invoice']],
  ['https://x.example/help/id/7302/?lang=fr-FR#pay', ['7302'], 'pay'],
  ['https://docs.example/fr-fr/billing/Pay%20Invoice?view=x', ['billing/pay-invoice', 'pay-invoice']],
  ['https://docs.example/v2.0/pay', ['v2.0/pay', 'v2-0/pay', 'pay']],
  ['docs.example/billing/pay-invoice', ['billing/pay-invoice', 'pay-invoice']],
  ['https://docs.example/a/b/c/d/e', ['b/c/d/e', 'c/d/e', 'd/e', 'e']],
  ['https://docs.example/x/%zz', ['x/zz', 'zz']],
  ['https://x/fr-fr/..%2f..%2f..%2fmedia/x', ['media/x', 'x']],
  ['https://x/fr-fr/..%5c..%5cmedia/x', ['x']],
  ['https://x/fr-fr/%2e%2e%2f%2e%2e%2fmedia/x', ['media/x', 'x']],
  ['https://x/fr-fr/a%2f..%2f..%2fx', ['a/--/--/x', 'x']],
  ['https://x/fr-fr/\uff0e\uff0e/x', ['x']],
  ['https://x/fr-fr/\u2025/x', ['x']],
  ['https://x/fr-fr/%2fevil.example/x', ['evil.example/x', 'evil-example/x', 'x']],
  ['https://x/fr-fr/.hidden/x', ['x']],
  ['https://x/id/..%2f..%2findex', ['index']],
];

test.each(lookups)('%s is looked up', (text, candidates, fragment = '') => {
  expect(lookupIn(text, '/help/')).toEqual({ candidates, fragment });
});

test.each([
  '',
  ' ',
  'invoice',
  'pay an invoice',
  '発票',
  'https://',
  'https://x.example/',
  'https://x.example/help/fr-fr/',
  '../..',
  'https://x/fr-fr/..%2f..%2f',
  'https://x/fr-fr/%2e%2e%2f',
  'https://x/fr-fr/..%252fx',
  '..-1',
  '-1..',
  '.7302',
])('`%s` is searched for', (text) => {
  expect(lookupIn(text, '/help/')).toBeUndefined();
});

const locales = [
  { tag: 'ar-SA', script: 'Arab' },
  { tag: 'en-US', script: 'Latn' },
  { tag: 'fr-FR', script: 'Latn' },
  { tag: 'ja-JP', script: 'Jpan' },
  { tag: 'th-TH', script: 'Thai' },
  { tag: 'zh-TW', script: 'Hant' },
];

describe('the locales that are asked', () => {
  const orders: [words: string, customer: string, own: string[], order: string[]][] = [
    ['invoice', 'fr-FR', [], ['fr-FR', 'en-US']],
    ['invoice', 'en-US', [], ['en-US']],
    ['facture', 'th-TH', ['fr-FR'], ['th-TH', 'en-US', 'fr-FR']],
    ['فاتورة', 'fr-FR', [], ['fr-FR', 'ar-SA', 'en-US']],
    ['請求書の支払', 'fr-FR', [], ['fr-FR', 'ja-JP', 'zh-TW', 'en-US']],
    ['счёт', 'fr-FR', [], ['fr-FR', 'en-US']],
    ['invoice', 'sv-SE', [], ['en-US']],
  ];
  test.each(orders)('for `%s` and a customer who reads %s', (words, customer, own, order) => {
    expect(searchOrder(words, customer, 'en-US', own, locales)).toEqual(order);
  });
});
