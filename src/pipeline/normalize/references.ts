import type { Root } from 'mdast';
import { isInside } from '../../core/span.ts';
import type { Draft } from '../draft.ts';
import { inclusionsIn, markedImage, sourceOfImage, video } from '../files/inclusions.ts';
import { codeSpans, spanOf } from '../markdown.ts';
import { eachNode } from '../nodes.ts';
import { withoutReferences } from '../../core/character-references.ts';
import { tagsIn } from '../render/html-tags.ts';
import type { Reference } from '../types.ts';

/** Links, images, includes and code references of an article, as written. */
export function findReferences(tree: Root, draft: Draft): Reference[] {
  const references: Reference[] = [];
  // The brackets of an include parse as a link to the included file.
  const code = codeSpans(tree);
  const inclusions = inclusionsIn(draft.text, code);
  const add = (kind: Reference['kind'], href: string, start: number, end: number) => {
    references.push({ kind, href, span: { start: draft.origin(start), end: draft.origin(end) } });
  };
  eachNode(tree, (node) => {
    const { start, end } = spanOf(node);
    if (node.type === 'link' && isInside(inclusions, { start, end })) return false;
    if (node.type === 'link' || node.type === 'definition') add('link', node.url, start, end);
    else if (node.type === 'image') add('image', node.url, start, end);
    else if (node.type === 'html') {
      for (const { name, attributes } of tagsIn(node.value)) {
        const href = name === 'a' ? attributes.get('href') : undefined;
        const src = name === 'img' || name === 'iframe' ? attributes.get('src') : undefined;
        if (href !== undefined) add('link', href, start, end);
        if (src !== undefined) add(name === 'img' ? 'image' : 'link', src, start, end);
      }
    }
    return true;
  });
  for (const { kind, href, start, end } of inclusions) add(kind, href, start, end);
  const addMark = (kind: Reference['kind'], href: string, start: number, { length }: string) => {
    if (href !== '' && !isInside(code, { start, end: start + length })) add(kind, href, start, start + length);
  };
  for (const { 0: mark, 1: rest = '', index } of draft.text.matchAll(markedImage)) {
    if (!rest.startsWith('-end')) addMark('image', sourceOfImage(rest), index, mark);
  }
  for (const { 0: mark, 1: url = '', index } of draft.text.matchAll(video))
    addMark('link', withoutReferences(url), index, mark);
  return references;
}

/** Addresses of files that the source of a draft's sentences includes, and its own text does not. */
export function sourceIncludesOf({ segments }: Draft, references: readonly Reference[]): string[] {
  const own = new Set(references.flatMap(({ kind, href }) => (kind === 'include' ? href : [])));
  const hrefs = segments.flatMap(({ source }) =>
    source.includes('[!') ? inclusionsIn(source).flatMap(({ kind, href }) => (kind === 'include' ? href : [])) : [],
  );
  return [...new Set(hrefs)].filter((href) => !own.has(href));
}
