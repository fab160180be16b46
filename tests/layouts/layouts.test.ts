/** Folders and names as people have them. */
import { expect, test } from 'vitest';
import { collect } from '../../src/pipeline/pipeline.ts';
import { folderOf, pagesIn } from '../support.ts';
import { problems, read, settingsFor } from '../pipeline/library.ts';

const topicsOf = (files: Record<string, string>) =>
  read(files).topics.map(({ articles }) => Object.keys(articles).join(' '));

test('a folder that may mean several languages is asked about once, and publishes nothing', () => {
  const library = read({
    'en-US/pay.md': '# Pay\n',
    'tw/pay.md': '# 付款\n',
    'tw/tax.md': '# 稅\n',
    'src/a.md': '# A\n',
  });
  expect(library.pages.locales).toEqual(['en-US']);
  expect(problems(library)).toEqual(['src/a.md:1:1 locale-unclear', 'tw/pay.md:1:1 locale-unclear']);
});

test('its articles may say it themselves, and are grouped by their paths', () => {
  const header = (tag: string) => `---\ntitle: A\nms.contentlocale: ${tag}\n---\n`;
  expect(
    topicsOf({
      'en-US/pay.md': '# Pay\n',
      'tw/pay.md': `${header('zh-TW')}# 付款\n`,
      'br/pay.md': `${header('br')}# A\n`,
    }),
  ).toEqual(['br en-US zh-TW']);
});

test('a folder with the code of a country is read, and named once', () => {
  const library = read({
    'en-US/pay.md': '# Pay\n',
    'en-US/tax.md': '# Tax\n',
    'kr/pay.md': '# 결제\n',
    'kr/tax.md': '# 세금\n',
    'jp/pay.md': '# 支払い\n',
  });
  expect(library.topics.map(({ articles }) => Object.keys(articles))).toEqual([
    ['en-US', 'ja-JP', 'ko-KR'],
    ['en-US', 'ko-KR'],
  ]);
  expect(problems(library)).toEqual(['jp/pay.md:1:1 country-folder', 'kr/pay.md:1:1 country-folder']);
});

test.each<[what: string, files: Record<string, string>, topics: string[]]>([
  [
    'numbers that a system gave',
    { 'en-US/360001234567.md': '# Pay\n', 'fr-FR/360001234567.md': '# Payer\n', 'fr-FR/360001234568.md': '# Taxe\n' },
    ['fr-FR', 'en-US fr-FR'],
  ],
  [
    'codes of errors',
    { 'en-US/404.md': '# Gone\n', 'de/404.md': '# Weg\n', 'de/500.md': '# Kaputt\n' },
    ['de', 'de en-US'],
  ],
  [
    'numbers in folders',
    { 'en-US/guide/1.md': '# A\n', 'fr-FR/guide/1.md': '# B\n', 'fr-FR/other/1.md': '# C\n' },
    ['fr-FR', 'en-US fr-FR'],
  ],
  ['digests', { 'en-US/0ceee5cb15f6ccad.md': '# A\n', 'fr-FR/0ceee5cb15f6ccad.md': '# B\n' }, ['en-US fr-FR']],
  ['numbers with the locale in the name', { '404.en-US.md': '# A\n', '404.fr-FR.md': '# B\n' }, ['en-US fr-FR']],
])('files of equal names that say nothing are one article in folders of locales: %s', (_what, files, topics) => {
  expect(topicsOf(files).sort()).toEqual(topics.sort());
});

test('a link to an article called by a number leads to it in the language that has it', () => {
  const library = read({ 'en-US/404.md': '# Gone\n', 'en-US/1.md': '# A\n', 'fr-FR/1.md': '# B\n\n[x](404.md)\n' });
  const [shown] = [...pagesIn('fr-FR', library)].filter(({ title }) => title === 'B');
  expect(shown?.html).toMatch(/<a href="\/help\/fr-fr\/[^"]+\/" hreflang="en-US">x<\/a>/);
});

test('not where they state other ids, nor in a flat drop', () => {
  const file = (tag: string, id: string) => `---\nms.contentlocale: ${tag}\nms.custom: ${id}\n---\n# A ${id}\n`;
  expect(topicsOf({ 'en-US/1.md': file('en-US', '7001'), 'fr-FR/1.md': file('fr-FR', '7002') })).toHaveLength(2);
  expect(topicsOf({ 'a/1.md': file('en-US', '7001'), '1.md': file('fr-FR', '7002') })).toHaveLength(2);
});

test('another source than the configured one is said', () => {
  const root = folderOf({ 'en/pay.md': '# Pay\n', 'fr/pay.md': '# Payer\n' });
  const settings = { ...settingsFor(root), sourceLocale: 'en', wantedSourceLocale: 'en-US' };
  const library = collect(settings, () => undefined);
  expect(library.diagnostics).toMatchObject([
    {
      rule: 'source-locale',
      message:
        'The articles in en are taken for the source: en-US, the source locale, has none, or translations are of fewer.',
    },
  ]);
});

test('a project of another language has words of its own interface', async () => {
  const { stringsFor } = await import('../../src/ui/strings.ts');
  expect(stringsFor('no').t('search.label')).toBe(stringsFor('nb').t('search.label'));
  expect(stringsFor('nn-NO').t('search.label')).toBe(stringsFor('nb').t('search.label'));
});
