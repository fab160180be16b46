import type { Nodes, Root } from 'mdast';

const letters: Partial<Record<Nodes['type'], string>> = {
  paragraph: 'p',
  listItem: 'i',
  code: 'c',
  tableRow: 'r',
  html: 'x',
  thematicBreak: '-',
};

/**
 * The structure of an article in few characters: its blocks in order, then the number of links. Two versions of one shape say
 * the same things in the same places, as far as structure can tell.
 */
export function shapeOf(tree: Root): string {
  let blocks = '';
  let links = 0;
  const collect = (node: Nodes, inPassage: boolean) => {
    if (node.type === 'heading') blocks += String(node.depth);
    else if (!inPassage) blocks += letters[node.type] ?? '';
    if (node.type === 'link') links++;
    const within = inPassage || node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell';
    if ('children' in node) for (const child of node.children) collect(child, within);
  };
  collect(tree, false);
  return `${blocks} ${links}`;
}
