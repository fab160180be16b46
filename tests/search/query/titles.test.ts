import { expect, test } from 'vitest';
import { Titles } from '../../../src/search/query/titles.ts';

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
