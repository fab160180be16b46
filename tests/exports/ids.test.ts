import { expect, test } from 'vitest';
import { isId } from '../../src/exports/id.ts';
import { factsOf } from './library.ts';

const guid = '3F6C1D52-8A7E-4B90-9C14-5E2D7B61A0F8';

test('an id leads to every article that states it, in whatever spelling', () => {
  const { ids } = factsOf({
    'en-US/pay.md': { ids: '7302 Adm_O365', asset: guid },
    'fr-FR/pay.md': { ids: '7302' },
    'en-US/tax.md': { ids: '7302 adm_o365' },
    'fr-FR/only-here.md': { ids: '9' },
  });
  const found = ids.map(({ id, spellings, entries }) => [
    id,
    spellings.join(' '),
    entries.map(({ slug }) => slug).join(),
  ]);
  expect(found).toEqual(
    [
      [guid, `${guid} ${guid.toLowerCase()}`, 'pay'],
      ['7302', '7302', 'pay,tax'],
      ['9', '9', 'only-here'],
      ['Adm_O365', 'Adm_O365 adm_o365', 'pay,tax'],
      ['only-here', 'only-here', 'only-here'],
      ['pay', 'pay', 'pay'],
      ['tax', 'tax', 'tax'],
    ].sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  );
});

test('an id that is the slug of another article leads to both', () => {
  const { ids } = factsOf({ 'en-US/pay.md': { ids: 'tax' }, 'en-US/tax.md': {} });
  expect(ids.find(({ id }) => id === 'tax')?.entries.map(({ slug }) => slug)).toEqual(['pay', 'tax']);
});

test.each(['7302', guid, 'pay-invoice', 'billing/pay-invoice', 'a', 'โปรแกรม', 'v1.2'])('%s is an id', (text) => {
  expect(isId(text)).toBe(true);
});

test.each([
  '',
  '.',
  '..',
  '../x',
  '/x',
  'x/',
  'x//y',
  'a b',
  'x?y',
  'x#y',
  '-',
  'http://x',
  'a/../b',
  '%2e',
  'x'.repeat(300),
])('`%s` is no id', (text) => {
  expect(isId(text)).toBe(false);
});
