import type { Nodes, Root, Table } from 'mdast';

/** Empty cells that the short rows of an article's tables are filled up with, all together. */
export const mostFilled = 20_000;

/**
 * The tables of an article whose short rows stay short. Filled up to the width of the first row, as other rows are, ten thousand rows
 * of one bar below a hundred columns would be a million cells.
 */
export function unfilledTables(tree: Root): Table[] {
  const unfilled: Table[] = [];
  let left = mostFilled;
  const look = (node: Nodes): void => {
    if (node.type === 'paragraph' || node.type === 'heading') return;
    if (node.type === 'table') {
      const width = node.align?.length ?? 0;
      const missing = node.children.reduce((sum, { children }) => sum + Math.max(0, width - children.length), 0);
      if (missing > left) unfilled.push(node);
      else left -= missing;
    } else if ('children' in node) for (const child of node.children) look(child);
  };
  look(tree);
  return unfilled;
}

/** remark plugin: rows of such tables keep the cells that they have. Without alignment, they are not filled up. */
export function remarkWideTables() {
  return (tree: Root): void => {
    for (const table of unfilledTables(tree)) table.align = null;
  };
}
