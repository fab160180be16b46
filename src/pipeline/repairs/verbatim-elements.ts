/** Elements and blocks of templates whose content is no prose: code, data, mathematics, drawings. */
import type { VerbatimSpan } from './verbatim-span.ts';

/** Without an end these go on to the end of the text. */
const blocks = 'script|style|template|textarea|pre|svg|xmp|noscript';

/** Without an end these go on to the end of the paragraph. */
const inline = 'code|kbd|samp|tt|var|math|tex|latex|katex|codeblock';

/** Blocks of Liquid, Jinja and Hugo. */
const ofTemplates = 'raw|verbatim|highlight|code|math|katex|mermaid|comment|codeblock';

const opening = new RegExp(
  String.raw`<(?<element>${blocks}|${inline})(?=[\s/>])|\{%-?[ \t]*(?<liquid>${ofTemplates})(?![\w-])|\{\{[<%]-?[ \t]*(?<shortcode>${ofTemplates})(?![\w-])`,
  'gi',
);

const isBlock = new RegExp(`^(?:${blocks})$`, 'i');

export function verbatimElements(text: string): VerbatimSpan[] {
  const spans: VerbatimSpan[] = [];
  const ends = new Ends(text);
  opening.lastIndex = 0;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const { element, liquid, shortcode } = match.groups ?? {};
    const from = opening.lastIndex;
    let end: number;
    if (element !== undefined) {
      const ofParagraph = isBlock.test(element) ? undefined : ends.next(String.raw`\n[ \t]*\n`, from);
      const closed = ends.next(String.raw`</${element}\b[^<>]*>?`, from);
      const tagEnd = text.indexOf('>', from);
      if (tagEnd !== -1 && text[tagEnd - 1] === '/') continue;
      end = Math.min(closed ?? text.length, ofParagraph ?? text.length);
    } else {
      const closing =
        liquid === undefined
          ? String.raw`\{\{[<%]-?[ \t]*/[ \t]*${shortcode ?? ''}\b[^{}]*\}\}`
          : String.raw`\{%-?[ \t]*end${liquid}\b[^{}]*%\}`;
      const closed = ends.next(closing, from);
      // One without an end holds nothing.
      if (closed === undefined) continue;
      end = closed;
    }
    spans.push({ kind: 'code', start: match.index, end });
    opening.lastIndex = end;
  }
  return spans;
}

/** Where patterns end next. Offsets are asked for in rising order, so that nothing is looked through twice. */
class Ends {
  readonly #text: string;
  readonly #next = new Map<string, { pattern: RegExp; start: number; end: number | undefined }>();

  constructor(text: string) {
    this.#text = text;
  }

  next(source: string, from: number): number | undefined {
    const key = source.toLowerCase();
    const found = this.#next.get(key) ?? { pattern: new RegExp(source, 'gi'), start: -1, end: 0 };
    if (found.end !== undefined && found.start < from) {
      found.pattern.lastIndex = from;
      const match = found.pattern.exec(this.#text);
      found.start = match?.index ?? Infinity;
      found.end = match ? match.index + match[0].length : undefined;
      this.#next.set(key, found);
    }
    return found.end;
  }
}
