import type { Nodes, Properties, Root } from 'hast';
import { find, html } from 'property-information';

/** Elements without an end tag, of those that a page can have. */
const voidElements: ReadonlySet<string> = new Set(['br', 'col', 'hr', 'img', 'input', 'wbr']);

/** Elements whose content a browser does not read as text and tags. No article has one, and here they could not be written safely. */
const withoutMarkup = /^(?:script|style|iframe|noembed|noframes|plaintext|textarea|title|xmp|template|svg|math)$/;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * HTML of a sanitized tree: the last step on the way to a page, after which nothing reads or changes it as a string. Every
 * `<` in it begins a tag that is written here: attributes are escaped like text, as the HTML standard does since 2025, and their `>`
 * too. However a browser comes to read a part of it, as the content of `noscript` with scripts for example, it finds no other tags.
 *
 * Throws where the tree has anything but elements and text, or an element that holds no markup: then it was not sanitized.
 */
export function serialize(tree: Root): string {
  return contentOf(tree.children);
}

function contentOf(nodes: readonly Nodes[]): string {
  let written = '';
  for (const node of nodes) {
    if (node.type === 'text') written += escaped(node.value, /[&<]/g);
    else if (node.type !== 'element') throw new Error(`A page cannot hold a node of type ${node.type}.`);
    else {
      const { tagName, properties, children } = node;
      if (!/^[a-z][a-z\d]*$/.test(tagName) || withoutMarkup.test(tagName))
        throw new Error(`A page cannot hold the element ${JSON.stringify(tagName)}.`);
      written += `<${tagName}${attributesOf(properties)}>`;
      if (!voidElements.has(tagName)) written += `${contentOf(children)}</${tagName}>`;
    }
  }
  return written;
}

function attributesOf(properties: Properties): string {
  let written = '';
  for (const property in properties) {
    const value = properties[property];
    if (value === undefined || value === null || value === false || Number.isNaN(value)) continue;
    const { name, isFlag } = attributeOf(property);
    if (value === true || isFlag) written += ` ${name}`;
    else written += ` ${name}="${escaped(Array.isArray(value) ? value.join(' ') : String(value), /[&<>"]/g)}"`;
  }
  return written;
}

interface Attribute {
  readonly name: string;
  /** True where it is there or not, and has no value. */
  readonly isFlag: boolean;
}

/** Articles have some twenty of them. */
const known = new Map<string, Attribute>();

function attributeOf(property: string): Attribute {
  let attribute = known.get(property);
  if (!attribute) {
    const { attribute: name, boolean } = find(html, property);
    if (!/^[a-z][a-z-]*$/.test(name)) throw new Error(`A page cannot hold the attribute ${JSON.stringify(name)}.`);
    known.set(property, (attribute = { name, isFlag: boolean }));
  }
  return attribute;
}

function escaped(text: string, characters: RegExp): string {
  return text.replace(characters, (character) => entities[character] ?? character);
}
