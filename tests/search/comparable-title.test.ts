import { expect, test } from 'vitest';
import { comparableTitle } from '../../src/search/comparable-title.ts';
import { gramsOf } from '../../src/search/words.ts';

test.each([
  ['“Éléments”: A–B (neu!)', 'elements a b neu'],
  ['Set-CaseHoldPolicy schlägt fehl: 0x80070005', 'set-caseholdpolicy schlagt fehl 0x80070005'],
  ['user@example.com und v1.2.3 ...', 'user@example.com und v1.2.3 ...'],
  ['Straße ÆØÅ ﬁ ＡＢ ٤', 'strasse aeoa fi ab 4'],
  ['請求書（支払期日）を確認する', '請求書 支払期日 を確認する'],
  ['ชำระใบแจ้งหนี้ — ที่อยู่', 'ชำระใบแจ้งหนี้ ที่อยู่'],
  ['İstanbul’da fatura', 'istanbul da fatura'],
  ['דוא״ל, חשבונית', 'דוא ל חשבונית'],
  ['', ''],
])('of the title %j all is kept that is compared', (title, kept) => {
  expect(comparableTitle(title)).toBe(kept.normalize('NFKC'));
  expect(gramsOf(comparableTitle(title))).toEqual(gramsOf(title));
});
