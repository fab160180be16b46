import type { Root, Table } from 'mdast';
import { columnsOf, tablesOf } from '../tables.ts';

/** Empty cells that the short rows of an article's tables are filled up with, all together. */
export const mostFilled = 20_000;

/**
 * The tables of an article whose short rows stay short. Filled up to the width of the longest row, as other rows are, ten thousand rows
 * of one bar below a hundred columns would be a million cells.
 */
export function unfilledTables(tree: Root): Table[] {
  let left = mostFilled;
  return tablesOf(tree).filter((table) => {
    const width = columnsOf(table);
    const missing = table.children.reduce((sum, { children }) => sum + width - children.length, 0);
    if (missing > left) return true;
    left -= missing;
    return false;
  });
}

/**
 * remark plugin: a table has as many columns as its longest row has cells, so that no cell is left out. The header gets cells without
 * words for the columns that it does not name; they are no headings, which a screen reader would read out before each cell.
 */
export function remarkWholeTables() {
  return (tree: Root): void => {
    const unfilled = new Set(unfilledTables(tree));
    for (const table of tablesOf(tree)) {
      // Without alignment, rows keep the cells that they have.
      if (unfilled.has(table)) table.align = null;
      else fillUp(table);
    }
  };
}

function fillUp(table: Table): void {
  const columns = columnsOf(table);
  const align = table.align ?? [];
  if (columns <= align.length) return;
  table.align = [...align, ...Array<null>(columns - align.length).fill(null)];
  const header = table.children[0]?.children ?? [];
  while (header.length < columns) header.push({ type: 'tableCell', children: [], data: { hName: 'td' } });
}
