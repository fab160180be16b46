import type { Span } from '../../core/span.ts';
/** Where headers stand in a file: between lines of `---`, `+++` or `;;;`, or as an object of JSON at its beginning. */

export interface HeaderBlock {
  /** As messages name what begins and ends it. */
  readonly mark: '---' | '+++' | ';;;' | '{';
  /** `yaml`, `toml`, `json`, or whatever stands behind the opening `---`. */
  readonly language: string;
  /** Offset of the opening mark. */
  readonly start: number;
  /** What stands between the marks, or the object. */
  readonly content: Span;
  /** Where what follows begins; undefined where the header is not closed. */
  readonly end?: number;
}

// A line of more dashes is a rule, and opens nothing.
const opening = /(---(?!-)|\+\+\+(?=[ \t]*\n)|;;;(?=[ \t]*\n))([^\n]*)\n/y;
const jsonOpening = /\{\s{0,99}"/y;
const closings = {
  '---': /^(?:---|\.\.\.)[ \t]*$/gm,
  '+++': /^\+\+\+[ \t]*$/gm,
  ';;;': /^;;;[ \t]*$/gm,
} as const;
const languages = { '---': '', '+++': 'toml', ';;;': 'json' } as const;

/** The header that begins at an offset, which is the beginning of a line; undefined where none does. */
export function blockAt(text: string, start: number): HeaderBlock | undefined {
  jsonOpening.lastIndex = start;
  if (jsonOpening.test(text)) return objectAt(text, start);
  opening.lastIndex = start;
  const open = opening.exec(text);
  if (!open) return undefined;
  const mark = open[1] === '+++' || open[1] === ';;;' ? open[1] : '---';
  const from = start + open[0].length;
  const closing = closings[mark];
  closing.lastIndex = from;
  const close = closing.exec(text);
  // What stands behind the opening `---`: the language of the header, or a comment.
  const named = mark === '---' ? (open[2] ?? '').replace(/(?:^|\s)#.*$/s, '').trim() : languages[mark];
  const language = /^(?:ya?ml)?$/i.test(named) ? 'yaml' : named;
  const content = { start: from, end: close?.index ?? text.length };
  return { mark, language, start, content, ...(close ? { end: lineAfter(text, close.index) } : {}) };
}

/** A header in JSON ends with its object, behind which nothing else may stand on the line. */
function objectAt(text: string, start: number): HeaderBlock | undefined {
  let depth = 0;
  let isQuoted = false;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (isQuoted) {
      if (character === '\\') at++;
      else if (character === '"') isQuoted = false;
    } else if (character === '"') isQuoted = true;
    else if (character === '{' || character === '[') depth++;
    else if ((character === '}' || character === ']') && --depth === 0) {
      const content = { start, end: at + 1 };
      const end = lineAfter(text, at);
      const isAlone = text.slice(at + 1, end).trim() === '';
      return isAlone ? { mark: '{', language: 'json', start, content, end } : undefined;
    }
  }
  return { mark: '{', language: 'json', start, content: { start, end: text.length } };
}

function lineAfter(text: string, at: number): number {
  const lineEnd = text.indexOf('\n', at);
  return lineEnd === -1 ? text.length : lineEnd + 1;
}

const blanks = /\s+/y;
const comments = [
  { opening: /<!--/y, closing: '-->' },
  { opening: /\{\/\*/y, closing: '*/}' },
  { opening: /\[(?:\/\/|comment)\]:/iy, closing: '\n' },
] as const;

/** The offset behind blank lines and comments, where that is the beginning of a line; else the given one. */
export function behindComments(text: string, from: number): number {
  let at = from;
  for (;;) {
    blanks.lastIndex = at;
    const next = at + (blanks.exec(text)?.[0].length ?? 0);
    const comment = comments.find((each) => {
      each.opening.lastIndex = next;
      return each.opening.test(text);
    });
    const close = comment === undefined ? -1 : text.indexOf(comment.closing, next);
    if (comment === undefined || close === -1) return next === from || text[next - 1] === '\n' ? next : from;
    at = close + comment.closing.length;
  }
}

/** The lines of a text up to its first blank one. */
export function upToBlankLine(text: string): string {
  const end = /^[ \t]*$/m.exec(text);
  return end ? text.slice(0, end.index) : text;
}
