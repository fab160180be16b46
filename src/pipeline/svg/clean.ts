/**
 * Drawings in SVG that are safe to publish. Browsers read such a file as XML, and run its scripts where it is opened by itself, so it is
 * read as XML here too and written anew from what the lists of `schema.ts` allow.
 */
import type { Element } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import { visit } from 'unist-util-visit';
import { appearance, changingAttributes, drawingSchema, words } from './schema.ts';
import { cleanDeclarations, cleanStyleSheet, isOwnValue } from './style.ts';
import { parseDrawing, serializeDrawing } from './tree.ts';

/** Bytes of a drawing beyond which it is no picture for a page. */
export const largestDrawing = 10_000_000;
/** Elements that a browser may have to draw; `use` and its like draw the same ones again and again. */
const mostDrawn = 1_000_000;
/** Drawings may stand in drawings this often. */
const deepest = 3;

export type CleanDrawing = { readonly bytes: Uint8Array } | { readonly problem: string };

/**
 * The drawing without scripts, without anything that loads another file, and without anything that is not SVG; UTF-8, the same bytes for
 * the same input. Or why it cannot be read, as the end of a sentence.
 */
export function cleanDrawing(bytes: Uint8Array): CleanDrawing {
  if (bytes.length > largestDrawing) return { problem: `it has more than ${largestDrawing} bytes` };
  try {
    const drawing = clean(parseDrawing(decode(bytes)), 0);
    if (drawnElements(drawing) > mostDrawn)
      return { problem: `its references make more than ${mostDrawn} shapes of what is in it` };
    return { bytes: Buffer.from(`${serializeDrawing(drawing)}\n`) };
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return { problem: reason };
  }
}

/** The text of an XML file: in the encoding of its byte order mark, else in the one that it declares, else in UTF-8. */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const start = Buffer.from(bytes.subarray(0, 256)).toString('latin1');
  const declared = /^<\?xml\s[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1];
  const isUtf16 = (high: number, low: number) => first === high && second === low;
  const encoding =
    isUtf16(0xfe, 0xff) || isUtf16(0x00, 0x3c)
      ? 'utf-16be'
      : isUtf16(0xff, 0xfe) || isUtf16(0x3c, 0x00)
        ? 'utf-16le'
        : start.startsWith('\u00EF\u00BB\u00BF')
          ? 'utf-8'
          : (declared ?? 'utf-8');
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}

function clean(drawing: Element, depth: number): Element {
  visit(drawing, 'element', (element, index, parent) => {
    if (parent && index !== undefined && changesReferences(element)) {
      parent.children.splice(index, 1);
      return index;
    }
    const entries = Object.entries(element.properties).flatMap(([name, value]): [string, string][] => {
      const cleaned = cleanValue(name, String(value), depth);
      return cleaned === undefined ? [] : [[name, cleaned]];
    });
    element.properties = Object.fromEntries(entries);
    if (element.tagName !== 'style') return undefined;
    const css = element.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
    element.children = [{ type: 'text', value: cleanStyleSheet(css) }];
    return undefined;
  });
  const safe = sanitize(drawing, drawingSchema);
  if (safe.type !== 'element') throw new Error('nothing in it may be published');
  return safe;
}

/** The value of an attribute without what could load anything; undefined where nothing is left. */
function cleanValue(name: string, value: string, depth: number): string | undefined {
  if (words.includes(name)) return value;
  if (name === 'href') return withCleanDrawing(value, depth);
  if (name === 'style') return cleanDeclarations(value);
  return isOwnValue(value) ? value : undefined;
}

/** An animation of what is no matter of appearance, such as the address of a reference, has nothing left to do. */
function changesReferences({ tagName, properties }: Element): boolean {
  return changingAttributes.includes(tagName) && !appearance.includes(String(properties.attributeName));
}

/** A drawing inside of an address is cleaned like any other; one that cannot be read is left out. */
function withCleanDrawing(address: string, depth: number): string {
  const [, base64, data = ''] = /^\s*data:image\/svg\+xml(?:;(?!base64)[^;,]*)*(;base64)?,(.*)$/is.exec(address) ?? [];
  if (!/^\s*data:image\/svg/i.test(address)) return address.trim();
  if (depth === deepest) return '';
  try {
    const bytes = base64 === undefined ? Buffer.from(decodeURIComponent(data)) : Buffer.from(data, 'base64');
    const inner = serializeDrawing(clean(parseDrawing(decode(bytes)), depth + 1));
    return `data:image/svg+xml;base64,${Buffer.from(inner).toString('base64')}`;
  } catch {
    return '';
  }
}

/** How many elements are drawn in all, where each reference to an element draws that once more. */
function drawnElements(drawing: Element): number {
  const byId = new Map<string, Element>();
  visit(drawing, 'element', (element) => {
    const { id } = element.properties;
    if (typeof id === 'string' && !byId.has(id)) byId.set(id, element);
  });
  const known = new Map<Element, number>();
  const count = (element: Element): number => {
    const before = known.get(element);
    if (before !== undefined) return before;
    // A drawing that refers to itself is not drawn there.
    known.set(element, 0);
    let sum = 1;
    for (const child of element.children) if (child.type === 'element') sum += count(child);
    for (const value of Object.values(element.properties)) {
      for (const id of referencesIn(String(value))) {
        const target = byId.get(id);
        if (target) sum += count(target);
      }
    }
    known.set(element, sum);
    return sum;
  };
  return count(drawing);
}

function referencesIn(value: string): string[] {
  if (value.startsWith('#')) return [value.slice(1)];
  return Array.from(value.matchAll(/url\(\s*["']?#([^"')]*)/gi), ([, id = '']) => id.trim());
}
