import { describe, expect, test } from 'vitest';
import { agentFacts } from '../../src/exports/export-facts.ts';
import { movedPages } from '../../src/exports/permanent-pages.ts';
import { factsOf, libraryOf, type Samples } from './library.ts';
import { bareTemplates } from './templates.ts';

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

/** Addresses that are the site's own, or in whose way one of its files is, or that are another article's. */
const occupied = [
  '/robots.txt',
  '/ROBOTS.TXT/x',
  '/llms.txt',
  '/sitemap.xml',
  '/sitemap-fr-fr.xml',
  '/404.html',
  '/404/x',
  '/index',
  '/index.html/x',
  '/favicon.svg',
  '/Preferences.js/x',
  '/downloads/manual.pdf',
  '/downloads/manual.pdf/x',
  '/caf\u00E9.txt',
  '/cafe\u0301.txt/x',
  '/_astro/x',
  '/pagefind/x',
  '/media/x',
  '/API/v1/x',
  '/desk',
  '/Status/x',
  '/id/anything',
  '/en-us',
  '/EN-US/index',
  '/en-us/all',
  '/en-us/Search/x',
  '/en-us/topics/x',
  '/en-us/404',
  '/en-us/llms.txt',
  '/en-us/offer.json/x',
  '/en-us/other',
  '/EN-US/OTHER',
  '/en-us/other/index',
  '/en-us/other/index.html/x',
  '/en-us/other.md',
  '/en-us/other.MD/x',
  '/en-us/other.oembed.json',
  '/en-us/other/original.json/x',
  '/other',
  '/sv-se/other',
];

test.each(occupied)('%s is no former address of an article', (path) => {
  const library = libraryOf({ 'en-US/a.md': { redirect: path }, 'en-US/other.md': {}, 'fr-FR/other.md': {} });
  const copied = ['favicon.svg', 'preferences.js', 'downloads/manual.pdf', 'caf\u00E9.txt'];
  const { redirects, diagnostics } = agentFacts(library, {}, undefined, copied);
  expect(redirects).toEqual([]);
  expect(diagnostics.map(({ rule, file }) => `${file} ${rule}`)).toEqual(['content/en-US/a.md redirect-conflict']);
});

test.each([
  '/downloads',
  '/downloads/old',
  '/robots',
  '/en-us/others',
  '/en-us/other/more',
  '/en-us/other.old',
  '/new/other',
  '/en-us/allowed',
])('%s is free', (path) => {
  const library = libraryOf({ 'en-US/a.md': { redirect: path }, 'en-US/other.md': {} });
  const { redirects, diagnostics } = agentFacts(library, {}, undefined, ['downloads/manual.pdf']);
  expect(redirects.map(({ from }) => from)).toEqual([`/help${path}/`]);
  expect(diagnostics).toEqual([]);
});

test.each([
  ['/old/x', '/old'],
  ['/old/index.html/x', '/old'],
  ['/Old', '/old/index.html/x'],
])('an article at %s and another at %s are never a file and a folder of one name', (one, other) => {
  const { redirects, catalogue } = factsOf({ 'en-US/a.md': { redirect: one }, 'en-US/b.md': { redirect: other } });
  const files = Array.from(movedPages(redirects, catalogue, bareTemplates), ({ path }) => path.toLowerCase());
  for (const file of files) expect(files.filter((each) => each.startsWith(`${file}/`))).toEqual([]);
});

test('on the original site each language has the path of its own file, and all have that of the source', () => {
  const samples: Samples = {
    'en-US/pay.md': { slug: 'x' },
    'fr-FR/payer.md': { slug: 'x' },
    'de-DE/zahlen.md': { slug: 'x' },
  };
  const { redirects } = factsOf(samples, {}, 'https://docs.example');
  expect(redirects.map(({ from }) => from)).toEqual([
    '/de-de/pay/',
    '/de-de/zahlen/',
    '/en-us/pay/',
    '/fr-fr/pay/',
    '/fr-fr/payer/',
    '/pay/',
    '/payer/',
    '/zahlen/',
  ]);
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
