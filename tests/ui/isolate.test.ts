import { expect, test } from 'vitest';
import { fill } from '../../src/ui/fill.ts';
import { isolate } from '../../src/ui/isolate.ts';
import { stringsFor } from '../../src/ui/strings.ts';

test.each([
  ['English in English', 'Pay (now)', 'ltr', 'Pay (now)'],
  ['Arabic in Arabic', 'ادفع الآن', 'rtl', 'ادفع الآن'],
  ['English in Arabic', 'Pay (now)', 'rtl', '\u2068Pay (now)\u2069'],
  ['Hebrew in French', 'תשלום (מיד)', 'ltr', '\u2068תשלום (מיד)\u2069'],
  ['Japanese in Hebrew', '請求書。', 'rtl', '\u2068請求書。\u2069'],
  ['Thai in Thaana’s direction', 'ใบแจ้งหนี้', 'rtl', '\u2068ใบแจ้งหนี้\u2069'],
  ['a number', '14', 'rtl', '14'],
  ['nothing', '', 'rtl', ''],
] as const)('%s', (_what, value, direction, expected) => {
  expect(isolate(value, direction)).toBe(expected);
});

test('a text of the interface isolates what it is filled with, on the page and in the browser', () => {
  expect(stringsFor('ar-SA').t('search.none', { query: 'VAT (EU)' })).toContain('\u2068VAT (EU)\u2069');
  expect(stringsFor('en-US').t('search.none', { query: 'VAT (EU)' })).not.toContain('\u2068');
  expect(fill('رابط إلى {{title}}', { title: 'Fees.' })).toBe('رابط إلى \u2068Fees.\u2069');
  expect(fill('Step {{number}} of {{title}}', { number: 4, title: 'الرسوم' })).toBe('Step 4 of \u2068الرسوم\u2069');
});
