/** Drawings as trees: from XML with its namespaces to hast, which the sanitizer reads, and back. */
import type { Element, ElementContent } from 'hast';
import type { Element as XmlElement, Root as XmlRoot } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { toXml } from 'xast-util-to-xml';

const svgNamespace = 'http://www.w3.org/2000/svg';
const xlinkNamespace = 'http://www.w3.org/1999/xlink';
const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';

/** Namespaces by prefix; the default one has the empty prefix. */
type Scope = ReadonlyMap<string, string>;

/**
 * Reads the drawing of an XML document as browsers do: an element counts where its namespace is SVG's, whatever its prefix. What is of
 * another namespace is left out with all that is in it, and so are comments, processing instructions and the document type.
 *
 * @throws Error where the text is no well-formed XML or no SVG. Entities that a document type declares are not known, and so an error.
 */
export function parseDrawing(xml: string): Element {
  const root = documentFrom(xml).children.find((node) => node.type === 'element');
  const drawing = root && elementFrom(root, new Map([['xml', xmlNamespace]]));
  if (drawing?.tagName !== 'svg') throw new Error(`its root is not \`<svg xmlns="${svgNamespace}">\``);
  return drawing;
}

function documentFrom(xml: string): XmlRoot {
  try {
    return fromXml(xml);
  } catch (error) {
    const reason = error instanceof Error ? error.cause : undefined;
    if (reason instanceof RangeError) throw new Error('its elements stand in each other too deep', { cause: error });
    throw reason instanceof Error ? reason : error;
  }
}

/** The drawing as an XML document, without prefixes. */
export function serializeDrawing(drawing: Element): string {
  const element = xmlFrom(drawing);
  const root: XmlRoot = {
    type: 'root',
    children: [{ ...element, attributes: { xmlns: svgNamespace, ...element.attributes } }],
  };
  return toXml(root, { closeEmptyElements: true, tightClose: true });
}

function elementFrom(node: XmlElement, outer: Scope): Element | undefined {
  const attributes = Object.entries(node.attributes).map(([name, value]): [string, string] => [name, value ?? '']);
  const scope = scopeIn(attributes, outer);
  const [namespace, tagName] = resolved(node.name, scope);
  if (namespace !== svgNamespace) return undefined;
  const children = node.children.flatMap((child): ElementContent[] => {
    if (child.type === 'element') {
      const element = elementFrom(child, scope);
      return element ? [element] : [];
    }
    return child.type === 'text' || child.type === 'cdata' ? [{ type: 'text', value: child.value }] : [];
  });
  return { type: 'element', tagName, properties: propertiesFrom(attributes, scope), children };
}

function scopeIn(attributes: readonly (readonly [name: string, value: string])[], outer: Scope): Scope {
  const declared = attributes.flatMap(([name, value]): [string, string][] => {
    if (name === 'xmlns') return [['', value]];
    return name.startsWith('xmlns:') ? [[name.slice('xmlns:'.length), value]] : [];
  });
  return declared.length === 0 ? outer : new Map([...outer, ...declared]);
}

/** Attributes without a namespace, those of `xml:`, and XLink's `href` as the `href` that took its place in SVG 2. */
function propertiesFrom(attributes: readonly (readonly [string, string])[], scope: Scope): Record<string, string> {
  const properties = new Map<string, string>();
  for (const [name, value] of attributes) {
    if (name === 'xmlns' || name.startsWith('xmlns:')) continue;
    if (!name.includes(':')) properties.set(name, value);
    else {
      const [namespace, local] = resolved(name, scope);
      if (namespace === xmlNamespace) properties.set(`xml:${local}`, value);
      const isOlder = namespace === xlinkNamespace && local === 'href';
      if (isOlder && !attributes.some(([other]) => other === 'href')) properties.set('href', value);
    }
  }
  return Object.fromEntries(properties);
}

function resolved(name: string, scope: Scope): [namespace: string | undefined, local: string] {
  const colon = name.indexOf(':');
  return [scope.get(colon === -1 ? '' : name.slice(0, colon)), name.slice(colon + 1)];
}

function xmlFrom({ tagName, properties, children }: Element): XmlElement {
  return {
    type: 'element',
    name: tagName,
    attributes: Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, String(value)])),
    children: children.flatMap((child): XmlElement['children'] => {
      if (child.type === 'element') return [xmlFrom(child)];
      // What ends a section of raw text may not stand in any text, and the serializer does not write `>` as a reference.
      return child.type === 'text' ? [{ type: 'text', value: child.value.replaceAll(']]>', ']] >') }] : [];
    }),
  };
}
