/**
 * HTML that opens tags and never closes them: each stands inside of all that came before, and what browsers make of it grows with
 * the square of it. Tags that would lie too deep are shown as text.
 */
import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Tags that may stand in each other; browsers themselves end at five hundred. */
export const deepestHtml = 100;

const tag = /<!--(?:(?!<!--)[\s\S])*?-->|<(\/?)([a-z][\w:-]*)(?=[\s/>])[^<>]*>/gi;

/** Tags that hold nothing, and those that the next one of their kind closes. */
const shallow = new Set(
  'area base br col colgroup dd dt embed hr img input li link meta option p param source tbody td tfoot th thead tr track wbr'.split(
    ' ',
  ),
);

/** Elements that a tag opens: a table has a body, rows and cells. */
function levelsOf(name: string): number {
  return name.toLowerCase() === 'table' ? 4 : 1;
}

/** Counts how deep the tags of an article are, piece by piece in reading order. */
export class HtmlDepth {
  #open = 0;
  #hidden = 0;

  /** Offsets in a piece of HTML of the tags that lie too deep, and of those that would close them. */
  tooDeep(html: string): number[] {
    const found: number[] = [];
    for (const { 1: slash, 2: name, index } of html.matchAll(tag)) {
      if (name === undefined || shallow.has(name.toLowerCase())) continue;
      const isDeep = slash === '' ? this.#open >= deepestHtml : this.#hidden > 0;
      if (isDeep) {
        this.#hidden += slash === '' ? 1 : -1;
        found.push(index);
      } else this.#open = Math.max(0, this.#open + (slash === '' ? levelsOf(name) : -levelsOf(name)));
    }
    return found;
  }
}

/** rehype plugin before `rehype-raw`: shows tags that lie too deep as text. */
export function rehypeShallow() {
  return (tree: Root): void => {
    const depth = new HtmlDepth();
    visit(tree, 'raw', (node) => {
      const pieces: string[] = [];
      let at = 0;
      for (const offset of depth.tooDeep(node.value)) {
        pieces.push(node.value.slice(at, offset), '&lt;');
        at = offset + 1;
      }
      if (at > 0) node.value = pieces.join('') + node.value.slice(at);
    });
  };
}
