import { expect, test } from 'vitest';
import { permanentPages } from '../../src/exports/permanent-pages.ts';
import { factsOf, type Samples } from './library.ts';
import { bareTemplates } from './templates.ts';

function paths(samples: Samples): string[] {
  const { ids, catalogue } = factsOf(samples);
  return [...permanentPages(ids, catalogue, bareTemplates)].map(({ path }) => path.replace('/index.html', ''));
}

test('every id and every slug has a page', () => {
  expect(paths({ 'en-US/pay.md': { ids: '7302' } })).toEqual(['id/7302', 'id/pay']);
});

test.each([
  ['its own slug', 'pay'],
  ['the slug of another article', 'tax'],
  ['a slug in capital letters', 'TAX'],
  ['a page of the site', 'all'],
  ['a file beside an article', 'tax.md'],
  ['a file of the locale', 'offer.json'],
])('an id never takes the address of an Indonesian page: %s', (_what, id) => {
  const found = paths({ 'en-US/pay.md': { ids: `${id} 7302` }, 'en-US/tax.md': {}, 'id/pay.md': {} });
  expect(found).toEqual(['id/7302']);
});

test('Indonesian with a region has an address of its own', () => {
  expect(paths({ 'en-US/pay.md': { ids: '7302' }, 'id-ID/pay.md': {} })).toEqual(['id/7302', 'id/pay']);
});
