/** `/api/v1/index.json`, as tools of support agents read it. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ApiArticle, ApiTopic } from '../../src/exports/api.ts';
import { apiChecker } from '../exports/openapi.ts';
import { helpCentre, lacking, read, readContent, slugs, tags } from './sites.ts';

const index = JSON.parse(read(helpCentre, 'api/v1/index.json')) as { topics: ApiTopic[] };
const topic = (slug: string): ApiTopic | undefined => index.topics.find((each) => each.slug === slug);
const editions = index.topics.flatMap(({ slug, locales }) =>
  Object.entries(locales).map(([locale, edition]) => ({ slug, locale, ...edition })),
);

const folder = 'api/v1/';
const check = apiChecker(JSON.parse(read(helpCentre, `${folder}openapi.json`)));
const files = readdirSync(join(helpCentre.folder, folder), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.json'))
  .sort();

test('every document is as the description of the API says', () => {
  expect(files.length).toBeGreaterThan(60);
  expect(files.flatMap((path) => check(path, JSON.parse(read(helpCentre, folder + path))))).toEqual([]);
});

test('every path of an article leads to a file', () => {
  const { locales } = JSON.parse(read(helpCentre, `${folder}articles/pay-invoice.json`)) as ApiArticle;
  for (const { url, markdown, steps } of Object.values(locales)) {
    const html = read(helpCentre, `${url.replace('/help/', '')}index.html`);
    expect(steps.filter(({ id }) => !html.includes(`id="${id}"`))).toEqual([]);
    expect(read(helpCentre, markdown.replace('/help/', ''))).toMatch(/^# /);
  }
});

const header = (file: string): string => readContent(file).toString('utf8').split('\n---\n')[0] ?? '';
const kinds: Readonly<Record<string, string>> = { '': 'source', MT: 'machine', HT: 'human' };

test('lists every article once, by slug', () => {
  expect(Object.keys(index)).toEqual(['topics']);
  expect(index.topics.map(({ slug }) => slug)).toEqual(slugs);
});

test.each(slugs)('%s has a title and an edition in each locale that has it', (slug) => {
  const expected = slug === lacking.slug ? tags.filter((tag) => tag !== lacking.tag) : tags;
  expect(Object.keys(topic(slug)?.locales ?? {})).toEqual(expected);
  expect(Object.keys(topic(slug)?.title ?? {})).toEqual(expected);
});

test('a topic says what it is called, which ids it has, and where its editions are', () => {
  const { title, ids, locales } = topic('pay-invoice') ?? {};
  expect({ title: title?.['fr-FR'], ids, edition: locales?.['fr-FR'] }).toEqual({
    title: 'Payer une facture dans le portail Nimbus',
    ids: ['3f6c1d52-8a7e-4b90-9c14-5e2d7b61a0f8', '7100101', '7302'],
    edition: {
      url: '/help/fr-fr/pay-invoice/',
      file: 'fr-FR/pay-invoice.md',
      translation: 'machine',
      state: 'current',
    },
  });
});

describe.each(tags)('editions in %s', (tag) => {
  const own = editions.filter(({ locale }) => locale === tag);

  test('have a page at their address', () => {
    for (const { url, slug } of own) {
      expect(url).toBe(`/help/${tag.toLowerCase()}/${slug}/`);
      expect(() => read(helpCentre, `${url.replace('/help/', '')}index.html`)).not.toThrow();
    }
  });

  test('name their file', () => {
    for (const { file } of own) expect(header(file)).toMatch(new RegExp(`^ms\\.contentlocale: ${tag}$`, 'm'));
  });

  test('say how they were translated', () => {
    const expected = own.map(({ file }) => kinds[/^ms\.translationtype: (..)$/m.exec(header(file))?.[1] ?? '']);
    expect(own.map(({ translation }) => translation)).toEqual(expected);
  });
});

test('only the translation of an older version is behind', () => {
  const late = editions.filter(({ state }) => state !== 'current');
  expect(late.map(({ locale, slug, state }) => [locale, slug, state])).toEqual([
    ['nl-NL', 'pay-by-bank-transfer', 'behind'],
  ]);
});
