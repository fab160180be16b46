import { expect, test } from 'vitest';
import { audit, builtBase } from '../../../scripts/audit/audit.ts';
import { folderOf } from '../../support.ts';

const page = (body: string, { title = 'T', head = '', lang = 'fr' } = {}) =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`;

const alternate = (language: string, href: string) => `<link rel="alternate" hreflang="${language}" href="${href}">`;

const index = JSON.stringify({
  topics: [
    {
      slug: 'a',
      title: { 'fr-FR': 'A' },
      locales: { 'fr-FR': { file: 'fr-FR/a.md', url: '/fr-fr/a/', translation: 'human' } },
    },
  ],
});

/** Rules of the faults of a site with one article of two lines. */
function faultsOf(files: Record<string, string>, named = false): string[] {
  const site = folderOf({ 'api/v1/index.json': index, ...files });
  const root = folderOf({
    'fr-FR/a.md': 'Un premier.\n\nUn second.\n',
    ...(files['fr-FR/b.md'] ? { 'fr-FR/b.md': 'B' } : {}),
  });
  return audit({ site, base: '/', roots: [root], isNamed: () => named }, () => undefined).faults.map(
    ({ rule }) => rule,
  );
}

const good = '<article>Un premier. Un second.</article>';

test.each<[string, string, readonly string[]]>([
  ['all is there', page(good), []],
  ['a sentence is lost', page('<article>Un premier.</article>'), ['lost']],
  ['sentences changed places', page('<article>Un second. Un premier.</article>'), ['disorder']],
  ['a link leads nowhere', page(`${good}<a href="/fr-fr/gone/">x</a>`), ['link']],
  ['a link leaves the site', page(`${good}<a href="relative">x</a>`), ['link']],
  ['a fragment names nothing', page(`${good}<a href="#gone">x</a>`), ['anchor']],
  ['a fragment of its own page', page(`${good}<a href="#x" id="x">x</a>`), []],
  ['an id twice', page(`${good}<p id="x"></p><p id="x"></p>`), ['html']],
  ['an attribute twice', page(`${good}<p lang="a" lang="b"></p>`), ['html']],
  ['an item of no list', page(`${good}<li>x</li>`), ['html']],
  [
    'a link in a link',
    page(`${good}<a href="#x" id="x">x<table><tr><td><a href="#x">y</a></td></tr></table></a>`),
    ['html'],
  ],
  ['no title', page(good, { title: '' }), ['title']],
  ['no language', page(good, { lang: '' }), ['language']],
  ['a translation that is not there', page(good, { head: alternate('nl', '/nl/a/') }), ['alternate']],
])('%s', (_what, html, rules) => {
  expect(faultsOf({ 'fr-fr/a/index.html': html })).toEqual(rules);
});

test('a translation that does not know of it', () => {
  const [mine, other] = [
    page(good, { head: alternate('nl', '/nl/a/') }),
    page('', { head: alternate('nl', '/nl/a/') }),
  ];
  expect(faultsOf({ 'fr-fr/a/index.html': mine, 'nl/a/index.html': other })).toEqual(['alternate']);
});

test('what the build has named is no fault', () => {
  expect(faultsOf({ 'fr-fr/a/index.html': page('<article></article>') }, true)).toEqual([]);
});

test('an article without a page and without a word', () => {
  expect(faultsOf({ 'fr-fr/a/index.html': page(good), 'fr-FR/b.md': 'x' })).toEqual(['unpublished']);
});

test.each([
  ['/fr-fr/a/', 'fr-fr/a/index.html', '/'],
  ['/help/fr-fr/a/', 'fr-fr/a/index.html', '/help/'],
  ['/a/b/fr-fr/caf%C3%A9/', 'fr-fr/café/index.html', '/a/b/'],
  ['/help/fr-fr/a/', 'fr-fr/b/index.html', undefined],
])('a site with %s in %s is built for %s', (url, file, base) => {
  const topics = [
    { slug: 'a', title: { 'fr-FR': 'A' }, locales: { 'fr-FR': { file: 'a.md', url, translation: 'human' } } },
  ];
  expect(builtBase(folderOf({ 'api/v1/index.json': JSON.stringify({ topics }), [file]: 'A' }))).toBe(base);
});
