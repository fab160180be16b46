import type { List, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Anchor } from '../types.ts';
import { shorten } from './shorten.ts';
import { eachNode } from '../nodes.ts';

/** Enough words to know a step by. */
const longest = 60;

/**
 * The id of a step on the page: `step-4` in the first list of steps, `step-2-4` in the second.
 *
 * @param list number of the list among those that stand in no other one, from 1
 * @param step number of the step in its list, from 1
 */
export function stepId(list: number, step: number): string {
  return list === 1 ? `step-${step}` : `step-${list}-${step}`;
}

/**
 * The first words of each step, by lists. None are told where the page may count its lists otherwise than the Markdown does:
 * around included files and lists written in HTML, and where an anchor has the name of a step.
 */
export function stepsOf(tree: Root, anchors: readonly Anchor[]): string[][] {
  const lists: string[][] = [];
  let uncertain = anchors.some(({ id, aliases }) => [id, ...aliases].some((name) => /^step-\d/.test(name)));
  eachNode(tree, (node) => {
    if (node.type === 'html' && /<\/?[ou]l\b/i.test(node.value)) uncertain = true;
    if (node.type === 'text' && /\[!include/i.test(node.value)) uncertain = true;
    const isSteps = node.type === 'list' && node.ordered === true;
    if (isSteps) lists.push(wordsOf(node));
    // Footnotes stand at the end of the page, after all lists.
    return !isSteps && node.type !== 'footnoteDefinition';
  });
  return uncertain ? [] : lists;
}

function wordsOf({ children }: List): string[] {
  return children.map((item) => {
    const [first] = item.children;
    return first === undefined ? '' : shorten(toString(first, { includeHtml: false }), longest);
  });
}
