import type { Root } from 'mdast';
import { isInside } from '../../core/span.ts';
import type { Draft } from '../draft.ts';
import { inclusionsIn } from '../files/inclusions.ts';
import { codeSpans, spanOf } from '../markdown.ts';
import { eachNode } from '../nodes.ts';
import type { Reference } from '../types.ts';

/** Links, images, includes and code references of an article, as written. */
export function findReferences(tree: Root, draft: Draft): Reference[] {
  const references: Reference[] = [];
  // The brackets of an include parse as a link to the included file.
  const inclusions = inclusionsIn(draft.text, codeSpans(tree));
  const add = (kind: Reference['kind'], href: string, start: number, end: number) => {
    references.push({ kind, href, span: { start: draft.origin(start), end: draft.origin(end) } });
  };
  eachNode(tree, (node) => {
    const { start, end } = spanOf(node);
    if (node.type === 'link' && isInside(inclusions, { start, end })) return false;
    if (node.type === 'link' || node.type === 'definition') add('link', node.url, start, end);
    else if (node.type === 'image') add('image', node.url, start, end);
    else if (node.type === 'html') {
      for (const match of node.value.matchAll(/<(a|img)\s[^<>]*?(?:href|src)=["']([^"']*)["']/gi)) {
        add(match[1]?.toLowerCase() === 'img' ? 'image' : 'link', match[2] ?? '', start, end);
      }
    }
    return true;
  });
  for (const { kind, href, start, end } of inclusions) add(kind, href, start, end);
  for (const match of draft.text.matchAll(/:::image\s(?:(?!:::)[^\n])*?source="([^"]{0,999})"/g)) {
    add('image', match[1] ?? '', match.index, match.index + match[0].length);
  }
  return references;
}
