import { expect, test } from 'vitest';
import { Dictionary, slipsBetween } from '../../../src/search/client/spelling.ts';

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

const dictionary = new Dictionary('Rechnung 5\nRechnungen 3\nfacture 4\nfactuur 1\nparamètres 2');

test.each([
  ['rechnugn', ['Rechnung']],
  ['facutre', ['facture']],
  ['parametrse', ['paramètres']],
  ['rech', []],
  ['xylophone', []],
  ['facture1', []],
])('near %s: %j', (word, spellings) => {
  expect(dictionary.near(word).map(({ spelling }) => spelling)).toEqual(spellings);
});
