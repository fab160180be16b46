/** What is not for readers is on no page, in no list, and named. */
import { expect, test } from 'vitest';
import { apiFiles } from '../../src/exports/api.ts';
import { catalogueOf } from '../../src/exports/catalogue.ts';
import { timeFrom } from '../../src/config/configuration.ts';
import { listOf } from '../../src/pipeline/lists.ts';
import { plannedPages } from '../../src/pipeline/planned-pages.ts';
import { collect, type Library } from '../../src/pipeline/pipeline.ts';
import { file, folderOf, pagesIn, pair } from '../support.ts';
import { french, page, problems, settingsFor } from './library.ts';

function read(files: Record<string, string>, time = Date.UTC(2026, 10, 28)): Library {
  return collect({ ...settingsFor(folderOf(files)), time }, () => undefined);
}

const slugsIn = (library: Library, locale: string) => [...pagesIn(locale, library)].map(({ slug }) => slug);

test('a draft has no page, no list, no place in the API, and is named', () => {
  const library = read({
    'en-US/pay.md': '# Pay\n\n[Secret](secret.md)\n',
    'en-US/secret.md': '---\ndraft: true\n---\n# Secret\n',
    'fr-FR/pay.md': '# Payer\n',
    'fr-FR/secret.md': '---\nStatus: Draft\n---\n# Secret\n',
  });
  expect([...slugsIn(library, 'en-US'), ...slugsIn(library, 'fr-FR')]).toEqual(['pay', 'pay']);
  expect(JSON.stringify([...apiFiles(catalogueOf(library), [], 'Help')])).not.toContain('# Secret');
  expect(page(library, 'en-US', 'pay').html).not.toContain('href');
  expect(problems(library)).toEqual([
    'en-US/pay.md:3:1 broken-link',
    'en-US/secret.md:1:1 not-published',
    'fr-FR/secret.md:1:1 not-published',
  ]);
  expect(library.leftOut).toEqual([
    { count: 1, message: 'The file is not published: `Status: Draft`.', first: 'fr-FR/secret.md:1' },
    { count: 1, message: 'The file is not published: `draft: true`.', first: 'en-US/secret.md:1' },
  ]);
});

test('a translation that is a draft leaves its readers the source', () => {
  const library = read({
    'en-US/pay.md': '# Pay\n',
    'fr-FR/pay.md': '---\npublished: false\n---\n# Payer\n',
    'fr-FR/tax.md': '# Taxe\n',
  });
  expect(page(library, 'fr-FR', 'pay')).toMatchObject({ title: 'Pay', bodyLocale: 'en-US' });
});

test('a source that is a draft is not recovered from its translations', () => {
  const bilingual = file(french, `# ${pair(101, 'Payer', 'Pay')}\n\n${pair(102, 'Un.', 'One.')}\n`);
  expect(slugsIn(read({ 'fr-FR/pay.md': bilingual }), 'en-US')).toEqual(['pay']);
  const library = read({ 'fr-FR/pay.md': bilingual, 'en-US/pay.md': '---\ndraft: true\n---\n# Pay\n' });
  expect(library.pages.locales).toEqual(['fr-FR']);
});

test('a draft takes no slug, and no place from a file that is published', () => {
  const library = read({
    'en-US/new/pay.md': '---\ndraft: true\nslug: pay\nms.custom: 7302\nms.lasthandoff: 2026-01-01\n---\n# New\n',
    'en-US/pay.md': '---\nslug: pay\nms.custom: 7302\n---\n# Old\n',
  });
  expect([...pagesIn('en-US', library)].map(({ slug, title }) => [slug, title])).toEqual([['pay', 'Old']]);
});

test('articles come and go with the time that the site is made for', () => {
  const files = {
    'en-US/always.md': '# Always\n',
    'en-US/later.md': '---\npublishDate: 2027-03-01\n---\n# Later\n',
    'en-US/until.md': '---\nexpiryDate: 2027-06-01T12:00Z\n---\n# Until\n',
  };
  const [march, june] = [Date.UTC(2027, 2, 1), Date.UTC(2027, 5, 1, 12)];
  const at = (time: number) => {
    const library = read(files, time);
    return { slugs: slugsIn(library, 'en-US'), validity: library.validity };
  };
  expect(at(march - 1)).toEqual({ slugs: ['always', 'until'], validity: { until: march } });
  expect(at(march)).toEqual({ slugs: ['always', 'later', 'until'], validity: { since: march, until: june } });
  expect(at(june)).toEqual({ slugs: ['always', 'later'], validity: { since: june } });
  expect(read(files, march - 1).leftOut.map(({ message }) => message)).toEqual([
    'The file is not published: to be published from 2027-03-01 on.',
  ]);
});

test.each<[what: string, lines: string, at: string, isPublished: boolean, says: string | undefined]>([
  ['a day of publication', 'publishDate: 01/12/2026', '2026-11-28', false, 'may mean 2026-01-12 or 2026-12-01'],
  ['one that has passed either way', 'publishDate: 01/12/2026', '2026-12-01', true, undefined],
  ['one that is to come either way', 'publishDate: 01/12/2026', '2026-01-11', false, undefined],
  ['a day of expiry', 'expiryDate: 01/12/2026', '2026-11-28', false, 'may mean 2026-01-12 or 2026-12-01'],
  ['the day of the article', 'date: 01/12/2026', '2026-11-28', true, 'may mean 2026-01-12 or 2026-12-01'],
  ['a day that can only be read in one way', 'publishDate: 25/12/2026', '2026-11-28', false, undefined],
  ['the day of a review', 'ms.date: 01/12/2026', '2026-11-28', true, undefined],
])('%s whose order decides is named: `%s` on %s', (_what, lines, at, isPublished, says) => {
  const library = read({ 'en-US/a.md': `---\ntitle: A\n${lines}\n---\n# A\n` }, Date.parse(at));
  expect(slugsIn(library, 'en-US')).toEqual(isPublished ? ['a'] : []);
  const told = library.diagnostics.filter(({ rule }) => rule === 'unreadable-date');
  expect(told).toHaveLength(says === undefined ? 0 : 1);
  if (says !== undefined) expect(told[0]?.message).toContain(says);
});

