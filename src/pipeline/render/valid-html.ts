/** rehype plugins that make valid HTML of what damaged articles become. */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { eachElement } from './elements.ts';
import { printable } from '../../core/html.ts';

/** Control characters, which HTML does not know, become a sign that everybody can see. */
export function rehypePrintable() {
  return (tree: Root): void => {
    printTexts(tree);
    eachElement(tree, (element) => {
      printTexts(element);
      for (const [name, value] of Object.entries(element.properties)) {
        if (typeof value === 'string') element.properties[name] = printable(value);
      }
    });
  };
}

function printTexts({ children }: Root | Element): void {
  for (const child of children) if (child.type === 'text') child.value = printable(child.value);
}

/**
 * Text in a table outside of its cells comes to stand before the table, but not before the parser has read what is behind the text. A
 * comment at the end of the article, which no page keeps, makes sure that something is.
 */
export function rehypeTextInTables() {
  return (tree: Root): void => {
    tree.children.push({ type: 'comment', value: '' });
  };
}

/** Of elements with the same id the first keeps it: there links lead. */
export function rehypeUniqueIds() {
  return (tree: Root): void => {
    const taken = new Set<unknown>();
    eachElement(tree, ({ properties }) => {
      if (properties.id === undefined) return;
      if (taken.has(properties.id)) delete properties.id;
      else taken.add(properties.id);
    });
  };
}

/** Markup that was not closed can come to stand around items of a list; items are of the list itself. */
export function rehypeItems() {
  return (tree: Root): void => {
    tree.children = tree.children.flatMap(withoutLooseItems);
  };
}

/** An item of no list gives its content. */
function withoutLooseItems<Child extends RootContent>(child: Child): (Child | ElementContent)[] {
  if (child.type !== 'element') return [child];
  if (isList(child)) {
    child.children = child.children.flatMap(itemsOf);
    for (const item of child.children)
      if (item.type === 'element') item.children = item.children.flatMap(withoutLooseItems);
    return [child];
  }
  child.children = child.children.flatMap(withoutLooseItems);
  return child.tagName === 'li' ? child.children : [child];
}

function isList({ tagName }: Element): boolean {
  return tagName === 'ul' || tagName === 'ol';
}

function itemsOf(child: ElementContent): ElementContent[] {
  if (child.type !== 'element' || child.tagName === 'li' || !hasItems(child)) return [child];
  return child.children.flatMap(itemsOf);
}

function hasItems({ children }: Element): boolean {
  return children.some(
    (child) =>
      child.type === 'element' &&
      (child.tagName === 'li' || (child.tagName !== 'ul' && child.tagName !== 'ol' && hasItems(child))),
  );
}

/** A link cannot hold another one: the inner ones lose their address and keep their words. */
export function rehypeLinksInLinks() {
  return (tree: Root): void => {
    eachElement(tree, (link) => {
      if (link.tagName !== 'a') return;
      eachElement(link, (inner) => {
        if (inner.tagName !== 'a') return;
        inner.tagName = 'span';
        inner.properties = inner.properties.id === undefined ? {} : { id: inner.properties.id };
      });
    });
  };
}
