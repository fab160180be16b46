import type { Nodes, Root } from 'mdast';
import { eachNode, nodesOfType } from '../nodes.ts';

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
  eachNode(tree, (node) => {
    blocks += node.type === 'heading' ? String(node.depth) : (letters[node.type] ?? '');
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return true;
    links += nodesOfType(node, 'link').length;
    return false;
  });
  return `${blocks} ${links}`;
}
