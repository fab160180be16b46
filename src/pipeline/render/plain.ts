/**
 * Most articles become HTML that is well formed as it stands. To have it read as a browser reads HTML, with `rehype-raw`, takes as long
 * as all the rest of rendering.
 */
import type { Nodes, Root } from 'mdast';
import { eachNode } from '../nodes.ts';

/**
 * Nodes whose HTML a browser reads as it is written: none may stand where HTML closes another for it. Raw HTML is not among them, nor
 * footnotes, whose links may stand in links.
 */
const plain: ReadonlySet<Nodes['type']> = new Set<Nodes['type']>([
  'root',
  'paragraph',
  'heading',
  'blockquote',
  'list',
  'listItem',
  'code',
  'thematicBreak',
  'definition',
  'table',
  'tableRow',
  'tableCell',
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'break',
  'link',
  'linkReference',
  'image',
  'imageReference',
]);

/** Whether the HTML of a tree is the same when it has been read as a browser reads it. */
export function isPlain(node: Nodes, inLink = false): boolean {
  const isLink = node.type === 'link' || node.type === 'linkReference';
  if (!plain.has(node.type) || (isLink && inLink)) return false;
  // A line end at the beginning of preformatted text is no part of it.
  if (node.type === 'code') return !node.value.startsWith('\n');
  return !('children' in node) || node.children.every((child) => isPlain(child, inLink || isLink));
}

/** remark plugin: takes the places in the text off all nodes. They mean nothing on the page, and each step would copy them. */
export function remarkWithoutPlaces() {
  return (tree: Root): void => {
    eachNode(tree, (node) => {
      node.position = undefined;
    });
  };
}
