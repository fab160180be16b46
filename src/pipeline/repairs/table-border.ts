import { trimmedEnd } from '../../core/trim.ts';
import type { Edit } from '../../core/span.ts';
import { spanOf } from '../markdown.ts';
import { bordersIn, bordersInside } from '../tables.ts';
import type { Repair } from './repair.ts';

export const tableBorder: Repair = {
  name: 'table-border',
  what: 'The header of the table and the line below it have different numbers of cells.',
  why: 'Where the line below the header of a table has more or fewer cells than the header, no table is shown, but all its characters.',
  suspect: /\|[^|\n]*\n[ \t>]*[|:-]/,
  mends: ['code', 'tag', 'address', 'reference'],
  find: ({ draft, passages }) =>
    passages.flatMap((passage) => {
      if (passage.type !== 'paragraph') return [];
      const { start, end } = spanOf(passage);
      const lines = linesOf(draft.text.slice(start, end), start);
      const at = lines.findIndex(({ text }, index) => index > 0 && isBorder(text));
      const [header, below] = [lines[at - 1], lines[at]];
      return header?.text.includes('|') === true && below ? evened(header, below) : [];
    }),
  examples: [
    { before: '| A | B | C |\n|---|---|\n| x | y | z |', after: '| A | B | C |\n|---|---|---|\n| x | y | z |' },
    { before: '| A |\n|---|---|\n| x | y |', after: '| A | |\n|---|---|\n| x | y |' },
    { before: '> A | B | C\n> :-|-:\n> x | y | z', after: '> A | B | C\n> :-|-: |---|\n> x | y | z' },
    { before: '| `a|b` | C |\n|---|---|\n| x | y |', after: '| `a\\|b` | C |\n|---|---|\n| x | y |' },
    { before: '| A | B |\n|---|---|\n| x | y |', after: '| A | B |\n|---|---|\n| x | y |' },
    { before: '```\n| A | B | C |\n|---|---|\n```', after: '```\n| A | B | C |\n|---|---|\n```' },
    { before: 'A ｜ B ｜ C\n\n一 ｜ 二', after: 'A ｜ B ｜ C\n\n一 ｜ 二', locale: 'zh-CN' },
    { before: '| A |\n|', after: '| A |\n|' },
    { before: 'A | B\n---', after: 'A | B\n---' },
  ],
};

interface Line {
  /** Without the marks of quotations and the blanks around it. */
  readonly text: string;
  /** Where it begins in the draft. */
  readonly start: number;
}

function linesOf(text: string, start: number): Line[] {
  let at = start;
  return text.split('\n').map((line) => {
    const marks = /^[ \t>]*/.exec(line)?.[0].length ?? 0;
    const found = { text: trimmedEnd(line.slice(marks), /[ \t]/), start: at + marks };
    at += line.length + 1;
    return found;
  });
}

/** Whether a line is the one below the header of a table, with at least one `|`. */
function isBorder(text: string): boolean {
  const cells = text.includes('|') ? cellsOf(text) : [];
  return cells.length > 0 && cells.every((cell) => /^:?-+:?$/.test(cell.trim()));
}

/** Escapes what divides code and links, and then gives the shorter of the two lines the cells that it lacks. */
function evened(header: Line, below: Line): Edit[] {
  const inside = bordersInside(header.text);
  const more = cellsOf(header.text).length - inside.length - cellsOf(below.text).length;
  const edits: Edit[] = inside.map((at) => ({ start: header.start + at, end: header.start + at, text: '\\' }));
  if (more > 0) edits.push(cellsAtEnd(below, '---|', more));
  if (more < 0) edits.push(cellsAtEnd(header, ' |', -more));
  return edits;
}

/** The cells that the parser finds in a row. */
function cellsOf(row: string): string[] {
  const borders = bordersIn(row);
  const starts = borders[0] === 0 ? borders : [-1, ...borders];
  const hasEnd = borders.at(-1) === row.length - 1;
  return (hasEnd ? starts.slice(0, -1) : starts).map((start, index) =>
    row.slice(start + 1, starts[index + 1] ?? row.length),
  );
}

function cellsAtEnd({ text, start }: Line, cell: string, count: number): Edit {
  const end = start + text.length;
  return { start: end, end, text: (/(?<!\\)\|$/.test(text) ? '' : ' |') + cell.repeat(count) };
}
