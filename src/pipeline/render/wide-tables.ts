import type { Nodes, Root } from 'mdast';

/** A table of more columns is no table that anybody reads. */
const widest = 100;

/**
 * remark plugin: rows of very wide tables keep the cells that they have. Filled up to the width of the first row, as other rows are,
 * a thousand short rows below a thousand columns would be a million cells. Without alignment, they are not filled up.
 */
export function remarkWideTables() {
  const look = (node: Nodes): void => {
    if (node.type === 'paragraph' || node.type === 'heading') return;
    if (node.type === 'table' && (node.align?.length ?? 0) > widest) node.align = null;
    if ('children' in node) for (const child of node.children) look(child);
  };
  return (tree: Root): void => {
    look(tree);
  };
}
