/** Who has had an address keeps it, whatever a newcomer's files say. */
import { describe, expect, test } from 'vitest';
import { agentFacts } from '../../src/exports/export-facts.ts';
import type { SlugHistory } from '../../src/pipeline/types.ts';
import { pair } from '../support.ts';
import { factsOf, libraryOf, type Sample, type Samples } from './library.ts';

const anchored: Sample = { ids: '7302', body: '# <a name="pay-an-invoice"></a>Pay\n\nText.\n' };
const pay: Samples = { 'en-US/pay.md': anchored, 'fr-FR/pay.md': anchored, 'de-DE/pay.md': anchored };
const chosen: Samples = Object.fromEntries(
  ['en-US', 'fr-FR', 'de-DE'].map((locale) => [`${locale}/a1.md`, { ...anchored, slug: 'pay' }]),
);
const evil = '# <a name="evil"></a>Evil\n\nText.\n';
const bilingual = `# <a name="evil"></a>${pair(1, 'Mal', 'Evil')}\n\n${pair(2, 'Texte.', 'Text.')}\n`;

/** Files of a newcomer that wants `pay`. */
const squatters: readonly [what: string, files: Samples][] = [
  ['by slug', { 'fr-FR/zz.md': { slug: 'pay', body: evil } }],
  ['by slug, before all others', { 'de-DE/a0.md': { slug: 'pay', body: evil } }],
  ['by slug in capitals', { 'fr-FR/zz.md': { slug: 'PAY', body: evil } }],
  ['by slug in wide letters', { 'fr-FR/zz.md': { slug: 'ｐａｙ', body: evil } }],
  ['by slug in the source locale', { 'en-US/zz.md': { slug: 'pay', body: evil } }],
  ['by slug in a bilingual file', { 'fr-FR/zz.md': { slug: 'pay', body: bilingual } }],
  [
    'by slug in more languages',
    Object.fromEntries(
      ['ar-SA', 'da-DK', 'fi-FI', 'fr-FR', 'nl-NL'].map((locale) => [`${locale}/zz.md`, { slug: 'pay', body: evil }]),
    ),
  ],
  ['by slug and id', { 'fr-FR/zz.md': { slug: 'pay', ids: '7302', body: evil } }],
  ['by slug and former address', { 'fr-FR/zz.md': { slug: 'pay', redirect: '/fr-fr/pay/ /pay/', body: evil } }],
];

const pathsOf = ({ topics }: ReturnType<typeof libraryOf>, slug: string) =>
  Object.values(topics.find((topic) => topic.slug === slug)?.articles ?? {})
    .filter(({ locale }) => ['en-US', 'fr-FR', 'de-DE'].includes(locale))
    .map(({ file }) => file.path);

describe.each([
  ['whose files are called so', pay],
  ['that says `slug:`', chosen],
])('an article %s', (_what, incumbent) => {
  const alone = libraryOf(incumbent);
  const { history } = agentFacts(alone, {});

  describe.each<[string, SlugHistory]>([
    ['with a history', history],
    ['without one', {}],
  ])('%s', (_which, known) => {
    test.each(squatters)('keeps its slug and its files from a newcomer %s', (_how, files) => {
      const library = libraryOf({ ...incumbent, ...files }, known);
      expect(pathsOf(library, 'pay')).toEqual(pathsOf(alone, 'pay'));
      const newcomer = Object.keys(files)[0] ?? '';
      const named = library.diagnostics.filter(({ rule }) => rule === 'slug-taken' || rule === 'duplicate-article');
      expect(named.map(({ file }) => file)).toContain(`content/${newcomer}`);
      for (const { message } of named) expect(message).toMatch(/content\/\w\w-\w\w\/(?:pay|a1)\.md/);
    });
  });
});

test.each<[what: string, samples: Samples, slugs: string[]]>([
  [
    'letters that disks hold equal',
    { 'en-US/straße.md': { ids: '1' }, 'fr-FR/straße.md': { ids: '1' }, 'fr-FR/strasse.md': { ids: '2' } },
    ['strasse-2', 'straße'],
  ],
  [
    'accents that are written in two ways',
    { 'en-US/caf\u00E9.md': { ids: '1' }, 'fr-FR/cafe\u0301.md': { ids: '2' } },
    ['caf\u00E9', 'caf\u00E9-2'],
  ],
  ['no order of files', { 'fr-FR/zz.md': { slug: 'x', ids: '9' }, 'en-US/x.md': { ids: '1' } }, ['x', 'x-9']],
])('%s', (_what, samples, slugs) => {
  const backwards = Object.fromEntries(Object.entries(samples).reverse());
  for (const files of [samples, backwards]) expect(libraryOf(files).topics.map(({ slug }) => slug)).toEqual(slugs);
});

