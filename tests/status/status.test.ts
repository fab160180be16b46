import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import type { EditionStatus } from '../../src/status/board.ts';
import { editionsCsv, summaryCsv } from '../../src/status/csv.ts';
import { heatMapOf } from '../../src/status/heat-map.ts';
import { editionRows } from '../../src/status/tables.ts';

const edition = (state: EditionStatus['state'], errors = 0): EditionStatus => ({
  slug: 'a',
  title: 'A',
  state,
  errors,
  warnings: 0,
});

test('cells of one level that touch are one', () => {
  const editions = { 'fr-FR': [edition('current'), edition('current'), edition('current', 2), edition('missing')] };
  expect(heatMapOf({ topics: 4, editions }).rows).toEqual([
    {
      locale: 'fr-FR',
      runs: [
        { level: 'current', start: 0, length: 2 },
        { level: 'findings', start: 2, length: 1 },
        { level: 'missing', start: 3, length: 1 },
      ],
    },
  ]);
});

test('a column of several articles is as bad as the worst of them', () => {
  const all = Array.from({ length: 400 }, (_, index) => edition(index === 7 ? 'behind' : 'current'));
  const { columns, perColumn, rows } = heatMapOf({ topics: 400, editions: { 'fr-FR': all } });
  expect([columns, perColumn, rows[0]?.runs.map(({ level, start }) => [level, start])]).toEqual([
    134,
    3,
    [
      ['current', 0],
      ['behind', 2],
      ['current', 3],
    ],
  ]);
});

test('every number of a locale stands below its name', () => {
  const numbers = { published: 1, machine: 6, human: 7, errors: 8, warnings: 9, withFindings: 10 };
  const states = { current: 2, 'same-shape': 3, behind: 4, missing: 5 };
  const locale = { locale: 'fr-FR', name: 'Français', path: 'fr-fr', states, ...numbers };
  expect(summaryCsv({ locales: [locale] })).toBe(
    '"locale","published","current","same-shape","behind","missing","machine","human","errors","warnings"\r\n' +
      '"fr-FR",1,2,3,4,5,6,7,8,9\r\n',
  );
});

const csvOf = (title: string) => editionsCsv([{ ...edition('current'), title }]);

test.each([
  ['a comma', 'Pay, now', '"Pay, now"'],
  ['quotes', 'Pay “now” or "later"', '"Pay “now” or ""later"""'],
  ['what a spreadsheet would run', '=1+1', `"'=1+1"`],
  ['controls', 'a\u001B[2Jb\nc', String.raw`"a\x1b[2Jb\nc"`],
])('CSV with %s', (_what, title, cell) => {
  expect(csvOf(title).split('\r\n')[1]).toBe(`"a",${cell},"current","","",0,0,""`);
});

test.each([
  // Folders of slugs that look like languages, and some that no language could be.
  ['api-reference/first-call', '/en-us/api-reference/first-call/', 'fr-FR', { lang: 'fr-FR', dir: 'ltr' }],
  ['pay-by-card/refund', '/ar-sa/pay-by-card/refund/', 'ar-SA', { lang: 'ar-SA', dir: 'rtl' }],
  ['add-ons/buy', '/help/fr-fr/add-ons/buy/', 'fr-FR', { lang: 'fr-FR', dir: 'ltr' }],
  ['hr/leave', '/fr-fr/hr/leave/', 'fr-FR', { lang: 'fr-FR', dir: 'ltr' }],
  ['how-to/pay', '/fr-fr/how-to/pay/', 'en-US', { lang: 'en-US', dir: 'ltr' }],
  ['he/a', undefined, undefined, {}],
])('a title in the table is in the language of its edition: %s', (slug, href, titleLocale, language) => {
  const shown = { ...edition('current'), slug, ...(href && { href }), ...(titleLocale && { titleLocale }) };
  const cell = editionRows([shown]).rows[0]?.cells[0];
  expect({ lang: cell?.lang, dir: cell?.dir }).toEqual({ lang: undefined, dir: undefined, ...language });
});

const formulas = ['=', '+', '-', '@', '|', '%', '＝', '＋', '－', '＠', '｜', '％', '﹦', '\t=', '\r=', '\n='].map(
  (sign) => `${sign}cmd|' /C calc'!A0`,
);
const dividers = ['', ';', '; ', ';"', ';" "', '";', '";"', '\t', '\n', '\r\n', ',', '","'];

test.each(formulas.flatMap((formula) => dividers.map((before) => (before === '' ? formula : `x${before}${formula}`))))(
  'no cell begins like a formula, wherever the file is divided: %j',
  (title) => {
    const text = csvOf(title);
    const read = (delimiter: string) => parse(text, { delimiter, relax_quotes: true, relax_column_count: true });
    const cells = [...read(','), ...read(';'), ...read('\t')].flat();
    // Without any knowledge of quotes, as spreadsheets divide what they take for the middle of a cell.
    for (const cell of [...cells, ...text.split(/[;\t\r\n]/)])
      expect(cell).not.toMatch(/^[\s"]*[=+\-@|%＝＋－＠｜％﹦]/);
  },
);

test.each(['Pay, now', 'a;b', 'Pay “now” or "later"', '請求書', '50 % off - now', "l'e", 'a\\b', ''])(
  'a title comes back from CSV as it was: %j',
  (title) => {
    const [head, row] = parse(csvOf(title));
    expect([head?.length, row]).toEqual([8, ['a', title, 'current', '', '', '0', '0', '']]);
  },
);
