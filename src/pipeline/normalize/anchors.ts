import type { Heading, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Draft } from '../draft.ts';
import { spanOf } from '../markdown.ts';
import { eachNode, nodesOfType } from '../nodes.ts';
import { printable } from '../../core/html.ts';
import type { Anchor } from '../types.ts';

/** An anchor with the heading it belongs to; without one, it stands in running text. */
export interface PlacedAnchor extends Anchor {
  readonly heading?: Heading;
}

/**
 * The anchor that the localization pipeline makes from the Markdown of an English heading. Not GitHub's rule: letters outside of
 * ASCII are deleted, entities are not decoded, and repeated headings get the same anchor.
 */
export function anchorOfEnglish(heading: string): string {
  return withoutAddresses(heading.replace(/<\/?(?:a|b|i|em|strong|code|sup|sub)(?:\s[^<>]*)?>/gi, ''))
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9 _-]/g, '')
    .replace(/ /g, '-');
}

/** Links and pictures as their texts. An address ends at the first bracket. */
function withoutAddresses(heading: string): string {
  const parts: string[] = [];
  let at = 0;
  for (const { 0: opening, 1: text = '', index } of heading.matchAll(/!?\[([^[\]]*)\]\(/g)) {
    if (index < at) continue;
    const close = heading.indexOf(')', index + opening.length);
    if (close === -1) break;
    parts.push(heading.slice(at, index), text);
    at = close + 1;
  }
  return parts.join('') + heading.slice(at);
}

/** An anchor from words of any language, for headings whose English nobody knows. */
function anchorOfWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
    .trim()
    .replace(/\s+/g, '-');
}

/**
 * All anchors of an article in reading order, ids made unique: the first of equal ones keeps its id, the others get `-1`, `-2`,
 * which is what links to repeated headings expect.
 *
 * @param isSource true where the text itself is the English one
 * @param known ids of the headings of an edition with the same headings, for those whose English is not known here
 */
export function placeAnchors(
  tree: Root,
  draft: Draft,
  isSource: boolean,
  known: readonly string[] = [],
): PlacedAnchor[] {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  const headings: { heading: Heading; ids: string[] }[] = [];
  const others: string[] = [];
  eachNode(tree, (node) => {
    if (node.type === 'html') for (const id of idsIn(node.value)) others.push(id);
    if (node.type !== 'heading') return true;
    const ids = nodesOfType(node, 'html').flatMap(({ value }) => idsIn(value));
    const tab = tabOf(node);
    if (tab === undefined) headings.push({ heading: node, ids });
    else for (const id of [tab, ...ids]) others.push(id);
    return false;
  });
  const placed = headings.map(({ heading, ids }, index): PlacedAnchor => {
    const text = printable(toString(heading, { includeHtml: false }))
      .replace(/\s+/g, ' ')
      .trim();
    const [written, ...aliases] = ids;
    const alike = known.length === headings.length ? known[index] : undefined;
    const english = written ?? englishAnchor(heading, draft, isSource) ?? alike;
    const id = unique(english ?? (anchorOfWords(text) || `section-${index + 1}`), taken, counts);
    return {
      id,
      depth: heading.depth,
      text,
      explicit: english !== undefined,
      aliases: aliases.filter((alias) => alias !== id && claim(alias, taken)),
      heading,
    };
  });
  const loose = others.filter((id) => claim(id, taken));
  return [...placed, ...loose.map((id) => ({ id, depth: 0, text: '', explicit: true, aliases: [] }))];
}

/** The id of a tab, `tab/mac`, where a heading is one: `# [Mac](#tab/mac)`. */
export function tabOf(heading: Heading): string | undefined {
  const only = heading.children.length === 1 ? heading.children[0] : undefined;
  return only?.type === 'link' && only.url.startsWith('#tab/') ? printable(only.url.slice(1)) : undefined;
}

/** How the ids of the site's own elements begin on a page with an article. None of an article's own does. */
export const ownIds = /^page\./i;

/** The ids in a piece of HTML, `<a name="x">` and `id="x"` alike, but for those that belong to the site. */
export function idsIn(html: string): string[] {
  const ids: string[] = [];
  for (const match of html.matchAll(/<[a-z][^<>]*?\s(?:name|id)=(?:"([^"]*)"|'([^']*)')/gi)) {
    const id = printable(match[1] ?? match[2] ?? '').trim();
    if (id !== '' && !/\s/.test(id) && !ownIds.test(id)) ids.push(id);
  }
  return ids;
}

function englishAnchor(heading: Heading, draft: Draft, isSource: boolean): string | undefined {
  const { start, end } = spanOf(heading);
  const markdown = isSource
    ? draft.text
        .slice(start, end)
        .replace(/^#+/, '')
        .replace(/\s#+\s*$/, '')
    : draft
        .segmentsIn({ start, end })
        .map(({ source }) => source)
        .join(' ');
  return anchorOfEnglish(markdown) || undefined;
}

function claim(id: string, taken: Set<string>): boolean {
  if (taken.has(id)) return false;
  taken.add(id);
  return true;
}

/** @param counts how far ids have been numbered, so that a thousand equal headings are not counted a thousand times */
function unique(id: string, taken: Set<string>, counts: Map<string, number>): string {
  if (claim(id, taken)) return id;
  for (let count = counts.get(id) ?? 1; ; count++) {
    if (!claim(`${id}-${count}`, taken)) continue;
    counts.set(id, count + 1);
    return `${id}-${count}`;
  }
}
