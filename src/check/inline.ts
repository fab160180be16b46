/**
 * The markup inside of one sentence. A sentence is no document: it is scanned, not parsed, because twice 120,000 sentences have to
 * be looked at in seconds, and what remains wrong in them must not decide how the rest is read.
 */
import { withoutReferences } from '../core/character-references.ts';
import type { Span } from '../core/span.ts';

/** A piece of markup with the text in it. Spans are offsets in the sentence. */
export interface Piece extends Span {
  readonly text: string;
  /** Of links and images. */
  readonly url?: string;
}

export interface Inline {
  readonly bold: readonly Piece[];
  readonly links: readonly Piece[];
  readonly images: readonly Piece[];
  readonly code: readonly Piece[];
  /** The sentence as long as it was, every character of markup, addresses and code replaced by a blank: offsets stay right. */
  readonly prose: string;
  /** What a reader sees, blanks collapsed. */
  readonly plain: string;
}

interface Found {
  readonly bold: Piece[];
  readonly links: Piece[];
  readonly images: Piece[];
  readonly code: Piece[];
  readonly hidden: Span[];
  readonly codeSpans: Span[];
}

const markup =
  /\\[!-/:-@[-`{-~]|(?<!`)(`+)(?!`)([\s\S]*?[^`])\1(?!`)|(!?)\[((?:[^[\]\\]|\\.|\[[^[\]]*\])*)\]\(([^()]*(?:\([^()\s]*\)[^()]*)*)\)|\*\*|<\/?[a-z][^<>]*>/giu;

export function scanInline(markdown: string): Inline {
  const found: Found = { bold: [], links: [], images: [], code: [], hidden: [], codeSpans: [] };
  if (/[\\`[*<]/.test(markdown)) scan(markdown, 0, found);
  const { hidden, codeSpans, ...pieces } = found;
  const visible = blanked(markdown, hidden);
  return {
    ...pieces,
    prose: blanked(visible, codeSpans),
    plain: withoutReferences(withoutSpans(markdown, hidden)).replace(/\s+/g, ' ').trim(),
  };
}

function scan(text: string, offset: number, found: Found): void {
  let open: { start: number; inner: number } | undefined;
  for (const match of text.matchAll(markup)) {
    const { 0: whole, 2: code, 3: bang, 4: label, 5: address = '' } = match;
    const start = offset + match.index;
    const end = start + whole.length;
    if (code !== undefined) {
      found.code.push({ start, end, text: code.trim() });
      const ticks = match[1]?.length ?? 1;
      found.hidden.push({ start, end: start + ticks }, { start: end - ticks, end });
      found.codeSpans.push({ start, end });
    } else if (label !== undefined) {
      const labelStart = start + (bang === '!' ? 2 : 1);
      found[bang === '!' ? 'images' : 'links'].push({
        start,
        end,
        text: label,
        url: (address.trim().split(/\s/, 1)[0] ?? '').replace(/^<(.*)>$/, '$1'),
      });
      found.hidden.push({ start, end: labelStart }, { start: labelStart + label.length, end });
      scan(label, labelStart, found);
    } else if (whole === '**' || /^<\/?(?:strong|b)>$/i.test(whole)) {
      if (!open) open = { start, inner: end };
      else {
        found.hidden.push({ start: open.start, end: open.inner }, { start, end });
        found.bold.push({ start: open.start, end, text: text.slice(open.inner - offset, start - offset) });
        open = undefined;
      }
    } else if (whole.startsWith('\\')) found.hidden.push({ start, end: start + 1 });
    else if (/^<\/?(?:br|span|sup|sub|em|i|u|a|img|code)\b/i.test(whole)) found.hidden.push({ start, end });
  }
}

/** The text as long as it was, with blanks in the place of the spans. */
function blanked(text: string, spans: readonly Span[]): string {
  return without(text, spans, ' ');
}

function withoutSpans(text: string, spans: readonly Span[]): string {
  return without(text, spans, '');
}

function without(text: string, spans: readonly Span[], filling: string): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (start > at) pieces.push(text.slice(at, start));
    pieces.push(filling.repeat(Math.max(0, end - Math.max(at, start))));
    at = Math.max(at, end);
  }
  return pieces.join('') + text.slice(at);
}
