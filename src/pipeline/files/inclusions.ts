import { isInside, type Span } from '../../core/span.ts';
/** Marks with which a text shows other files, `[!INCLUDE [text](path)]`, `[!code[text](path)]`, `:::code source="path":::`. */

/** One mark, by offsets in the text it was found in. */
export interface Inclusion extends Span {
  readonly kind: 'include' | 'code';
  readonly href: string;
  /** What is called by it, where the mark says so; else empty. */
  readonly label: string;
  /** Language of code, else empty. */
  readonly language: string;
  /** Blanks and marks of quotations that stand before code, and before each of its lines then. */
  readonly prefix: string;
}

// None of them looks beyond what could begin the next mark, so that a thousand halves are not read a thousand times.
const include = /\[!include[^[\]\n]*\[([^[\]\n]*)\]\(([^()\n]*)\)\]/gi;
const code = /^([ >\t]*)\[!code-?([\w+#-]*)(?![\w+#-])[^[\]\n]*\[([^[\]\n]*)\]\(([^()\n]*)\)\]/gim;
const codeBlock = /^([ \t]*):::[ \t]*code[ \t](.*?):::[ \t]*$/gim;

/**
 * All marks in a text in reading order; none lies in another one.
 *
 * @param literal where the text is taken as it stands, in order: what looks like a mark there is none
 */
export function inclusionsIn(text: string, literal: readonly Span[] = []): Inclusion[] {
  const found: Inclusion[] = [];
  const add = (match: RegExpExecArray, rest: Omit<Inclusion, 'start' | 'end'>): void => {
    const span = { start: match.index, end: match.index + match[0].length };
    if (!isInside(literal, span)) found.push({ ...span, ...rest });
  };
  for (const match of text.matchAll(include)) {
    const [, label = '', href = ''] = match;
    add(match, { kind: 'include', href: withoutTitle(href), label, language: '', prefix: '' });
  }
  for (const match of text.matchAll(code)) {
    const [, prefix = '', language = '', label = '', href = ''] = match;
    add(match, { kind: 'code', href: href.trim().replace(/[#?].*/s, ''), label, language, prefix });
  }
  for (const match of text.matchAll(codeBlock)) {
    const [, prefix = '', attributes = ''] = match;
    const [href, language] = [attribute(attributes, 'source'), attribute(attributes, 'language')];
    add(match, { kind: 'code', href, label: '', language, prefix });
  }
  let reached = 0;
  return found
    .sort((a, b) => a.start - b.start)
    .filter(({ start, end }) => {
      if (start < reached) return false;
      reached = end;
      return true;
    });
}

/** An address without the title that a link may have behind it. */
function withoutTitle(href: string): string {
  return href
    .trim()
    .replace(/\s(?:"[^"]*"|'[^']*')$/, '')
    .trimEnd();
}

/** The value of an attribute in a mark of the dialect; empty where it has none. */
export function attribute(text: string, name: string): string {
  return new RegExp(`\\b${name}\\s*=\\s*"([^"]*)"`, 'i').exec(text)?.[1]?.trim() ?? '';
}

/** A picture, `:::image source="path":::`, and the end of one. */
export const markedImage = /:::[ \t]*image(-end:::|\s.*?:::)/gi;

/** The address in what stands behind the name of such a mark; empty where it has none. */
export function sourceOfImage(rest: string): string {
  return attribute(rest, 'source').replace(/[<>]/g, '');
}

/** A film on another host, `[!video https://…]`. */
export const video = /\[!video +<?(https?:\/\/[^\s[\]>]+)>?\s*\]/gi;

/** What stands for a file that is not shown: what it is called, with a link to code. */
export function nameInstead({ kind, prefix, label, href }: Inclusion): string {
  if (kind === 'code') return `${prefix}[${label || href}](${href})`;
  return label || `\`${href}\``;
}

/** Characters that other files may add to an article: more than any reader reads. */
export const mostIncluded = 2_000_000;

/** Blanks and marks of quotations before code that is shown; behind more of them its name stands. */
export const widestPrefix = 16;

/** What is left of the characters that other files may add to one text. Asked for its inclusions in reading order. */
export class InclusionBudget {
  #left = mostIncluded;

  /** Whether the text of a file still fits; what does is counted. */
  takes({ kind }: Pick<Inclusion, 'kind'>, text: string): boolean {
    const cost = kind === 'include' ? text.length : costOfCode(text);
    if (cost > this.#left) return false;
    this.#left -= cost;
    return true;
  }
}

/** What stands before code stands before each of its lines. */
function costOfCode(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++;
  return text.length + lines * widestPrefix;
}
