/** Tables with cells that no header names: readers, the search and programs get every word, and a finding says where it is. */
import { expect, test } from 'vitest';
import { passagesOf } from '../../src/search/passages.ts';
import { pair } from '../support.ts';
import { page, problems, read, rendered } from './library.ts';

/** `found` is the line of each finding. */
const rows: readonly {
  what: string;
  body: string;
  words: readonly string[];
  found: readonly number[];
  locale?: string;
}[] = [
  {
    what: 'one cell too many',
    body: '| A | B |\n|---|---|\n| x | y | perdu |',
    words: ['x', 'y', 'perdu'],
    found: [5],
  },
  { what: 'under one header', body: '| A |\n|---|\n| x | y | perdu |', words: ['x', 'y', 'perdu'], found: [5] },
  { what: 'without outer borders', body: 'A | B\n-|-\nx | y | perdu', words: ['x', 'y', 'perdu'], found: [5] },
  {
    what: 'in several rows',
    body: '| A |\n|---|\n| x | un |\n| y |\n| z | un | deux |',
    words: ['un', 'deux'],
    found: [5, 7],
  },
  { what: 'in a list', body: '- | A |\n  |---|\n  | x | perdu |', words: ['x', 'perdu'], found: [5] },
  { what: 'in an alert', body: '> [!NOTE]\n> | A |\n> |---|\n> | x | perdu |', words: ['x', 'perdu'], found: [6] },
  {
    what: 'in a footnote',
    body: 'Un[^1].\n\n[^1]: note\n\n    | A |\n    |---|\n    | x | perdu |',
    words: ['perdu'],
    found: [9],
  },
  { what: 'code with a border', body: '| A | B |\n|---|---|\n| `a|b` | c |', words: ['a|b', 'c'], found: [] },
  {
    what: 'code and a cell too many',
    body: '| A | B |\n|---|---|\n| `a|b` | c | perdu |',
    words: ['a|b', 'perdu'],
    found: [5],
  },
  {
    what: 'a picture of a wiki with a width',
    body: '| A |\n|---|\n| ![[a.png|300]] |',
    words: ['![[a.png|300]]'],
    found: [],
  },
  {
    what: 'keys in HTML',
    body: '| A |\n|---|\n| <kbd>a|b</kbd> |',
    words: ['a|b'],
    found: [],
  },
  {
    what: 'a wiki link with a border',
    body: '| A | B |\n|---|---|\n| [[a|b]] | c |',
    words: ['[[a|b]]', 'c'],
    found: [],
  },
  {
    what: 'a line below the header that is too short',
    body: '| A | B | C |\n|---|---|\n| x | y | perdu |',
    words: ['x', 'perdu'],
    found: [],
  },
  {
    what: 'a line below the header that is too long',
    body: '| A |\n|---|---|\n| x | perdu |',
    words: ['x', 'perdu'],
    found: [],
  },
  {
    what: 'a table in HTML',
    body: '<table><tr><th>A</th></tr><tr><td>x</td><td>perdu</td></tr></table>',
    words: ['x', 'perdu'],
    found: [],
  },
  {
    what: 'full-width bars',
    body: '| A | B |\n|---|---|\n| x｜perdu | y |',
    words: ['x｜perdu', 'y'],
    found: [],
    locale: 'zh-CN',
  },
  {
    what: 'a bilingual file',
    body: `| ${pair(102, 'A', 'A')} |\n|---|\n| ${pair(103, 'un', 'one')} | ${pair(104, 'perdu', 'lost')} |`,
    words: ['un', 'perdu'],
    found: [5],
  },
  {
    what: 'a border in a pair',
    body: `| ${pair(102, 'A', 'A')} |\n|---|\n| ${pair(103, 'un | perdu', 'one')} |`,
    words: ['un', 'perdu'],
    found: [5],
  },
  { what: 'in an included file', body: '[!INCLUDE [x](includes/table.md)]', words: ['x', 'perdu'], found: [3] },
];

test.each(rows)('$what', ({ body, words, found, locale = 'fr-FR' }) => {
  const library = read({
    [`${locale}/a.md`]: `# Titre\n\n${body}\n`,
    [`${locale}/includes/table.md`]: '| A |\n|---|\n| x | perdu |\n',
  });
  const { page: shown, body: tree } = rendered(library, locale, 'a');
  const record = passagesOf(tree)
    .map(({ text }) => text)
    .join(' ');
  for (const word of words) {
    expect(shown.html).toContain(word);
    expect(record).toContain(word);
  }
  const named = problems(library).filter((problem) => problem.endsWith(' extra-cells'));
  expect(named.map((problem) => problem.replace(/:\d+ extra-cells$/, ''))).toEqual(
    found.map((line) => `${locale}/a.md:${line}`),
  );
  // What programs get is a page again, by the rules of Markdown alone.
  const again = read({ [`${locale}/b.md`]: shown.markdown });
  for (const word of words) expect(page(again, locale, 'b').html).toContain(word);
  expect(problems(again).filter((problem) => problem.endsWith(' extra-cells'))).toEqual([]);
});

test('columns without a name have no heading', () => {
  const { html } = page(read({ 'fr-FR/a.md': '# A\n\n| A |\n|:-:|\n| x | y |\n| z |\n' }), 'fr-FR', 'a');
  expect(html.replace(/\s*\n\s*/g, '')).toContain(
    '<thead><tr><th align="center">A</th><td></td></tr></thead><tbody><tr><td align="center">x</td><td>y</td></tr>' +
      '<tr><td align="center">z</td><td></td></tr></tbody>',
  );
});

test('a row of a thousand cells does not make all others as long', () => {
  const row = `|${' x |'.repeat(1000)}`;
  const { html } = page(read({ 'fr-FR/a.md': `# A\n\n| A |\n|---|\n${row}\n${'| y |\n'.repeat(1000)}` }), 'fr-FR', 'a');
  expect(html.match(/<td>x/g)).toHaveLength(1000);
  expect(html.match(/<td/g)?.length).toBe(2000);
});

test('the finding begins where the cells without a heading do', () => {
  const text = '# A\n\n| A | B |\n|---|---|\n| x | y | lost words |\n';
  const [found] = read({ 'fr-FR/a.md': text }).diagnostics.filter(({ rule }) => rule === 'extra-cells');
  expect(found && text.split('\n')[found.line - 1]?.slice(found.column - 1, found.endColumn - 1)).toBe(
    '| lost words |',
  );
});
