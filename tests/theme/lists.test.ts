import { describe, expect, test } from 'vitest';
import type { ListEntry } from '../../src/pipeline/types.ts';
import { byLetter, letterPlaces, lettersOnPage } from '../../src/theme/alphabet.ts';
import { findArticles, resolveHomeLink } from '../../src/theme/home-links.ts';
import { sitemap, sitemapIndex } from '../../src/exports/sitemap.ts';
import { recentlyUpdated, topicAreas, topicPath, topicSlug } from '../../src/theme/topics.ts';
import { formatDate, languageName } from '../../src/core/languages.ts';
import { writeSampleSite } from './sample-site.ts';

const { site } = writeSampleSite({ base: '/help/', origin: 'https://x.example' });
const french = site.locale('fr-FR');

describe('letters', () => {
  const entries = (titles: string[], tag: string): ListEntry[] =>
    titles
      .sort(new Intl.Collator(tag).compare)
      .map((title) => ({ slug: title, title, summary: '', href: '', bodyLocale: tag, noindex: false }));
  const many = (titles: string[]): string[] =>
    titles.flatMap((title) => Array.from({ length: 10 }, (_, index) => `${title} ${index}`));

  test.each([
    ['fr-FR', ['Écran', 'école', 'Zone', '«Avis»'], ['A', 'E', 'Z']],
    ['sv-SE', ['Ärende', 'Adress', 'Åtgärd', 'Ö'], ['A', 'Å', 'Ä', 'Ö']],
    ['en-US', ['401 error', 'Access', 'Beta'], [undefined, 'A', 'B']],
    ['en-US', ['[Error] 1', '401 error', 'Access', 'Error'], [undefined, 'A', 'E']],
    ['th-TH', ['รหัสผ่าน', 'เปลี่ยน', 'Access'], [undefined]],
    ['zh-TW', ['帳單', '付款', '發票'], [undefined]],
  ])('%s: %j stand under %j', (tag, titles, letters) => {
    expect(byLetter(entries(many(titles), tag), tag).map(({ letter }) => letter)).toEqual(letters);
  });
  test('are found on their pages', () => {
    const list = byLetter(entries(many(['Apple', 'Bee', 'Cat', '1']), 'en-US'), 'en-US');
    expect(letterPlaces(list, 15)).toEqual([
      { letter: 'A', page: 1 },
      { letter: 'B', page: 2 },
      { letter: 'C', page: 3 },
    ]);
    const pages = [1, 2, 3].map((page) =>
      lettersOnPage(list, page, 15).map(({ letter, entries: { length } }) => `${letter ?? '–'} ${length}`),
    );
    expect(pages).toEqual([['– 10', 'A 5'], ['A 5', 'B 10'], ['C 10']]);
  });
  test('a short list has none', () => {
    expect(byLetter(entries(['A', 'B'], 'en-US'), 'en-US')).toHaveLength(1);
  });
});

describe('topic areas', () => {
  test('are the categories of articles', () => {
    const areas = topicAreas(site, french).map(({ name, slug, entries }) => [name, slug, entries.map((e) => e.slug)]);
    expect(areas).toEqual([['Payments', 'payments', ['pay-invoice']]]);
  });
  test.each([
    ['Factures & paiements', 'factures-paiements'],
    ['ใบแจ้งหนี้', 'ใบแจ้งหนี้'],
    ['帳單', '帳單'],
    ['?', 'other'],
    [`${'x'.repeat(59)}𠮷𠮷`, 'x'.repeat(59)],
  ])('“%s” is %s in addresses', (category, slug) => {
    expect(topicSlug(category)).toBe(slug);
  });
  test('have addresses below their locale', () => {
    expect(topicPath(site, french, 'Échéances')).toBe('/help/fr-fr/topics/%C3%A9ch%C3%A9ances/');
  });
});

test('what was updated last comes first', () => {
  const entry = (slug: string, updated?: string): ListEntry => {
    const facts = { slug, title: slug, summary: '', href: '', bodyLocale: 'en-US', noindex: false };
    return updated === undefined ? facts : { ...facts, updated };
  };
  const list = [entry('a', '2026-01-01'), entry('b', '2026-03-01'), entry('c'), entry('d', '2026-01-01')];
  expect(recentlyUpdated(list, 3).map(({ slug }) => slug)).toEqual(['b', 'a', 'd']);
});

test('an article that is not there is left out of a list that an author made', () => {
  const missing: string[][] = [];
  const found = findArticles(site, french, ['pay-invoice', ' legal ', 'nothing', ''], (...which) =>
    missing.push(which),
  );
  expect(found.map(({ slug }) => slug)).toEqual(['pay-invoice', 'legal']);
  expect(missing).toEqual([['fr-FR', 'nothing']]);
});

test.each([
  ['pay-invoice.md', '/help/fr-fr/pay-invoice/'],
  ['../fr-FR/articles/Pay-Invoice.md#steps', '/help/fr-fr/pay-invoice/#steps'],
  ['index.mdx', '/help/fr-fr/'],
  ['nothing.md', undefined],
  ['https://example.com/a.md', 'https://example.com/a.md'],
  ['/a.md', '/a.md'],
  ['#steps', '#steps'],
  ['mailto:a@example.com', 'mailto:a@example.com'],
])('a home page links %s to %s', (href, expected) => {
  const missing: string[] = [];
  expect(resolveHomeLink(site, french, href, (_locale, slug) => missing.push(slug))).toBe(expected);
  expect(missing).toEqual(expected === undefined ? ['nothing'] : []);
});

test('the sitemap lists what search engines shall know', () => {
  const xml = sitemap(site, french);
  expect([...xml.matchAll(/<loc>([^<]*)/g)].map(([, address]) => address)).toEqual([
    'https://x.example/help/fr-fr/',
    'https://x.example/help/fr-fr/pay-invoice/',
  ]);
  expect([...xml.matchAll(/hreflang="([^"]*)"/g)].map(([, tag]) => tag)).toEqual([
    'ar-SA',
    'en-US',
    'fr-FR',
    'x-default',
  ]);
  expect(xml).toContain('<lastmod>2026-10-12</lastmod>');
  expect(sitemapIndex(site)).toContain('<loc>https://x.example/help/sitemap-fr-fr.xml</loc>');
});

test.each([
  ['th-TH', /12 ตุลาคม.* 2026/],
  ['ar-SA', /12 أكتوبر 2026/],
  ['fa-IR', /12.*2026/],
  ['de-DE', /^12\. Oktober 2026$/],
])('%s writes a date in the Gregorian calendar with Latin digits', (tag, pattern) => {
  expect(formatDate('2026-10-12', tag)).toMatch(pattern);
});

test.each([
  ['en-US', 'fr-FR', 'anglais'],
  ['zh-Hant', 'en-US', 'Traditional Chinese'],
])('the name of %s in %s is “%s”', (tag, reader, name) => {
  expect(languageName(tag, reader)).toBe(name);
});
