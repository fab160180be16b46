import { expect, test } from 'vitest';
import { comparable, Titles } from '../../../src/search/client/titles.ts';
import { gramsOf } from '../../../src/search/words.ts';

const titles = new Titles([
  'Rechnungsadresse ändern',
  'Zahlung fehlgeschlagen',
  '請求書の支払期日',
  'Pay by bank transfer',
]);

test.each([
  ['Adresse der Rechnung', 0],
  ['Fehlschlag der Zahlungen', 1],
  ['支払期日はいつ', 2],
  ['bank transfr', 3],
])('%s is most like title %i', (question, best) => {
  const [first] = [...titles.compare(question)].sort((a, b) => b[1] - a[1]);
  expect(first?.[0]).toBe(best);
});

test.each([['xylophone'], ['']])('no title is like “%s”', (question) => {
  expect(titles.compare(question).size).toBe(0);
});

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
  expect(comparable(title)).toBe(kept.normalize('NFKC'));
  expect(gramsOf(comparable(title))).toEqual(gramsOf(title));
});
