/**
 * A browser can read HTML in another order than the tree that it was written from: a heading in a heading, which comes of text in a
 * table, ends the outer one. What is cleaned in such a tree is not what the browser shows. So a tree is read as a browser would read
 * it, and cleaned, until both are the same.
 */
import type { Element, Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import { sanitizeSchema } from './sanitize-schema.ts';
import { serialize } from './serialize.ts';
import { rehypeItems } from './valid-html.ts';

/** Most trees are settled from the beginning, nearly all others after one round. */
const rounds = 8;

/** rehype plugin behind the first cleaning. Throws where a tree does not settle; then its article is shown as plain text. */
export function rehypeSettle() {
  const read = rehypeRaw();
  const clean = rehypeSanitize(sanitizeSchema);
  const withItems = rehypeItems();
  return (tree: Root, file: Parameters<typeof read>[1]): Root => {
    let settled = tree;
    for (let round = 0; !isInOrder(settled); round++) {
      const again = clean(read(settled, file));
      withItems(again);
      if (serialize(again) === serialize(settled)) return settled;
      if (round === rounds) throw new Error('its HTML means something else each time that it is read');
      settled = again;
    }
    return settled;
  };
}

/** Elements that end an open paragraph. */
const blocks = new Set(
  'aside blockquote details div dl figcaption figure h1 h2 h3 h4 h5 h6 hr li dd dt ol p pre section summary table ul'.split(
    ' ',
  ),
);
/** Elements in which an open paragraph, item or link around them is not seen. */
const walls = new Set(['td', 'th', 'caption']);
/** What may stand in the parts of a table; all else comes to stand before it. */
const partsOf: Readonly<Record<string, ReadonlySet<string>>> = {
  table: new Set(['caption', 'colgroup', 'thead', 'tbody', 'tfoot']),
  thead: new Set(['tr']),
  tbody: new Set(['tr']),
  tfoot: new Set(['tr']),
  tr: new Set(['td', 'th']),
  colgroup: new Set(['col']),
};
const tableParts = new Set('caption colgroup col thead tbody tfoot tr td th'.split(' '));
/** Elements that end an open one of the same kind, or of the other in their row. */
const sameKind: Readonly<Record<string, readonly string[]>> = {
  a: ['a'],
  li: ['li'],
  dd: ['dd', 'dt'],
  dt: ['dd', 'dt'],
  rp: ['rp', 'rt'],
  rt: ['rp', 'rt'],
};
const heading = /^h[1-6]$/;

/** Whether a browser surely reads a tree as it is written. It may say no where the tree is fine. */
function isInOrder(tree: Root): boolean {
  return hasOrder(tree, []);
}

/** @param open names of the elements around, as far as they are seen from here */
function hasOrder(parent: Root | Element, open: readonly string[]): boolean {
  const parts = parent.type === 'element' ? partsOf[parent.tagName] : undefined;
  return parent.children.every((child, index) => {
    if (child.type === 'text') {
      if (parts) return /^\s*$/.test(child.value);
      // A line end at the beginning of preformatted text is no part of it.
      return !(index === 0 && parent.type === 'element' && parent.tagName === 'pre' && child.value.startsWith('\n'));
    }
    if (child.type !== 'element') return false;
    const { tagName } = child;
    if (parts ? !parts.has(tagName) : tableParts.has(tagName)) return false;
    if (blocks.has(tagName) && open.includes('p')) return false;
    if (heading.test(tagName) && open.some((name) => heading.test(name))) return false;
    if (sameKind[tagName]?.some((name) => open.includes(name)) === true) return false;
    const inside = walls.has(tagName)
      ? []
      : tagName === 'ul' || tagName === 'ol' || tagName === 'dl'
        ? open.filter((name) => !/^(?:li|d[dt])$/.test(name))
        : open;
    return hasOrder(child, [...inside, tagName]);
  });
}
