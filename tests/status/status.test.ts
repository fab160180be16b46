import { expect, test } from 'vitest';
import type { EditionStatus } from '../../src/status/board.ts';
import { editionsCsv } from '../../src/status/csv.ts';
import { heatMapOf } from '../../src/status/heat-map.ts';

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

test.each([
  ['a comma', 'Pay, now', '"Pay, now"'],
  ['quotes', 'Pay “now” or "later"', '"Pay “now” or ""later"""'],
  ['what a spreadsheet would run', '=1+1', "'=1+1"],
])('CSV with %s', (_what, title, cell) => {
  expect(editionsCsv([{ ...edition('current'), title }]).split('\r\n')[1]).toBe(`a,${cell},current,,,0,0,`);
});
