import type { Span } from '../../core/span.ts';
import { mergedSpans } from './verbatim.ts';
import type { VerbatimSpan } from './verbatim-span.ts';

/** Stand for characters of values, and of all else. Private, so that no article means them. */
const [ofMathematics, ofOthers] = ['\uE001', '\uE000'];

/**
 * Hides verbatim text from what looks at text as a whole. A masked text is as long as it was, and keeps the first and last character of
 * each verbatim span, which decide how the parser takes what is around it.
 */
export class Mask {
  readonly #text: string;
  readonly #spans: readonly Span[];
  readonly #mathematics: ReadonlySet<number>;

  constructor(text: string, spans: readonly VerbatimSpan[]) {
    this.#text = text;
    this.#spans = mergedSpans(spans);
    this.#mathematics = new Set(spans.flatMap(({ kind, start }) => (kind === 'mathematics' ? [start] : [])));
  }

  /** The text of a span, verbatim text in it masked. */
  over(span: Span): string {
    let text = '';
    let at = span.start;
    for (const { start, end, masked } of this.#within(span)) {
      text += this.#text.slice(at, start) + masked;
      at = end;
    }
    return text + this.#text.slice(at, span.end);
  }

  /** What was made of a masked text, unmasked; undefined where a mask was changed. */
  without(changed: string, span: Span): string | undefined {
    let text = '';
    let at = 0;
    for (const { start, end, masked } of this.#within(span)) {
      const found = changed.indexOf(masked, at);
      if (found === -1) return undefined;
      text += changed.slice(at, found) + this.#text.slice(start, end);
      at = found + masked.length;
    }
    const rest = changed.slice(at);
    return /[\uE000\uE001]/.test(rest) && !/[\uE000\uE001]/.test(this.#text) ? undefined : text + rest;
  }

  #within(span: Span): (Span & { readonly masked: string })[] {
    const found: (Span & { masked: string })[] = [];
    for (let index = firstBehind(this.#spans, span.start); index < this.#spans.length; index++) {
      const each = this.#spans[index];
      if (!each || each.start >= span.end) break;
      const [start, end] = [Math.max(each.start, span.start), Math.min(each.end, span.end)];
      const filling = this.#mathematics.has(each.start) ? ofMathematics : ofOthers;
      const inner = filling.repeat(Math.max(0, end - start - 2));
      const [first, last] = [this.#text.charAt(start), end - start > 1 ? this.#text.charAt(end - 1) : ''];
      // A star would be taken for emphasis, and a line end divides.
      const edge = (character: string): string => (/[*\n\\]/.test(character) ? filling : character);
      found.push({ start, end, masked: edge(first) + inner + edge(last) });
    }
    return found;
  }
}

/** Index of the first span that ends behind an offset; spans stand in order, without overlaps. */
function firstBehind(spans: readonly Span[], offset: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
