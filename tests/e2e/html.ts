/** Built pages as trees. */
import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { rehype } from 'rehype';
import { EXIT, SKIP, visit } from 'unist-util-visit';

export interface Html {
  readonly tree: Root;
  /** What a browser would have to guess, by the names of the HTML standard. */
  readonly errors: readonly string[];
}

export function parseHtml(text: string): Html {
  let tree: Root = { type: 'root', children: [] };
  const { messages } = rehype()
    .data('settings', { emitParseErrors: true })
    .use(() => (parsed: Root) => {
      tree = parsed;
    })
    .processSync(text);
  return { tree, errors: messages.map(({ ruleId, line, column }) => `${line}:${column} ${ruleId}`) };
}

/** The elements that a reader gets, in their order: nothing in what is hidden. */
export function shown(tree: Root | Element, wanted: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (element) => {
    if (element.properties.hidden === true) return SKIP;
    if (wanted(element)) found.push(element);
    return undefined;
  });
  return found;
}

/** The article of a page. */
export function articleOf({ tree }: Html): Element {
  let article: Element | undefined;
  visit(tree, 'element', (element) => {
    if (element.tagName !== 'article') return undefined;
    article = element;
    return EXIT;
  });
  if (!article) throw new Error('The page has no article.');
  return article;
}

/** What an article says outside of code. */
export function prose(article: Element): string {
  const copy = structuredClone(article);
  visit(copy, 'element', (element, index, parent) => {
    if (element.tagName !== 'code' || !parent || index === undefined) return undefined;
    parent.children.splice(index, 1, { type: 'text', value: '…' });
    return SKIP;
  });
  return toString(copy);
}

export const tag =
  (...names: string[]) =>
  ({ tagName }: Element): boolean =>
    names.includes(tagName);

/** A string property of an element; undefined where it has none. */
export function property({ properties }: Element, name: string): string | undefined {
  const value = properties[name];
  return typeof value === 'string' ? value : undefined;
}
