/** Steps and sections of an article's page as Markdown: what a link to one of them leads to. */
import type { Element, Root, RootContent } from 'hast';
import type { Nodes } from 'mdast';
import { toString } from 'hast-util-to-string';
import { rehype } from 'rehype';
import rehypeRemark from 'rehype-remark';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';

/** A step of a list that can be linked to. */
export interface Step {
  /** Fragment, `step-2-4`. */
  readonly id: string;
  /** Number of the list on the page, from 1. */
  readonly list: number;
  /** Number of the step in its list, from 1. */
  readonly number: number;
  /** Words of the heading that it stands below; empty above the first one. */
  readonly section: string;
}

type Content = RootContent[];

/** Nodes whose words stand between marks, and what stands for a mark until the Markdown is written: no page has such characters. */
const placeholders: Readonly<Record<string, string>> = { emphasis: '\uFDD0', strong: '\uFDD1', delete: '\uFDD2' };
const marks: Readonly<Record<string, string>> = { '\uFDD0': '*', '\uFDD1': '**', '\uFDD2': '~~' };

const fromHtml = rehype();
// What only browsers without scripts show is the page's own.
const toMarkdownTree = rehype().use(rehypeRemark, { handlers: { noscript: () => undefined } });
const toMarkdown = remark().use(remarkGfm).data('settings', { bullet: '-' });

export class PagePlaces {
  readonly steps: readonly Step[];
  readonly #contents: ReadonlyMap<string, () => Content>;

  /** @param html a page of an article */
  constructor(html: string) {
    const [steps, contents] = [[] as Step[], new Map<string, () => Content>()];
    let section = '';
    const look = (parent: Root | Element, isInArticle: boolean): void => {
      for (const [at, node] of parent.children.entries()) {
        if (node.type !== 'element') continue;
        const id = isInArticle ? node.properties.id : undefined;
        const depth = depthOf(node);
        if (isInArticle && depth > 0) section = depth === 1 ? '' : wordsOf(node);
        if (typeof id === 'string' && depth > 0) contents.set(id, () => sectionAt(parent, at, depth));
        const step = typeof id === 'string' && node.tagName === 'li' ? stepOf(id) : undefined;
        if (typeof id === 'string' && step) {
          steps.push({ id, ...step, section });
          contents.set(id, () => node.children);
        }
        look(node, isInArticle || node.tagName === 'article');
      }
    };
    look(fromHtml.parse(html), false);
    this.steps = steps;
    this.#contents = contents;
  }

  /** The Markdown of a step without its number, or of a section with its heading; undefined where the page has no such place. */
  markdown(id: string): string | undefined {
    const content = this.#contents.get(id);
    if (content === undefined) return undefined;
    const tree = toMarkdownTree.runSync({ type: 'root', children: content() });
    markWords(tree);
    return toMarkdown
      .stringify(tree)
      .trim()
      .replace(/[\uFDD0-\uFDD2]/g, (placeholder) => marks[placeholder] ?? '');
  }
}

/** What `#step-4` and `#step-2-4` mean, see `stepId`. */
export function stepOf(id: string): Pick<Step, 'list' | 'number'> | undefined {
  const [, list = '1', number] = /^step-(?:(\d+)-)?(\d+)$/.exec(id) ?? [];
  return number === undefined ? undefined : { list: Number(list), number: Number(number) };
}

/** A heading and what follows it, up to the next one of its rank. */
function sectionAt({ children }: Root | Element, at: number, depth: number): Content {
  const rest = children.slice(at + 1);
  const end = rest.findIndex((node) => node.type === 'element' && depthOf(node) > 0 && depthOf(node) <= depth);
  return children.slice(at, end === -1 ? undefined : at + 1 + end);
}

/** Rank of a heading, 0 for what is none. */
function depthOf({ tagName }: Element): number {
  return Number(/^h([1-6])$/.exec(tagName)?.[1] ?? 0);
}

function wordsOf(element: Element): string {
  return toString(element).replace(/\s+/g, ' ').trim();
}

/**
 * Puts placeholders for marks into a tree. The serializer itself looks for marks that fit beside each other, in a time that grows without
 * limit where a hostile article has many in one another.
 */
function markWords(parent: Nodes): void {
  if (!('children' in parent)) return;
  for (const child of parent.children) markWords(child);
  parent.children = parent.children.flatMap((child): typeof parent.children => {
    const value = placeholders[child.type];
    if (value === undefined || !('children' in child)) return [child];
    return [{ type: 'text', value }, ...child.children, { type: 'text', value }];
  });
}
