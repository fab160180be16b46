/** HTML with values in it. Each is escaped here and nowhere else, for text and attributes alike, and is never read again. */
import { escapeHtml } from './html.ts';
import { itemAt, pairsOf, valueOf } from './lists.ts';

class SafeHtml {
  // Private, so that no other object passes for one.
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get text(): string {
    return this.#text;
  }
}

/** HTML that `markup` made: the only one that a template takes as it is. */
export type Html = SafeHtml;

/**
 * HTML from a template literal; every value is text, but for what this function made itself.
 *
 * @example markup`<a href="${address}">${title}</a>`
 */
export function markup(parts: TemplateStringsArray, ...values: readonly (string | Html | readonly Html[])[]): Html {
  const rest = pairsOf(values, parts.slice(1));
  return new SafeHtml(itemAt(parts, 0) + rest.map(([value, part]) => written(value) + part).join(''));
}

function written(value: string | Html | readonly Html[]): string {
  if (typeof value === 'string') return escapeHtml(value);
  return value instanceof SafeHtml ? value.text : value.map(({ text }) => text).join('');
}

/** Private-use characters around a name; a page that has them otherwise has no such names between them. */
const [before, after] = ['\uE000', '\uE001'];
const slots = new RegExp(`${before}(\\w+)${after}`);

/** What a page that is rendered once and filled many times shows where a value belongs. */
export function slot(name: string): string {
  return before + name + after;
}

/** A rendered page with slots. It is cut into pieces once; values come between them and cannot become slots. */
export class HtmlTemplate<Name extends string> {
  /** Pieces of the page, and between each two of them the name of a slot. */
  readonly #pieces: readonly string[];

  /**
   * Throws where the page does not have these slots, or has others.
   *
   * @param names all slots of the page
   */
  constructor(page: string, names: readonly Name[]) {
    this.#pieces = page.split(slots);
    const found = new Set(this.#pieces.filter((_piece, index) => index % 2 === 1));
    const expected = new Set<string>(names);
    if (found.symmetricDifference(expected).size > 0)
      throw new Error(`The template has the slots [${[...found].join(' ')}] and not [${names.join(' ')}].`);
  }

  fill(values: Readonly<Record<Name, string | Html>>): string {
    const known = new Map<string, string | Html>(Object.entries(values));
    return this.#pieces.map((piece, index) => (index % 2 === 0 ? piece : written(valueOf(known, piece)))).join('');
  }
}
