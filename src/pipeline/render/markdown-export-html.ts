/** HTML in an article's Markdown: its links and pictures become those of Markdown, its anchors and layout go. */
import { escapeMarkdown } from '../markdown-text.ts';
import { hrefOf, imageAddress } from './addresses.ts';
import type { HandOverContext } from './render-context.ts';
import { replaceTags, type Tag } from './html-tags.ts';
import { bareTag } from './safe-markdown.ts';

/** Elements that only lay out what is in them. */
const layout: ReadonlySet<string> = new Set(['div', 'span', 'section', 'p']);

/** The tags of an article in reading order: the two of a link come one by one. */
export class HandOverHtml {
  readonly #context: HandOverContext;
  /** Addresses of the links that are open; undefined for anchors, and for links that lead nowhere. */
  readonly #open: (string | undefined)[] = [];

  constructor(context: HandOverContext) {
    this.#context = context;
  }

  markdownOf(html: string): string {
    return replaceTags(html, (tag) => this.#tag(tag));
  }

  #tag(tag: Tag): string | undefined {
    const { name, isEnd, attributes } = tag;
    if (layout.has(name)) return '';
    if (name === 'a') return isEnd ? this.#close() : this.#begin(attributes.get('href'));
    if (name === 'iframe') return isEnd ? '' : this.#embed(attributes.get('src') ?? '');
    if (name === 'img') return isEnd ? '' : this.#picture(attributes);
    if (name === 'input') return isEnd ? '' : attributes.has('checked') ? '[x]' : '[ ]';
    return bareTag(tag);
  }

  #begin(written: string | undefined): string {
    const href = written === undefined ? undefined : hrefOf(written, this.#context);
    this.#open.push(href);
    return href === undefined ? '' : '[';
  }

  #close(): string {
    const href = this.#open.pop();
    return href === undefined ? '' : `](${destination(href)})`;
  }

  #embed(written: string): string {
    const href = hrefOf(written, this.#context);
    return href === undefined ? '' : `[${escapeMarkdown(this.#context.t('embed.open'))}](${destination(href)})`;
  }

  #picture(attributes: Tag['attributes']): string {
    const alt = escapeMarkdown(attributes.get('alt') ?? '');
    const address = imageAddress(attributes.get('src') ?? '', this.#context);
    return address === undefined ? alt : `![${alt}](${destination(address)})`;
  }
}

/** An address as it can stand in the brackets of a link. */
function destination(address: string): string {
  return address
    .replace(/[\s<>\\]/g, encodeURIComponent)
    .replaceAll('(', '%28')
    .replaceAll(')', '%29');
}
