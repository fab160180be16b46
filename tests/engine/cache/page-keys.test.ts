import { expect, test } from 'vitest';
import { otherPagesKey, pageKeys } from '../../../src/engine/cache/page-keys.ts';
import type { PackedSite } from '../../../src/store/site.ts';
import type { SiteFacts } from '../../../src/store/site-facts.ts';
import { siteOptionFields, siteOptionsOf, type SiteOptions } from '../../../src/config/site-options.ts';
import { itemAt } from '../../../src/core/lists.ts';
import { writeSampleSite } from '../../theme/sample-site.ts';

const { folder, site } = writeSampleSite();
const page = itemAt(site.pages('fr-FR'), 0);

/** Keys of an article's page, and of all other pages, where the site has other facts. */
function keysWith(changed: Partial<SiteFacts> & Readonly<Record<string, unknown>>): [article: string, others: string] {
  const other: PackedSite = { ...site, facts: { ...site.facts, ...changed }, pages: () => [], locale: () => french };
  return [pageKeys(other, 'fr-FR')(page), otherPagesKey(other, folder)];
}

const french = site.locale('fr-FR');
const [articleKey, othersKey] = keysWith({});

/** Another value for each option that pages show. */
const otherOptions: Required<{ [Name in keyof SiteOptions]: NonNullable<SiteOptions[Name]> }> = {
  title: 'Another Help',
  sourceLocale: 'fr-FR',
  status: true,
  support: 'https://help.example/contact',
  report: 'mailto:help@example.com',
};

test('each option that pages show is looked at here', () => {
  expect(Object.keys(otherOptions).sort()).toEqual(Object.keys(siteOptionFields).sort());
});

test.each(Object.entries(otherOptions))('another %s makes other pages', (name, value) => {
  const options = siteOptionsOf({ title: site.facts.title, sourceLocale: 'en-US', status: false, [name]: value });
  expect(options).toHaveProperty(name, value);
  const [article, others] = keysWith(options);
  expect(article).not.toBe(articleKey);
  expect(others).not.toBe(othersKey);
});

test.each<[what: string, changed: Parameters<typeof keysWith>[0]]>([
  ['an option that did not exist', { logo: 'logo.svg' }],
  ['another base', { base: '/help/' }],
  ['an origin', { origin: 'https://x.example' }],
  ['another locale', { locales: site.facts.locales.slice(1) }],
  ['another name of a locale', { locales: site.facts.locales.map((locale) => ({ ...locale, name: 'x' })) }],
])('%s makes other pages', (_what, changed) => {
  const [article, others] = keysWith(changed);
  expect(article).not.toBe(articleKey);
  expect(others).not.toBe(othersKey);
});

test.each<[what: string, changed: Partial<SiteFacts>]>([
  ['another article', { locales: site.facts.locales.map((each) => ({ ...each, articles: each.articles + 1 })) }],
  ['a home page', { locales: site.facts.locales.map((each) => ({ ...each, home: '/home.mdx' })) }],
  ['another job of the same build', { built: ['fr-FR'] }],
])('%s leaves the pages of other articles as they are', (_what, changed) => {
  const [article, others] = keysWith(changed);
  expect(article).toBe(articleKey);
  expect(others).not.toBe(othersKey);
});
