import { expect, test } from 'vitest';
import { uncoloured } from './uncoloured.ts';
import { tableLines } from '../../src/report/table.ts';

test.each<[what: string, cells: string[][], lines: string[]]>([
  [
    'numbers to the right',
    [
      ['repair', 'edits'],
      ['glued-word', '7'],
    ],
    ['repair      edits', 'glued-word      7'],
  ],
  [
    'locales above their numbers',
    [
      ['rule', 'fr-FR'],
      ['a', '12'],
    ],
    ['rule  fr-FR', 'a        12'],
  ],
  [
    'characters of two columns',
    [
      ['a', 'b'],
      ['日本', 'x'],
    ],
    ['a     b', '日本  x'],
  ],
  ['nothing', [], []],
])('a table with %s', (_what, cells, lines) => {
  expect([...tableLines(cells)].map(uncoloured)).toEqual([...lines, '']);
});
