import { describe, expect, test } from 'vitest';
import { factsOf, type Samples } from './library.ts';

const both: Samples = { 'en-US/pay.md': {}, 'fr-FR/pay.md': {} };

const rows: [what: string, samples: Samples, redirects: string[], documentationSite?: string][] = [
  ['without former addresses there are none', both, []],
  [
    'a path with a locale leads to the page in that locale',
    { ...both, 'fr-FR/pay.md': { redirect: '/fr-fr/payer/' } },
    ['/help/fr-fr/payer/ → /help/fr-fr/pay/'],
  ],
  [
    'a path without one leads to the language of the reader',
    { ...both, 'en-US/pay.md': { redirect: '/old/pay.html' }, 'fr-FR/pay.md': { redirect: '/old/pay.html' } },
    ['/help/old/pay/ → /help/id/pay/'],
  ],
  [
    'two articles that name each other lead to themselves, not in circles',
    { 'en-US/a.md': { redirect: '/en-us/b' }, 'en-US/b.md': { redirect: '/en-us/a' } },
    [],
  ],
  [
    'of two that claim one address the first has it',
    { 'en-US/a.md': { redirect: '/old' }, 'en-US/b.md': { redirect: '/old' } },
    ['/help/old/ → /help/id/a/'],
  ],
  [
    'no path leads away from the site, and none can take the place of its own pages',
    {
      'en-US/a.md': {
        redirect:
          '//evil.example/x https://evil.example/ /../x /a/../../b /x?to=//evil.example /en-us/ /en-us/search /api/v1 /id/7 / javascript:alert(1)',
      },
    },
    [],
  ],
  [
    'the path on the original site leads to the page',
    { 'en-US/articles/pay.md': { slug: 'pay-invoice' } },
    ['/docs/articles/pay/ → /help/id/pay-invoice/', '/docs/en-us/articles/pay/ → /help/en-us/pay-invoice/'],
    'https://docs.example/docs',
  ],
  [
    'a path that has not changed needs none',
    { 'en-US/pay.md': {} },
    ['/help/pay/ → /help/id/pay/'],
    'https://docs.example/help',
  ],
];

test.each(rows)('%s', (_what, samples, expected, documentationSite) => {
  const { redirects } = factsOf(samples, {}, documentationSite);
  expect(redirects.map(({ from, to }) => `${from} → ${to}`)).toEqual(expected);
});

describe('a renamed article', () => {
  const history = { payer: { known: ['7'], former: ['paying'] } };
  const { redirects, catalogue } = factsOf({ 'en-US/pay.md': { ids: '7' }, 'fr-FR/pay.md': { ids: '7' } }, history);

  test('is reached at its former addresses in all locales without a detour', () => {
    expect(redirects.map(({ from, to }) => `${from} → ${to}`)).toEqual([
      '/help/en-us/payer/ → /help/en-us/pay/',
      '/help/en-us/paying/ → /help/en-us/pay/',
      '/help/fr-fr/payer/ → /help/fr-fr/pay/',
      '/help/fr-fr/paying/ → /help/fr-fr/pay/',
    ]);
  });

  test('keeps its former slugs as ids', () => {
    expect(catalogue.entries[0]?.formerSlugs).toEqual(['payer', 'paying']);
  });
});

test('what authors claim in vain is reported', () => {
  const { diagnostics } = factsOf({
    'en-US/a.md': { redirect: '/old /en-us/b' },
    'en-US/b.md': {},
    'fr-FR/b.md': { redirect: '/old' },
  });
  expect(diagnostics.map(({ rule, file, message }) => [rule, file, message])).toEqual([
    [
      'redirect-conflict',
      'content/en-US/a.md',
      '`redirect_from` names /help/en-us/b/, which leads to the article `b` (content/en-US/b.md).',
    ],
    [
      'redirect-conflict',
      'content/fr-FR/b.md',
      '`redirect_from` names /help/old/, which leads to the article `a` (content/en-US/a.md).',
    ],
  ]);
});
