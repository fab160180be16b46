/** An article as Markdown that stands on its own: for people who paste it and for programs that read it. */
import type { Definition, Image, Link, Nodes, Root } from 'mdast';
import type { Edit } from '../draft.ts';
import { parseMarkdown, spanOf } from '../markdown.ts';
import type { Normalized } from '../normalize/normalize.ts';
import { expandExtensions } from './extensions.ts';
import type { RenderContext } from './render.ts';
import { trimmedEnd } from '../../trim.ts';

type HandOverContext = Pick<RenderContext, 'title' | 'resolveLink' | 'resolveImage' | 'include' | 'code' | 't'>;

/**
 * The repaired Markdown with the addresses of the site, without anchors, pairs and layout. A link that leads nowhere is its text.
 * Call it before `render`, which changes the tree.
 */
export function handOverMarkdown({ draft, tree }: Normalized, context: HandOverContext): string {
  const whole = expandExtensions(draft, tree, context);
  const parsed = whole === draft ? tree : parseMarkdown(whole.text);
  const text = whole
    .apply(editsOf(parsed, whole.text, context))
    .text.split('\n')
    .map(withoutBlanksAtEnd)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  const hasTitle = parsed.children.some((node) => node.type === 'heading' && node.depth === 1);
  return `${hasTitle ? '' : `# ${context.title}\n\n`}${text}\n`;
}

/** Two blanks at the end of a line are a line break. */
function withoutBlanksAtEnd(line: string): string {
  const kept = trimmedEnd(line, /[ \t]/);
  return line === `${kept}  ` ? line : kept;
}

function editsOf(tree: Root, text: string, context: HandOverContext): Edit[] {
  const edits: Edit[] = [];
  const html = new HtmlLinks(context);
  const collect = (node: Nodes): void => {
    if (node.type === 'link') edits.push(...editsOfLink(node, text, context));
    else if (node.type === 'definition') edits.push(...editsOfAddress(node, text, hrefOf(node.url, context)));
    else if (node.type === 'image') edits.push(...editsOfImage(node, text, context));
    else if (node.type === 'html') edits.push({ ...spanOf(node), text: html.markdownOf(node.value) });
    if ('children' in node) for (const child of node.children) collect(child);
  };
  collect(tree);
  return edits;
}

function hrefOf(url: string, { resolveLink }: HandOverContext): string | undefined {
  const link = resolveLink(url);
  return link.kind === 'broken' ? undefined : link.href;
}

function editsOfLink(node: Link, text: string, context: HandOverContext): Edit[] {
  const href = hrefOf(node.url, context);
  if (href !== undefined) return editsOfAddress(node, text, href);
  const { start, end } = spanOf(node);
  const [first, last] = [node.children[0], node.children.at(-1)];
  if (first === undefined || last === undefined || text[start] !== '[') return [];
  return [
    { start, end: spanOf(first).start, text: '' },
    { start: spanOf(last).end, end, text: '' },
  ];
}

/** Puts another address in the place of a node's own, which is the last thing in it but for a title. */
function editsOfAddress(node: Link | Image | Definition, text: string, address: string | undefined): Edit[] {
  if (address === undefined || address === node.url) return [];
  const { start, end } = spanOf(node);
  const at = text.slice(start, end).lastIndexOf(node.url);
  // An address that is written with escapes stays as it is written.
  return at === -1
    ? []
    : [{ start: start + at, end: start + at + node.url.length, text: address.replaceAll(')', '%29') }];
}

/** Pictures that lie in the text itself, and those that are not there, are their descriptions. */
function editsOfImage(node: Image, text: string, { resolveImage }: HandOverContext): Edit[] {
  const image = resolveImage(node.url);
  if (image === undefined || node.url.startsWith('data:')) return [{ ...spanOf(node), text: node.alt ?? '' }];
  return editsOfAddress(node, text, image.kind === 'local' ? image.src : image.href);
}

/** HTML in the text: its links become links of Markdown, its anchors and layout go. The two tags of a link come one by one. */
class HtmlLinks {
  readonly #context: HandOverContext;
  /** Addresses of the links that are open; undefined for anchors, and for links that lead nowhere. */
  readonly #open: (string | undefined)[] = [];

  constructor(context: HandOverContext) {
    this.#context = context;
  }

  markdownOf(html: string): string {
    return html
      .replace(/<!--.*?(?:-->|$)/gs, '')
      .replace(/<a(\s[^<>]*)?>|<\/a>/gi, (tag, attributes?: string) =>
        tag.startsWith('</') ? this.#close() : this.#begin(/\shref=["']([^"']*)["']/i.exec(attributes ?? '')?.[1]),
      )
      .replace(/<\/?(?:div|span|section|p)(?:\s[^<>]*)?>/gi, '');
  }

  #begin(written: string | undefined): string {
    const href = written === undefined ? undefined : hrefOf(written, this.#context);
    this.#open.push(href);
    return href === undefined ? '' : '[';
  }

  #close(): string {
    const href = this.#open.pop();
    return href === undefined ? '' : `](${href})`;
  }
}
