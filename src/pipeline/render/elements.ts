import type { Element, ElementContent, Root, Text } from 'hast';

/** What holds elements. */
type Parent = Root | Element;

/**
 * Calls `visitor` for every element below a node in reading order, with the children that the visitor has left it. A page is walked a
 * dozen times, and unist-util-visit, which can do more, takes several times as long.
 *
 * @param visitor may put another node in the element's place, and returns `false` to pass over what is in the element
 */
export function eachElement(
  parent: Parent,
  visitor: (element: Element, index: number, parent: Parent) => unknown,
): void {
  for (let index = 0; index < parent.children.length; index++) {
    const child = parent.children[index];
    if (child?.type === 'element' && visitor(child, index, parent) !== false) eachElement(child, visitor);
  }
}

export function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

export function text(value: string): Text {
  return { type: 'text', value };
}
