import { expect, test } from 'vitest';
import { cluster } from '../../../src/pipeline/group/cluster.ts';
import { group } from '../../../src/pipeline/group/group.ts';
import { assignSlugs, slugify } from '../../../src/pipeline/group/slugs.ts';
import type { Article, Metadata } from '../../../src/pipeline/types.ts';

interface Facts extends Partial<Metadata> {
  readonly shape?: string;
  readonly anchor?: string;
  readonly links?: readonly string[];
  readonly bilingual?: boolean;
  readonly digest?: string;
}

/** An article by its path; the locale stands before the first `/` or, in flat folders, in the facts. */
function article(path: string, locale: string, facts: Facts = {}): Article {
  const { shape = '1pp 0', anchor, links = [], bilingual = false, digest = path, ...metadata } = facts;
  return {
    file: { root: '/content', path },
    digest,
    side: 'target',
    locale,
    metadata: {
      translation: locale === 'en-US' ? 'source' : 'machine',
      ids: [],
      publication: {},
      noindex: false,
      ...metadata,
    },
    bodyStart: 0,
    title: 'Titre',
    summary: '',
    bilingual,
    anchors: anchor === undefined ? [] : [{ id: anchor, depth: 1, text: 'Titre', explicit: true, aliases: [] }],
    footnoteIds: [],
    references: links.map((href) => ({ kind: 'link' as const, href, span: { start: 0, end: 0 } })),
    steps: [],
    visibleMarkup: [],
    shape,
    diagnostics: [],
  };
}

const groupings: readonly [what: string, articles: Article[], groups: string[]][] = [
  [
    'a shared path',
    [article('fr-FR/pay.md', 'fr-FR'), article('de-DE/pay.md', 'de-DE')],
    ['de-DE/pay.md fr-FR/pay.md'],
  ],
  [
    'a locale in the name',
    [article('pay.fr-FR.md', 'fr-FR'), article('pay.de-DE.md', 'de-DE')],
    ['pay.de-DE.md pay.fr-FR.md'],
  ],
  [
    'different paths',
    [article('fr-FR/pay.md', 'fr-FR', { anchor: 'x' }), article('de-DE/due.md', 'de-DE', { anchor: 'x' })],
    ['de-DE/due.md', 'fr-FR/pay.md'],
  ],
  [
    'a renamed file of the same version',
    [article('fr-FR/pay.md', 'fr-FR', { sourceHash: 'h' }), article('de-DE/due.md', 'de-DE', { sourceHash: 'h' })],
    ['de-DE/due.md fr-FR/pay.md'],
  ],
  [
    'a slug',
    [article('fr-FR/a.md', 'fr-FR', { slug: 'pay' }), article('de-DE/b.md', 'de-DE', { slug: 'pay' })],
    ['de-DE/b.md fr-FR/a.md'],
  ],
  [
    'a source hash',
    [
      article('000_0ceee5cb15f6.txt', 'fr-FR', { sourceHash: 'h' }),
      article('001_74bef208590.txt', 'de-DE', { sourceHash: 'h' }),
    ],
    ['000_0ceee5cb15f6.txt 001_74bef208590.txt'],
  ],
  [
    'anchor and ids',
    [
      article('000_0ceee5cb15f6.txt', 'fr-FR', { anchor: 'x', ids: ['1', '2'] }),
      article('001_74bef208590.txt', 'de-DE', { anchor: 'x', ids: ['2', '1'] }),
    ],
    ['000_0ceee5cb15f6.txt 001_74bef208590.txt'],
  ],
  [
    'one heading for two articles, told apart by their ids',
    [
      article('000_0ceee5cb15f6.txt', 'fr-FR', { anchor: 'x', ids: ['1'] }),
      article('001_74bef208590.txt', 'de-DE', { anchor: 'x', ids: ['1'] }),
      article('002_84bef208590.txt', 'fr-FR', { anchor: 'x', ids: ['2'] }),
    ],
    ['000_0ceee5cb15f6.txt 001_74bef208590.txt', '002_84bef208590.txt'],
  ],
  [
    'one heading for two articles, nothing to tell them apart',
    [
      article('000_0ceee5cb15f6.txt', 'fr-FR', { anchor: 'x' }),
      article('001_74bef208590.txt', 'de-DE', { anchor: 'x' }),
      article('002_84bef208590.txt', 'fr-FR', { anchor: 'x' }),
    ],
    ['000_0ceee5cb15f6.txt', '001_74bef208590.txt', '002_84bef208590.txt'],
  ],
  [
    'the same links, but for their locale',
    [
      article('000_0ceee5cb15f6.txt', 'fr-FR', { anchor: 'x', links: ['https://d.example/fr-fr/a'] }),
      article('001_74bef208590.txt', 'de-DE', { anchor: 'x', links: ['https://d.example/a?WT.mc_id=1'] }),
    ],
    ['000_0ceee5cb15f6.txt 001_74bef208590.txt'],
  ],
  [
    'nothing in common',
    [
      article('000_0ceee5cb15f6.txt', 'fr-FR', { anchor: 'x' }),
      article('001_74bef208590.txt', 'de-DE', { anchor: 'y' }),
    ],
    ['000_0ceee5cb15f6.txt', '001_74bef208590.txt'],
  ],
];

const names = (articles: readonly Article[]) =>
  cluster(articles).map((members) => members.map(({ file }) => file.path).join(' '));

test.each(groupings)('%s', (_what, articles, groups) => {
  expect(names(articles)).toEqual(groups);
  expect(names([...articles].reverse())).toEqual(groups);
});

