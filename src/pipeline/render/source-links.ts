/** The way to the original at the same section for readers without JavaScript; with it, the original comes to them. */
import type { Element, Root } from 'hast';
import { element, text } from './elements.ts';

export interface SourceLinkOptions {
  /** Ids of the headings whose section the source has too. */
  readonly sections: ReadonlySet<string>;
  /** Path of the source's page. */
  readonly href: string;
  /** BCP 47 tag of the source. */
  readonly language: string;
  /** What the link says, in the language of the page. */
  readonly label: string;
}

/** rehype plugin: a link below each heading whose section the source has too. A browser with scripts takes no notice of them. */
export function rehypeSourceLinks(options: SourceLinkOptions) {
  return (tree: Root): void => {
    addLinks(tree, options);
  };
}

function addLinks(parent: Root | Element, options: SourceLinkOptions): void {
  for (let index = 0; index < parent.children.length; index++) {
    const child = parent.children[index];
    // A link cannot hold another one.
    if (child?.type !== 'element' || child.tagName === 'a') continue;
    addLinks(child, options);
    const { id } = child.properties;
    if (!/^h[23]$/.test(child.tagName) || typeof id !== 'string' || !options.sections.has(id)) continue;
    parent.children.splice(++index, 0, linkTo(id, options));
  }
}

function linkTo(id: string, { href, language, label }: SourceLinkOptions): Element {
  const link = element('a', { href: `${href}#${id}`, hrefLang: language }, [text(label)]);
  return element('noscript', {}, [element('p', { className: ['hint'] }, [link])]);
}
