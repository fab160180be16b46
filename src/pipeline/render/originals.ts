/** The source of each sentence on a page, as HTML that can stand beside the sentence. */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { rehype } from 'rehype';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import { remark } from 'remark';
import { parseMarkdown } from '../markdown.ts';
import { footnoteId } from '../normalize/footnotes.ts';
import type { Segment } from '../types.ts';
import { eachElement } from './elements.ts';
import { text } from './elements.ts';
import { printable } from '../../core/html.ts';
import { rehypeShallow } from '../limits/html-depth.ts';
import { rehypeImages, rehypeLinks } from './page-parts.ts';
import type { ResolvedImage, ResolvedLink } from './resolved.ts';
import { remarkWithoutPlaces } from './plain.ts';
import { sanitizeSchema } from './sanitize-schema.ts';
import { serialize } from './serialize.ts';
import { rehypeSettle } from './settle.ts';
import { remarkHtml } from './to-html.ts';
import { rehypePrintable } from './valid-html.ts';
import { pairsOf } from '../../core/lists.ts';

export interface OriginalsContext {
  /** Language of pages that a link falls back to. */
  readonly fallbackLanguage: string;
  readonly resolveLink: (href: string) => ResolvedLink;
  readonly resolveImage: (src: string) => ResolvedImage | undefined;
  /** Ids of the page's footnotes; its own references lead there, and those of the originals are left out. */
  readonly footnoteIds: readonly string[];
}

/** Anything that Markdown, GFM's bare addresses or HTML could mean something by; most sentences have none of it. */
const markup = /[\\`*_[\]<>&~|]|https?:|www\.|@/i;

/**
 * HTML of the source of each segment by the id of its sentence, `s103`, in the order of the segments. Links, code and emphasis
 * stay; ids go, because the page has them already. All sentences with markup are parsed at once, each as a paragraph of its own.
 */
export function renderOriginals(segments: readonly Segment[], context: OriginalsContext): Record<string, string> {
  const footnotes = new Set(context.footnoteIds);
  const sources = segments
    .map(({ units, source }) => ({
      id: `s${units[0] ?? ''}`,
      source: printable(withoutFootnotes(source, footnotes)).replace(/\s+/g, ' ').trim(),
    }))
    .filter(({ source }) => source !== '');
  const rich = renderRich(
    sources.flatMap(({ source }) => (markup.test(source) ? [source] : [])),
    context,
  );
  let next = 0;
  return Object.fromEntries(
    sources.map(({ id, source }): [string, string] => {
      const html = markup.test(source) ? rich[next++] : undefined;
      return [id, html ?? plainHtml(source)];
    }),
  );
}

/**
 * Stands before each sentence while it is parsed, and keeps it a paragraph, even where it begins like a list or a heading. Of ASCII:
 * the parser is slower with lines that have another character.
 */
const mark = '\u0010 ';

const makePrintable = rehypePrintable();

/** A sentence without references to footnotes, and a footnote without its label. */
function withoutFootnotes(source: string, ids: ReadonlySet<string>): string {
  if (ids.size === 0) return source;
  const withoutKnown = (mark: string, label: string) => (ids.has(footnoteId(label)) ? '' : mark);
  return source.replace(/^\s*\[\^([^\][\s]+)\]:/, withoutKnown).replace(/(?<!\\)\[\^([^\][\s]+)\]/g, withoutKnown);
}

const toHast = remark().use(remarkWithoutPlaces).use(remarkHtml, { allowDangerousHtml: true }).freeze();

/** One HTML each, in the same order. */
function renderRich(sources: readonly string[], context: OriginalsContext): string[] {
  if (sources.length === 0) return [];
  const tree = parseMarkdown(sources.map((source) => mark + source).join('\n\n'));
  const hasHtml = sources.some((source) => source.includes('<'));
  const onPage = rehype()
    // Most articles have no HTML in their sentences, and it takes as long as all the rest.
    .use(hasHtml ? [rehypeShallow, rehypeRaw] : [])
    .use(rehypeSanitize, sanitizeSchema)
    .use(hasHtml ? [rehypeSettle] : [])
    .use(rehypeLinks, { resolve: context.resolveLink, fallbackLanguage: context.fallbackLanguage })
    .use(rehypeImages, { resolve: context.resolveImage });
  const hast: Root = onPage.runSync(toHast.runSync(tree));

  const contents: ElementContent[][] = [];
  for (const node of hast.children) {
    if (takeMark(node)) contents.push([]);
    const content = contents.at(-1);
    for (const piece of phrasingOf(node)) content?.push(piece);
  }
  // A tag that is never closed has swallowed what follows, so each sentence is taken alone.
  if (contents.length !== sources.length) {
    if (sources.length === 1) return sources.map(plainHtml);
    return sources.flatMap((source) => renderRich([source], context));
  }
  return pairsOf(contents, sources).map(([children, source]) => {
    const root: Root = { type: 'root', children };
    eachElement(root, (element) => {
      delete element.properties.id;
    });
    // Not before: the marks would go with all other controls.
    makePrintable(root);
    return serialize(root).trim() || plainHtml(source);
  });
}

function plainHtml(source: string): string {
  return serialize({ type: 'root', children: [text(printable(source))] });
}

/** True for the beginning of a sentence, whose mark is gone then. */
function takeMark(node: RootContent): boolean {
  const first = node.type === 'element' && node.tagName === 'p' ? node.children[0] : undefined;
  if (first?.type !== 'text' || !first.value.startsWith(mark)) return false;
  first.value = first.value.slice(mark.length);
  return true;
}

/** What may stand inside of a line. A block that HTML in a sentence has opened gives its words. */
function phrasingOf(node: RootContent): ElementContent[] {
  if (node.type === 'text') return node.value.trim() === '' ? [] : [node];
  if (node.type !== 'element') return [];
  if (node.tagName !== 'p' || node.children.some(isBlock)) return [{ type: 'text', value: toString(node) }];
  return node.children;
}

function isBlock(node: ElementContent): node is Element {
  return (
    node.type === 'element' && /^(?:p|div|ul|ol|li|table|pre|blockquote|h[1-6]|details|section)$/.test(node.tagName)
  );
}
