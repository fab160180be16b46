import type { ImageReference, LinkReference, Nodes, PhrasingContent, Root } from 'mdast';

/** Characters of addresses and titles that the references of one article may repeat. */
export const mostRepeated = 1_000_000;

/**
 * The references of an article that are shown without their addresses. A reference takes some characters and may repeat an address of
 * any length, so that an article of a thousand lines could make a page of a million.
 */
export function unrepeatedReferences(tree: Root): (LinkReference | ImageReference)[] {
  const lengths = new Map<string, number>();
  const references: (LinkReference | ImageReference)[] = [];
  const collect = (node: Nodes): void => {
    if (node.type === 'definition') {
      const name = node.identifier.toUpperCase();
      // Of definitions with one name the first counts.
      if (!lengths.has(name)) lengths.set(name, node.url.length + (node.title?.length ?? 0));
    } else if (node.type === 'linkReference' || node.type === 'imageReference') references.push(node);
    if ('children' in node) for (const child of node.children) collect(child);
  };
  collect(tree);
  let left = mostRepeated;
  return references.filter(({ identifier }) => (left -= lengths.get(identifier.toUpperCase()) ?? 0) < 0);
}

/** remark plugin: such references are their words. */
export function remarkReferences() {
  return (tree: Root): void => {
    const unrepeated = new Set<Nodes>(unrepeatedReferences(tree));
    if (unrepeated.size === 0) return;
    const wordsOf = (child: PhrasingContent): PhrasingContent[] => {
      if (child.type === 'imageReference' && unrepeated.has(child)) return [{ type: 'text', value: child.alt ?? '' }];
      if (!('children' in child)) return [child];
      child.children = child.children.flatMap(wordsOf);
      return child.type === 'linkReference' && unrepeated.has(child) ? child.children : [child];
    };
    const look = (node: Nodes): void => {
      if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
        node.children = node.children.flatMap(wordsOf);
      else if ('children' in node) for (const child of node.children) look(child);
    };
    look(tree);
  };
}
