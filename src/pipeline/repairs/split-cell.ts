import { spanOf } from '../markdown.ts';
import { bordersInside, longRowsOf, tablesOf } from '../tables.ts';
import type { Repair } from './repair.ts';

export const splitCell: Repair = {
  name: 'split-cell',
  what: 'A `|` in code, a link or a tag divides the cell of a table.',
  why: 'Tables are divided at each `|`, even in code and links, so that readers see their halves in two columns.',
  suspect: /[`[(<][^`[(<|\n]*\|/,
  mends: ['code', 'tag', 'address', 'reference', 'directive'],
  // Only rows with too many cells: in others the parts may be meant as cells.
  find: ({ draft, tree }) =>
    tablesOf(tree)
      .flatMap(longRowsOf)
      .flatMap((row) => {
        const { start, end } = spanOf(row);
        return bordersInside(draft.text.slice(start, end)).map((at) => ({
          start: start + at,
          end: start + at,
          text: '\\',
        }));
      }),
  examples: [
    { before: '| A | B |\n|---|---|\n| `a|b` | c |', after: '| A | B |\n|---|---|\n| `a\\|b` | c |' },
    { before: '| A | B |\n|---|---|\n| [[a|b]] | c |', after: '| A | B |\n|---|---|\n| [[a\\|b]] | c |' },
    { before: '| A | B |\n|---|---|\n| [a|b](/x) | c |', after: '| A | B |\n|---|---|\n| [a\\|b](/x) | c |' },
    { before: '> | A |\n> |---|\n> | ``a|`|b`` |', after: '> | A |\n> |---|\n> | ``a\\|`\\|b`` |' },
    { before: 'A | B\n-|-\n`a|b` | c', after: 'A | B\n-|-\n`a\\|b` | c', source: 'A | B\n-|-\n`a|b` | c' },
    { before: '| A | B |\n|---|---|\n| `a | b` |', after: '| A | B |\n|---|---|\n| `a | b` |' },
    { before: '| A | B |\n|---|---|\n| `a\\|b` | c |', after: '| A | B |\n|---|---|\n| `a\\|b` | c |' },
    { before: '| A | B |\n|---|---|\n| a | b | c |', after: '| A | B |\n|---|---|\n| a | b | c |' },
    { before: '| A |\n|---|\n| ![[a.png|300]] |', after: '| A |\n|---|\n| ![[a.png\\|300]] |' },
    { before: '| A |\n|---|\n| <kbd>a|b</kbd> |', after: '| A |\n|---|\n| <kbd>a\\|b</kbd> |' },
    { before: '| A |\n|---|\n| [a|b][c] |\n\n[c]: /x', after: '| A |\n|---|\n| [a\\|b][c] |\n\n[c]: /x' },
    { before: '| A |\n|---|\n| `` a`|b `` |', after: '| A |\n|---|\n| `` a`\\|b `` |' },
    { before: '| A |\n|---|\n| \\`a | b` |', after: '| A |\n|---|\n| \\`a | b` |' },
    { before: '`a|b` | c', after: '`a|b` | c' },
  ],
};