const slugs: readonly [what: string, articles: Article[], slugs: string[]][] = [
  ['the path', [article('fr-FR/billing/Pay Invoice.md', 'fr-FR')], ['billing/pay-invoice']],
  ['the author’s own', [article('fr-FR/a.md', 'fr-FR', { slug: 'pay' })], ['pay']],
  ['an index file', [article('fr-FR/billing/index.md', 'fr-FR')], ['billing']],
  ['the English heading', [article('000_0ceee5cb15f6.txt', 'fr-FR', { anchor: 'pay---now' })], ['pay-now']],
  ['a page of the site itself', [article('fr-FR/search.md', 'fr-FR', { ids: ['7302'] })], ['search-7302']],
  ['a folder of the site itself', [article('fr-FR/a.md', 'fr-FR', { slug: 'topics/x', ids: ['7'] })], ['topics-x-7']],
  [
    'two that differ in letters that file systems hold equal',
    [article('fr-FR/straße.md', 'fr-FR', { ids: ['1'] }), article('fr-FR/strasse.md', 'fr-FR', { ids: ['2'] })],
    ['strasse-2', 'straße-1'],
  ],
  [
    'two of one heading',
    [
      article('000_0ceee5cb15f6.txt', 'fr-FR', { anchor: 'x', ids: ['1', '9'] }),
      article('001_74bef208590.txt', 'fr-FR', { anchor: 'x', ids: ['2', '9'] }),
    ],
    ['x-1', 'x-2'],
  ],
];

test.each(slugs)('slug: %s', (_what, articles, expected) => {
  expect(assignSlugs(cluster(articles))).toEqual(expected);
  expect(assignSlugs(cluster([...articles].reverse()))).toEqual(expected);
});

test.each([
  ['Été à Paris', 'été-à-paris'],
  ['支払う 方法', '支払う-方法'],
  ['ＡＢＣ', 'abc'],
  ['../../etc/passwd', 'etc/passwd'],
  ['?!', ''],
  ['a\0b', 'a-b'],
  ['CON', 'con-article'],
  ['folder/aux.', 'folder/aux-article'],
  ['lpt1/x', 'lpt1-article/x'],
  ['console', 'console'],
  ['Cafe\u0301', 'caf\u00E9'],
  ['x'.repeat(300), `${'x'.repeat(100)}-0d4e2ca9`],
  ['\u652F'.repeat(100), `${'\u652F'.repeat(33)}-71f20627`],
])('slugify %s', (text, slug) => {
  expect(slugify(text)).toBe(slug);
});

function statesOf(articles: readonly Article[]): Record<string, string> {
  const { topics } = group(
    articles,
    'en-US',
    () => undefined,
    ({ file }) => file.path,
  );
  return { ...topics[0]?.states };
}

test.each<[what: string, articles: Article[], states: Record<string, string>]>([
  [
    'another hash and another structure is behind',
    [
      article('fr-FR/a.md', 'fr-FR', { sourceHash: 'new', handoff: '2026-11-03' }),
      article('nl-NL/a.md', 'nl-NL', { sourceHash: 'old', handoff: '2026-04-02', shape: '1p 0' }),
    ],
    { 'fr-FR': 'current', 'nl-NL': 'behind' },
  ],
  [
    'another hash and the same structure is not',
    [
      article('fr-FR/a.md', 'fr-FR', { sourceHash: 'new', handoff: '2026-11-03' }),
      article('nl-NL/a.md', 'nl-NL', { sourceHash: 'old', handoff: '2026-04-02' }),
    ],
    { 'fr-FR': 'current', 'nl-NL': 'same-shape' },
  ],
  [
    'the source file itself decides, whatever the dates',
    [
      article('en-US/a.md', 'en-US', { digest: 'digest' }),
      article('fr-FR/a.md', 'fr-FR', { sourceHash: 'digest', handoff: '2026-04-02' }),
      article('nl-NL/a.md', 'nl-NL', { sourceHash: 'other', handoff: '2026-11-03', shape: '1p 0' }),
    ],
    { 'en-US': 'current', 'fr-FR': 'current', 'nl-NL': 'behind' },
  ],
])('state: %s', (_what, articles, states) => {
  expect(statesOf(articles)).toEqual(states);
});

test('of two files for one article and locale the newer one is published and the other one named', () => {
  const articles = [
    article('fr-FR/a.md', 'fr-FR', { sourceHash: 'h', handoff: '2026-04-02' }),
    article('old/fr-FR/a.md', 'fr-FR', { sourceHash: 'h', handoff: '2026-11-03' }),
  ];
  const { topics, diagnostics } = group(
    articles,
    'en-US',
    () => undefined,
    ({ file }) => file.path,
  );
  expect(topics.map((topic) => topic.articles['fr-FR']?.file.path)).toEqual(['old/fr-FR/a.md']);
  expect(diagnostics).toMatchObject([{ rule: 'duplicate-article', file: 'fr-FR/a.md' }]);
});

test('the source is recovered from the bilingual file that was handed back last', () => {
  const asked: string[] = [];
  group(
    [
      article('fr-FR/a.md', 'fr-FR', { bilingual: true, handoff: '2026-04-02' }),
      article('nl-NL/a.md', 'nl-NL', { bilingual: true, handoff: '2026-11-03' }),
      article('de-DE/a.md', 'de-DE', { handoff: '2026-11-04' }),
    ],
    'en-US',
    ({ file }) => {
      asked.push(file.path);
      return undefined;
    },
    ({ file }) => file.path,
  );
  expect(asked).toEqual(['nl-NL/a.md']);
});
