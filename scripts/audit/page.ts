/** A page as a browser would read it. */
import type { Element, Root } from 'hast';
import { rehype } from 'rehype';
import { SKIP, visit } from 'unist-util-visit';
import { letters } from './sentences.ts';

export interface ReadPage {
  readonly title: string;
  readonly language: string;
  /** Letters and digits of the article, with those of alternative texts. */
  readonly text: string;
  readonly ids: ReadonlySet<string>;
  /** Addresses of links, images, scripts and style sheets. */
  readonly addresses: readonly string[];
  /** Addresses of translations by their language. */
  readonly alternates: ReadonlyMap<string, string>;
  /** What is wrong with its HTML. */
  readonly errors: readonly string[];
}

export function readPage(html: string): ReadPage {
  const errors: string[] = [];
  let tree: Root = { type: 'root', children: [] };
  rehype()
    .data('settings', { emitParseErrors: true })
    .use(() => (parsed: Root) => {
      tree = parsed;
    })
    .processSync(html)
    .messages.forEach(({ ruleId, line, column }) => errors.push(`${ruleId} at ${line}:${column}`));
  const [ids, addresses, alternates] = [new Set<string>(), [] as string[], new Map<string, string>()];
  let [title, language, text] = ['', '', ''];
  visit(tree, 'element', (element, _index, parent) => {
    const { tagName, properties } = element;
    const id = string(properties.id);
    if (id !== undefined) {
      if (ids.has(id)) errors.push(`id ${id} twice`);
      ids.add(id);
    }
    if (tagName === 'html') language = string(properties.lang) ?? '';
    if (tagName === 'title' && parent?.type === 'element' && parent.tagName === 'head') title = textOf(element);
    if (tagName === 'article') text += ` ${letters(textOf(element))}`;
    const rel = Array.isArray(properties.rel) ? properties.rel : [];
    const address = string(properties.href) ?? string(properties.src);
    if (tagName === 'link' && rel.includes('alternate') && typeof properties.hrefLang === 'string') {
      alternates.set(properties.hrefLang, address ?? '');
    } else if (address !== undefined) addresses.push(address);
    if (tagName === 'a' && contains(element, 'a')) errors.push('a link in a link');
    if (tagName === 'li' && parent?.type === 'element' && !['ul', 'ol', 'menu'].includes(parent.tagName))
      errors.push(`an item of a list in <${parent.tagName}>`);
    if (tagName === 'img' && properties.alt === undefined) errors.push('an image without alternative text');
  });
  return { title, language, text, ids, addresses, alternates, errors };
}

function contains(element: Element, name: string): boolean {
  return element.children.some(
    (child) => child.type === 'element' && (child.tagName === name || contains(child, name)),
  );
}

function textOf(element: Element): string {
  let text = '';
  visit(element, (node) => {
    if (node.type === 'text') text += node.value;
    if (node.type !== 'element') return undefined;
    if (node.tagName === 'script' || node.tagName === 'style') return SKIP;
    if (node.tagName === 'img') text += string(node.properties.alt) ?? '';
    return undefined;
  });
  return text;
}

function string(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