describe('what the history knows', () => {
  const { history } = factsOf(pay);
  const renamed: Samples = { 'en-US/paying.md': anchored, 'fr-FR/paying.md': anchored, 'de-DE/paying.md': anchored };

  test.each<[what: string, newcomer: Samples]>([
    ['by path', { 'en-US/pay.md': { ids: '9', body: evil } }],
    ['by slug', { 'fr-FR/zz.md': { slug: 'pay', body: evil } }],
    ['by `redirect_from`', { 'fr-FR/zz.md': { redirect: '/fr-fr/pay/ /pay/ /de-de/pay', body: evil } }],
    ['by `redirect_from` of the source', { 'en-US/aa.md': { redirect: '/fr-fr/pay/ /pay/ /de-de/PAY', body: evil } }],
    ['by `redirect_from` and an id', { 'fr-FR/aa.md': { redirect: '/fr-fr/pay/', ids: '7302', body: evil } }],
  ])('a former address leads to the article that had it, and not to who claims it %s', (_how, newcomer) => {
    let known = history;
    // The build after says the same.
    for (let build = 0; build < 2; build++) {
      const library = libraryOf({ ...renamed, ...newcomer }, known);
      const agents = agentFacts(library, known);
      const from = agents.redirects.filter(({ from }) => /\/(?:pay)\/$/i.test(from));
      expect(from.map(({ from, to }) => `${from} → ${to}`)).toEqual(
        ['de-de', 'en-us', 'fr-fr'].map((path) => `/help/${path}/pay/ → /help/${path}/paying/`),
      );
      expect(library.topics.map(({ slug }) => slug)).not.toContain('pay');
      const named = [...library.diagnostics, ...agents.diagnostics].filter(({ message }) =>
        message.includes('paying.md'),
      );
      expect(named.map(({ file }) => file)).toContain(`content/${Object.keys(newcomer)[0] ?? ''}`);
      known = agents.history;
    }
  });

  test('articles that exchange their slugs may', () => {
    const two: Samples = { 'en-US/a.md': { ids: '1', body: '# A\n' }, 'en-US/b.md': { ids: '2', body: '# B\n' } };
    const known = factsOf(two).history;
    const exchanged: Samples = { 'en-US/a.md': { ids: '2', body: '# B\n' }, 'en-US/b.md': { ids: '1', body: '# A\n' } };
    expect(libraryOf(exchanged, known).topics.map(({ slug }) => slug)).toEqual(['a', 'b']);
  });

  test('an id of another article is no slug', () => {
    const library = libraryOf({ ...pay, 'fr-FR/zz.md': { slug: '7302', body: evil } }, history);
    expect(library.topics.map(({ slug }) => slug)).toEqual([expect.stringMatching(/^7302-/), 'pay']);
    expect(library.diagnostics).toContainEqual(
      expect.objectContaining({ rule: 'slug-taken', file: 'content/fr-FR/zz.md' }),
    );
  });

  test.each<[what: string, known: SlugHistory, newcomer: Sample]>([
    ['its id', history, { ids: '7302' }],
    ['its id in another file of the source', history, { ids: '7302', slug: 'aa' }],
    ['its slug', history, { ids: 'pay' }],
    ['its slug in capitals', history, { asset: 'PAY' }],
    ['its id, without a history', {}, { ids: '7302' }],
  ])('a permanent link leads to the article that had it, and not to who states %s', (what, known, newcomer) => {
    const path = what.includes('source') ? 'en-US/aa.md' : 'fr-FR/aa.md';
    let before = known;
    for (let build = 0; build < 2; build++) {
      const agents = agentFacts(libraryOf({ ...pay, [path]: { ...newcomer, body: evil } }, before), before);
      const found = agents.ids.filter(({ id }) => ['7302', 'pay'].includes(id.toLowerCase()));
      expect(found.map(({ entries }) => entries.map(({ slug }) => slug).join())).toEqual(['pay', 'pay']);
      expect(agents.diagnostics).toContainEqual(
        expect.objectContaining({ rule: 'id-taken', severity: 'warning', file: `content/${path}` }),
      );
      before = Object.keys(known).length === 0 ? {} : agents.history;
    }
  });

  test('a slug whose heirs cannot be told is nobody’s', () => {
    const known: SlugHistory = { old: { known: ['7'], former: [] } };
    const agents = factsOf(
      { 'en-US/a.md': { ids: '7' }, 'en-US/b.md': { ids: '7', redirect: '/en-us/old /old' } },
      known,
    );
    expect(agents.redirects).toEqual([]);
    expect(agents.diagnostics.map(({ rule, file }) => `${file} ${rule}`)).toEqual([
      'content/en-US/b.md redirect-conflict',
      'content/en-US/b.md redirect-conflict',
    ]);
  });
});