test('a build is made again when a day that may be read in two ways is not in doubt any more', () => {
  const files = { 'en-US/a.md': '---\ndate: 01/12/2026\n---\n# A\n' };
  const [january, december] = [Date.UTC(2026, 0, 12), Date.UTC(2026, 11, 1)];
  expect(read(files, december - 1).validity).toEqual({ since: january, until: december });
});

test('what lies in a folder of drafts is left out and named, unless its header says that it is none', () => {
  const library = read({
    'en-US/drafts/a.md': '# A\n',
    'en-US/drafts/b.md': '---\ndraft: false\n---\n# B\n',
    'en-US/c.md': '# C [!INCLUDE[d](drafts/d.md)]\n\nText.\n',
    'en-US/drafts/d.md': 'Secret',
  });
  expect(slugsIn(library, 'en-US')).toEqual(['c', 'drafts/b']);
  expect(page(library, 'en-US', 'c').html).not.toContain('Secret');
  expect(library.leftOut).toMatchObject([
    { count: 2, message: 'The file is not published: its place is that of a draft, `drafts/`.' },
    { count: 1, first: 'en-US/c.md:1' },
  ]);
});

test('an unlisted article has a page that no list, search engine or index names', () => {
  const library = read({ 'en-US/pay.md': '# Pay\n', 'en-US/quiet.md': '---\nunlisted: true\n---\n# Quiet\n' });
  expect(page(library, 'en-US', 'quiet')).toMatchObject({ title: 'Quiet', noindex: true });
  expect(listOf(library.topics, 'en-US', library.pages).map(({ slug }) => slug)).toEqual(['pay']);
  const facts = [...plannedPages('en-US', library)].map(({ slug, facts: { unlisted } }) => [slug, unlisted]);
  expect(facts).toEqual([
    ['pay', undefined],
    ['quiet', true],
  ]);
  const index = [...apiFiles(catalogueOf(library), [], 'Help')].find(({ path }) => path === 'index.json');
  expect(JSON.stringify(index)).not.toContain('quiet');
  expect(library.leftOut).toMatchObject([{ count: 1, first: 'en-US/quiet.md:1' }]);
});

test('comments are neither on the page, nor in its Markdown, title or summary', () => {
  const library = read({
    'en-US/pay.md': '{% comment %}Ask Bob.{% endcomment %}\n# Pay {# Bob #}\n\nText %% Bob says %%.\n',
  });
  const { html, markdown, title, description } = page(library, 'en-US', 'pay');
  expect([html, markdown, title, description].join('\n')).not.toContain('Bob');
  expect(html).toBe('<h1 id="pay">Pay</h1>\n<p>Text .</p>');
  expect(library.leftOut.map(({ count, message }) => [count, message])).toEqual([
    [1, 'A comment (`%%`) is left out.'],
    [1, 'A comment (`{# #}`) is left out.'],
    [1, 'A comment (`{% comment %}`) is left out.'],
  ]);
});

test.each([
  ['2027-03-01', undefined, Date.UTC(2027, 2, 1)],
  [undefined, '1800000000', 1_800_000_000_000],
  ['2027-03-01', '1800000000', Date.UTC(2027, 2, 1)],
])('the time of a build is that of --date %s, else that of SOURCE_DATE_EPOCH %s', (date, epoch, time) => {
  expect(timeFrom(date, epoch)).toBe(time);
});

test.each([
  ['soon', undefined, 'Wrong --date `soon`'],
  [undefined, 'today', 'Wrong SOURCE_DATE_EPOCH `today`'],
])('a wrong time is an error: %s %s', (date, epoch, message) => {
  expect(() => timeFrom(date, epoch)).toThrow(message);
});

test('a file that a page shows or offers is not counted as left out', () => {
  const library = read({
    'en-US/a.md':
      '# A\n\n[Form](form.pdf) [Again](Form.PDF "x") [!INCLUDE[p](_parts/p.md)]\n\n[!code[c](sample.cs)]\n\n[!INCLUDE[l](_late.md)]\n\n[!INCLUDE[q](_q.md)]\n',
    'en-US/_parts/p.md': '[Guide](../guide.docx) [!INCLUDE[q](../_q.md)]\n',
    'en-US/_q.md': '[!code[c](inner.yml)]\n',
    'en-US/_parts/other.md': 'Other',
    'en-US/_late.md': '---\npublishDate: 2999-01-01\n---\nLate\n',
    'en-US/form.pdf': '%PDF',
    'en-US/guide.docx': 'PK',
    'en-US/sample.cs': 'class A {}',
    'en-US/inner.yml': 'a: 1',
    'en-US/lonely.pdf': '%PDF',
    'en-US/b.md': '---\ndraft: true\n---\n# B [Lonely](lonely.pdf)\n',
  });
  const leftOut = library.leftOut.map(({ count, first }) => [count, first]);
  expect(leftOut.sort()).toEqual([
    [1, 'en-US/_late.md'],
    [1, 'en-US/_parts/other.md'],
    [1, 'en-US/a.md:7'],
    [1, 'en-US/b.md:1'],
    [1, 'en-US/lonely.pdf'],
  ]);
});
