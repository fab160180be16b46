import { expect, test } from 'vitest';
import type { Entry } from '../../src/exports/catalogue.ts';
import type { AgentFacts } from '../../src/exports/export-facts.ts';
import { redirectsOf } from '../../src/exports/redirects.ts';
import { agentsKey } from '../../src/engine/write-exports.ts';
import type { Site } from '../../src/store/site.ts';

const locales = Array.from({ length: 45 }, (_, at) => `${'abcdefghi'.charAt(at / 5)}${'aeiou'.charAt(at % 5)}`);

const places = Array.from({ length: 80 }, (_, at) => ({
  id: `place-${at}`,
  text: `The text of the place ${at}`,
  depth: 2,
}));

/** An article with as many headings and steps as long ones have. */
function entry(at: number): Entry {
  return {
    slug: `article-${at}`,
    formerSlugs: [],
    firmness: 2,
    ids: [String(at)],
    pages: locales,
    redirectFrom: [],
    paths: [{ path: `articles/article-${at}`, locales }],
    editions: locales.map((locale) => ({
      locale,
      title: `Article ${at}`,
      summary: 'What it is about, in a sentence or two.',
      url: `/${locale}/article-${at}/`,
      markdown: `/${locale}/article-${at}.md`,
      file: `${locale}/articles/article-${at}.md`,
      translation: 'human',
      state: 'current',
      noindex: false,
      headings: places,
      steps: places,
      findings: { error: 0, warning: 0, info: 0 },
      rules: {},
    })),
  };
}

const site = { title: 'Help', origin: 'https://help.example' } as unknown as Site;

function factsWith(articles: number): AgentFacts {
  const catalogue = {
    base: '/',
    sourceLocale: 'en',
    locales,
    entries: Array.from({ length: articles }, (_, at) => entry(at)),
  };
  const { redirects } = redirectsOf(catalogue, { documentationSite: 'https://docs.example/help' });
  return { catalogue, ids: [], redirects, diagnostics: [], history: {} };
}

test('the key of what agents read is made where each of many articles has an address on another site in each of many languages', () => {
  const facts = factsWith(60);
  expect(facts.redirects).toHaveLength(60 * 46);
  expect(agentsKey(facts, site)).toMatch(/^[\w-]{43}$/);
});

test.each<[what: string, change: (facts: AgentFacts) => AgentFacts]>([
  ['a redirect', (facts) => ({ ...facts, redirects: facts.redirects.slice(1) })],
  [
    'where an id leads',
    (facts) => ({ ...facts, ids: [{ id: '7', spellings: ['7'], entries: facts.catalogue.entries.slice(0, 1) }] }),
  ],
  [
    'a title',
    (facts) => ({
      ...facts,
      catalogue: {
        ...facts.catalogue,
        entries: facts.catalogue.entries.map((each) => ({
          ...each,
          editions: each.editions.map((edition) => ({ ...edition, title: 'Another' })),
        })),
      },
    }),
  ],
])('it changes with %s', (_what, change) => {
  const facts = factsWith(2);
  expect(agentsKey(change(facts), site)).not.toBe(agentsKey(facts, site));
});
