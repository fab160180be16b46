import { expect, test } from 'vitest';
import type { Cards } from '../../src/exports/card.ts';
import { cardFiles } from '../../src/exports/cards.ts';
import { factsOf } from './library.ts';

const { catalogue } = factsOf({
  'en-US/pay.md': {},
  'fr-FR/pay.md': {},
  'en-US/tax.md': {},
  'fr-FR/only.md': {},
  'en-US/new.md': { slug: '__proto__' },
});
// As they are written: of a name that means something to JavaScript, only that tells.
const cards = new Map(
  [...cardFiles(catalogue)].map((file) => [file.path, JSON.parse(JSON.stringify(file.cards)) as Cards]),
);
const clean = { state: 'current', errors: 0, warnings: 0 };

test.each([
  ['the source', 'en-us', 'pay', { title: 'pay in en-US', translation: 'source', ...clean }],
  [
    'a translation',
    'fr-fr',
    'pay',
    { title: 'pay in fr-FR', translation: 'machine', ...clean, source: 'pay in en-US', sourceLocale: 'en-US' },
  ],
  ['an article that is shown in the source', 'fr-fr', 'tax', { source: 'tax in en-US', sourceLocale: 'en-US' }],
  ['an article without a page', 'en-us', 'only', { source: 'only in fr-FR', sourceLocale: 'fr-FR', page: 'fr-FR' }],
  [
    'an article that is called as nothing else in JavaScript',
    'en-us',
    '__proto__',
    { title: 'new in en-US', translation: 'source', ...clean },
  ],
])('the card of %s', (_what, locale, slug, card) => {
  expect(cards.get(`desk/cards/${locale}/0.json`)?.[slug]).toEqual(card);
});
