/** The walk over a tree of Markdown. */
import type { Nodes } from 'mdast';

/**
 * Calls `visitor` for a node and for every node below it, in reading order. The children are those that the visitor leaves the node.
 *
 * @param visitor returns `false` to pass over what is in the node
 */
export function eachNode(node: Nodes, visitor: (node: Nodes) => unknown): void {
  if (visitor(node) === false || !('children' in node)) return;
  for (const child of node.children) eachNode(child, visitor);
}

/** All nodes of some kinds in a tree, in reading order; it looks into those that it finds, too. */
export function nodesOfType<Type extends Nodes['type']>(
  tree: Nodes,
  ...types: Type[]
): Extract<Nodes, { type: Type }>[] {
  const found: Extract<Nodes, { type: Type }>[] = [];
  const isWanted = (node: Nodes): node is Extract<Nodes, { type: Type }> => types.some((type) => type === node.type);
  eachNode(tree, (node) => {
    if (isWanted(node)) found.push(node);
  });
  return found;
}
