import { expect, test } from 'vitest';
import { articleList } from '../../src/mcp/resources.ts';

const topics = Array.from({ length: 250 }, (_, at) => {
  const tag = at === 120 ? 'fr-FR' : 'en-US';
  const slug = `a${String(at).padStart(3, '0')}`;
  return { slug, title: { [tag]: `Title ${at}` }, locales: {} };
});
const site = { topics, sourceLocale: 'en-US', tags: ['de-DE', 'en-US', 'fr-FR'] };

test('articles are listed in pages, each once', () => {
  const names: string[] = [];
  const sizes: number[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const { resources, nextCursor } = articleList(site, cursor);
    names.push(...resources.map(({ name }) => name));
    sizes.push(resources.length);
    cursor = nextCursor;
  }
  expect(sizes).toEqual([100, 100, 50]);
  expect(names).toEqual(topics.map(({ slug }) => slug));
});

test('an article without an original is listed in a locale that has it', () => {
  expect(articleList(site, 'a119').resources[0]).toMatchObject({
    uri: 'languedocs://articles/fr-FR/a120',
    title: 'Title 120',
  });
});

test('a slug of other letters is encoded', () => {
  const { resources } = articleList({
    ...site,
    topics: [{ slug: 'facturación/pago', title: { 'en-US': 'x' }, locales: {} }],
  });
  expect(resources[0]?.uri).toBe('languedocs://articles/en-US/facturaci%C3%B3n/pago');
});
