import type { PhrasingContent, Text } from 'mdast';
import { spanOf, visitPhrasing } from '../markdown.ts';

/** Calls `found` for every link and every bold run of a passage that has text directly behind it, with that text. */
export function eachFollower(
  parent: { children: PhrasingContent[] },
  found: (node: PhrasingContent, follower: Text) => void,
): void {
  const look = (children: readonly PhrasingContent[]) => {
    children.forEach((node, index) => {
      const next = children[index + 1];
      // A bare URL is a link too, but there is no markup that could have swallowed a blank.
      const marked = node.type === 'strong' || (node.type === 'link' && spanOf(node).end > endOfChildren(node));
      if (marked && next?.type === 'text') found(node, next);
    });
  };
  look(parent.children);
  visitPhrasing(parent, (node) => {
    if ('children' in node) look(node.children);
  });
}

function endOfChildren(node: { children: PhrasingContent[] }): number {
  const last = node.children.at(-1);
  return last ? spanOf(last).end : 0;
}
