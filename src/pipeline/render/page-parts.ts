/** rehype plugins that run over sanitized HTML: whatever they add is ours and needs no second look. */
import type { Element, Root, RootContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { decoded } from '../normalize/footnotes.ts';
import { stepId } from '../normalize/steps.ts';
import type { ResolvedImage, ResolvedLink } from './resolved.ts';
import { isAllowedAddress, linkSchemes } from './addresses.ts';
import { eachElement, element, text } from './elements.ts';

/**
 * Embeds become links: nothing is loaded from other hosts. Check boxes can be read aloud and not be ticked. Runs before sanitizing,
 * which knows no `iframe`.
 */
export function rehypeEmbeds(options: { label: string; taskDone: string; taskOpen: string }) {
  return (tree: Root): void => {
    eachElement(tree, (node, index, parent) => {
      if (node.tagName === 'a' && typeof node.properties.name === 'string') {
        node.properties.id ??= node.properties.name;
      }
      if (node.tagName === 'input') {
        const checked = node.properties.checked === true;
        const ariaLabel = checked ? options.taskDone : options.taskOpen;
        node.properties = { type: 'checkbox', disabled: true, checked, ariaLabel };
        return true;
      }
      if (node.tagName !== 'iframe') return true;
      const href = node.properties.src;
      const link = element('a', { href: typeof href === 'string' ? href : '', className: ['video'] }, [
        text(options.label),
      ]);
      parent.children[index] = typeof href === 'string' ? link : text('');
      return false;
    });
  };
}

/** Ids of footnotes and of references to them as the article's facts and the links know them: with letters, not with numbers of bytes. */
export function rehypeFootnotes() {
  return (tree: Root): void => {
    eachElement(tree, (node) => {
      const { properties } = node;
      if (properties.dataFootnoteRef !== undefined) decodeId(node);
      if (properties.dataFootnotes !== undefined)
        eachElement(node, (item) => {
          if (item.tagName === 'li') decodeId(item);
        });
    });
  };
}

function decodeId({ properties }: Element): void {
  if (typeof properties.id === 'string') properties.id = decoded(properties.id);
}

export function rehypeLinks(options: { resolve: (href: string) => ResolvedLink; fallbackLanguage: string }) {
  return (tree: Root): void => {
    eachElement(tree, (node) => {
      if (node.tagName !== 'a') return;
      const href = node.properties.href;
      if (typeof href !== 'string') {
        if (node.children.length > 0 && node.properties.id === undefined) Object.assign(node, { tagName: 'span' });
        return;
      }
      const link = options.resolve(href);
      if (link.kind === 'broken' || !isAllowedAddress(link.href, linkSchemes)) {
        node.tagName = 'span';
        node.properties = { className: ['broken-link'] };
        return;
      }
      node.properties.href = link.href;
      if (link.kind === 'external' && /^https?:/i.test(link.href)) node.properties.rel = ['noopener'];
      if (link.kind === 'page' && link.fallback) node.properties.hrefLang = options.fallbackLanguage;
      if (toString(node).trim() === '' && !hasImage(node))
        node.children = [text(link.href.replace(/^https?:\/\//, ''))];
      if (link.kind === 'download') {
        if (link.name !== undefined) node.properties.download = link.name;
        // Isolated: numbers and letters of two directions change places in a sentence.
        node.children.push(text(' '), element('span', { dir: 'auto' }, [text(`(${link.size})`)]));
      }
    });
  };
}

export function rehypeImages(options: { resolve: (src: string) => ResolvedImage | undefined }) {
  return (tree: Root): void => {
    eachElement(tree, (node) => {
      if (node.tagName !== 'img') return;
      const { src, alt } = node.properties;
      const image = typeof src === 'string' ? options.resolve(src) : undefined;
      const description = typeof alt === 'string' ? alt : '';
      if (image?.kind === 'local') {
        const { kind: _kind, ...attributes } = image;
        node.properties = { ...attributes, alt: description, loading: 'lazy', decoding: 'async' };
        return;
      }
      if (image?.kind === 'remote') {
        node.tagName = 'a';
        node.properties = { href: image.href, rel: ['noopener'] };
        node.children = [text(description || image.href.replace(/^https?:\/\//, ''))];
        return;
      }
      node.tagName = 'span';
      node.properties = { className: ['missing-image'] };
      node.children = description === '' ? [] : [text(description)];
    });
  };
}

/** Tables and code that are wider than the page scroll on their own, by keyboard too. */
export function rehypeScrollable(options: { tableLabel: string }) {
  return (tree: Root): void => {
    eachElement(tree, (node, index, parent) => {
      if (node.tagName === 'pre') node.properties.tabIndex = 0;
      if (node.tagName !== 'table') return true;
      const label = { className: ['table-scroll'], role: 'region', tabIndex: 0, ariaLabel: options.tableLabel };
      parent.children[index] = element('div', label, [node]);
      return false;
    });
  };
}

/** Steps can be linked to: `#step-4` in the first ordered list, `#step-2-4` in the second. */
export function rehypeSteps() {
  return (tree: Root): void => {
    const taken = new Set<unknown>();
    eachElement(tree, ({ properties }) => {
      taken.add(properties.id);
    });
    let lists = 0;
    eachElement(tree, (list) => {
      if (list.tagName !== 'ol') return true;
      lists++;
      let step = 0;
      for (const item of list.children) {
        if (item.type !== 'element' || item.tagName !== 'li') continue;
        step++;
        const id = stepId(lists, step);
        if (item.properties.id === undefined && !taken.has(id)) item.properties.id = id;
      }
      return false;
    });
  };
}

/** An article without a top heading gets its title as one. */
export function rehypeTitle(options: { title: string }) {
  return (tree: Root): void => {
    const has = (nodes: readonly RootContent[]): boolean =>
      nodes.some((node) => node.type === 'element' && (node.tagName === 'h1' || has(node.children)));
    if (!has(tree.children)) tree.children.unshift(element('h1', {}, [text(options.title)]));
  };
}

function hasImage(node: Element): boolean {
  return node.children.some((child) => child.type === 'element' && (child.tagName === 'img' || hasImage(child)));
}
