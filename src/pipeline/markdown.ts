import type { Heading, Node, Paragraph, PhrasingContent, Root, TableCell } from 'mdast';
import { markdownToMdast } from 'satteri';
import { defuse, reveal } from './limits/excess.ts';
import { joinLines, withoutLongLines } from './limits/long-lines.ts';
import type { Span } from '../core/span.ts';
import { eachNode, nodesOfType } from './nodes.ts';

/**
 * Parses Markdown with Sätteri: the same tree as remark-parse with remark-gfm gives, several times faster, so that remark and
 * rehype plugins work on it. No smart punctuation and no math: quotes are the translator's own, and `$$` occurs as text.
 */
export function parseMarkdown(text: string): Root {
  const short = withoutLongLines(text);
  const defused = defuse(short).text;
  const tree = markdownToMdast(defused, { features: { gfm: true, frontmatter: false } });
  if (tree.type !== 'root') throw new Error(`Expected a root from the Markdown parser, got ${tree.type}.`);
  if (defused !== short) reveal(tree);
  if (short !== text) joinLines(tree, text, short);
  return tree;
}

/** Where a node stands in the text that was parsed. */
export function spanOf(node: Node): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

/** Blocks that hold running text. */
export type Passage = Heading | Paragraph | TableCell;

/** All passages of a tree in reading order. */
export function passagesOf(tree: Root): Passage[] {
  const passages: Passage[] = [];
  eachNode(tree, (node) => {
    const isPassage = node.type === 'heading' || node.type === 'paragraph' || node.type === 'tableCell';
    if (isPassage) passages.push(node);
    return !isPassage;
  });
  return passages;
}

/** Where code stands in the text of a tree, in the line and in blocks. */
export function codeSpans(tree: Root): Span[] {
  return nodesOfType(tree, 'code', 'inlineCode').map(spanOf);
}

/** Calls `visitor` for every phrasing node below `parent`, outermost first. */
export function visitPhrasing(parent: { children: PhrasingContent[] }, visitor: (node: PhrasingContent) => void): void {
  for (const child of parent.children) {
    visitor(child);
    if ('children' in child) visitPhrasing(child, visitor);
  }
}
