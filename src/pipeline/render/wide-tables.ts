import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** A table of more columns is no table that anybody reads. */
const widest = 100;

/**
 * remark plugin: rows of very wide tables keep the cells that they have. Filled up to the width of the first row, as other rows are,
 * a thousand short rows below a thousand columns would be a million cells. Without alignment, they are not filled up.
 */
export function remarkWideTables() {
  return (tree: Root): void => {
    visit(tree, 'table', (table) => {
      if ((table.align?.length ?? 0) > widest) table.align = null;
    });
  };
}
