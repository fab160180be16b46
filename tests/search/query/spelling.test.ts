import { expect, test } from 'vitest';
import { nearWords, slipsBetween } from '../../../src/search/query/spelling.ts';
import { parseWords } from '../../../src/search/word-format.ts';

test.each([
  ['invoice', 'invoice', 0],
  ['invioce', 'invoice', 1],
  ['invoce', 'invoice', 1],
  ['invooice', 'invoice', 1],
  ['imvoice', 'invoice', 1],
  ['inovise', 'invoice', 2],
  ['bank', 'invoice', 3],
])('%s is %s but for %i slips', (a, b, slips) => {
  expect(slipsBetween(a, b, 2)).toBe(slips);
});

const words = parseWords('Rechnung#5\nRechnungen#3\nfacture#4\nfactuur#1\nparamètres#2');

test.each([
  ['rechnugn', ['Rechnung']],
  ['facutre', ['facture']],
  ['parametrse', ['paramètres']],
  ['rech', []],
  ['xylophone', []],
  ['facture1', []],
])('near %s: %j', (word, spellings) => {
  expect(nearWords(word, words).map(({ spelling }) => spelling)).toEqual(spellings);
});

test.each<[what: string, known: string, word: string, near: string[], isSure: boolean]>([
  ['another first letter makes a short word another one', 'will 6\nbilling 5', 'bill', [], false],
  ['so it does in other scripts', 'сила 6', 'вила', [], false],
  ['unless the first two are swapped', 'bank 3', 'abnk', ['bank'], false],
  ['a long word may begin with a slip', 'invoice 5', 'onvoice', ['invoice'], true],
  ['a short word is never sure', 'card 5', 'carf', ['card'], false],
  ['two words that are as near are not sure', 'border 3\nborger 3', 'bordger', ['border', 'borger'], false],
  ['unless one is far more usual', 'border 5\nborger 3', 'bordger', ['border', 'borger'], true],
  ['forms of one word are no rivals', 'factures 4\nfacture 4', 'facturea', ['facture', 'factures'], true],
])('%s', (_what, known, word, near, isSure) => {
  const found = nearWords(word, parseWords(known.replaceAll(' ', '#')));
  expect(found.map(({ spelling }) => spelling)).toEqual(near);
  expect(found[0]?.isSure ?? false).toBe(isSure);
});
