/**
 * Comments of other generators, which are notes between writers and nothing for readers:
 *
 *     {{< comment >}}…{{< /comment >}}   {% comment %}…{% endcomment %}   {% # … %}   {# … #}   {{!-- … --}}   {{! … }}   {{/* … *\/}}
 *     {/* … *\/}   %%…%%   {::comment}…{:/comment}
 *
 * HTML comments are Markdown's own and not looked at here.
 */
import type { Finding } from '../../core/diagnostics.ts';
import { type Edit, isInside, type Span } from '../../core/span.ts';
import type { Draft } from '../draft.ts';
import { codeSpans, parseMarkdown } from '../markdown.ts';

interface Kind {
  /** How it begins, as messages show it. */
  readonly name: string;
  readonly opening: RegExp;
  readonly closing: RegExp;
  /** True where it is a comment only if nothing else stands on its lines. */
  readonly isBlock?: boolean;
  /** Whether the text between the two makes it a comment. */
  readonly isComment?: (inside: string) => boolean;
}

/** A word that a program fills in, such as `%%USER_NAME%%`. */
const placeholder = /^[A-Z\d_.]+$/;

const hugo: Kind = {
  name: '{{< comment >}}',
  opening: /\{\{[<%] {0,9}comment\b[^<>%{}]{0,99}[>%]\}\}/y,
  closing: /\{\{[<%] {0,9}\/ {0,9}comment {0,9}[>%]\}\}/g,
};
const liquid: Kind = {
  name: '{% comment %}',
  // Django takes a note behind the word.
  opening: /\{%-? {0,9}comment(?: [^%{}\n]{0,99})?-?%\}/y,
  closing: /\{%-? {0,9}endcomment {0,9}-?%\}/g,
};
const liquidLine: Kind = { name: '{% # %}', opening: /\{%-? {0,9}#/y, closing: /%\}/g };
const jinja: Kind = { name: '{# #}', opening: /\{#(?=[\s-])/y, closing: /#\}/g };
const handlebars: Kind = { name: '{{!-- --}}', opening: /\{\{~?!--/y, closing: /--~?\}\}/g };
const kramdown: Kind = { name: '{::comment}', opening: /\{::comment\}/y, closing: /\{:\/(?:comment)?\}/g };
const handlebarsShort: Kind = { name: '{{! }}', opening: /\{\{~?!\s/y, closing: /\}\}/g };
const goTemplate: Kind = { name: '{{/* */}}', opening: /\{\{-?\s{0,9}\/\*/y, closing: /\*\/\s{0,9}-?\}\}/g };
const mdx: Kind = { name: '{/* */}', opening: /\{\s{0,9}\/\*/y, closing: /\*\/\s{0,9}\}/g };
const obsidian: Kind = {
  name: '%%',
  // Neither is part of `100%%`, nor of a variable in a batch file.
  opening: /(?<![\w%\\])%%(?!%)/y,
  closing: /%%(?![\w%~])/g,
  isComment: (inside) =>
    inside.trim() !== '' && !placeholder.test(inside) && (inside.startsWith('\n') || !/\n[ \t]*\n/.test(inside)),
};

const anywhere = [hugo, liquid, liquidLine, jinja, handlebars, handlebarsShort, goTemplate, kramdown, obsidian];
const inMdx = [...anywhere, mdx];
// In Markdown braces may be the text itself; where nothing stands beside them they are a comment.
const inMarkdown = [...anywhere, { ...mdx, isBlock: true }];

/** Where any opening may begin. */
const candidate = /[{%]/g;

/**
 * The draft without comments. Code is not looked into; a comment that has begun outside of code ends at its end, whatever stands between.
 *
 * @param isMdx whether the file is MDX, where braces with a comment of JavaScript are one anywhere
 * @param findings gets one for each comment
 */
export function withoutComments(draft: Draft, isMdx: boolean, findings: Finding[]): Draft {
  const { text } = draft;
  const kinds = isMdx ? inMdx : inMarkdown;
  const openings = openingsIn(text, kinds);
  if (openings.length === 0) return draft;
  const code = codeSpans(parseMarkdown(text));
  const edits: Edit[] = [];
  let reached = 0;
  /** Where each kind is closed next; undefined where it is nowhere. */
  const closings = new Map<Kind, Span | undefined>();
  for (const { kind, start, end } of openings) {
    if (start < reached || isInside(code, { start, end })) continue;
    // Many openings may have one closing, far behind.
    let close = closings.get(kind);
    if (!closings.has(kind) || (close && close.start < end))
      closings.set(kind, (close = nextMatch(kind.closing, text, end)));
    if (!close) {
      // Two per cent signs, or a brace and a number sign, may be anything.
      if (kind === hugo || kind === liquid || kind === kramdown) findings.push(unclosed(draft, kind, start, end));
      continue;
    }
    const comment = { start, end: close.end };
    const lines = wholeLines(text, comment);
    if (kind.isBlock && !lines) continue;
    if (kind.isComment?.(text.slice(end, close.start)) === false) {
      reached = close.end;
      continue;
    }
    edits.push({ ...(lines ?? comment), text: '' });
    findings.push(leftOut(draft, kind, comment));
    reached = comment.end;
  }
  return draft.apply(edits);
}

function openingsIn(text: string, kinds: readonly Kind[]): (Span & { kind: Kind })[] {
  const found: (Span & { kind: Kind })[] = [];
  for (const { index } of text.matchAll(candidate)) {
    for (const kind of kinds) {
      kind.opening.lastIndex = index;
      const match = kind.opening.exec(text);
      if (match) {
        found.push({ kind, start: index, end: index + match[0].length });
        break;
      }
    }
  }
  return found;
}

function nextMatch(pattern: RegExp, text: string, from: number): Span | undefined {
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  return match ? { start: match.index, end: match.index + match[0].length } : undefined;
}

/** The lines of a comment with their last line end, where nothing else stands on them. */
function wholeLines(text: string, { start, end }: Span): Span | undefined {
  let [first, last] = [start, end];
  while (first > 0 && /[ \t]/.test(text.charAt(first - 1))) first--;
  while (last < text.length && /[ \t]/.test(text.charAt(last))) last++;
  const isWhole = (first === 0 || text[first - 1] === '\n') && (last === text.length || text[last] === '\n');
  return isWhole ? { start: first, end: Math.min(last + 1, text.length) } : undefined;
}

function leftOut(draft: Draft, { name }: Kind, { start, end }: Span): Finding {
  return {
    rule: 'comment-left-out',
    severity: 'info',
    start: draft.origin(start),
    end: draft.origin(end - 1) + 1,
    message: `A comment (\`${name}\`) is left out.`,
    hint: 'Write `\\` before its first character, or make it code, where readers are to see it.',
  };
}

function unclosed(draft: Draft, { name }: Kind, start: number, end: number): Finding {
  return {
    rule: 'comment-unclosed',
    severity: 'warning',
    start: draft.origin(start),
    end: draft.origin(end - 1) + 1,
    message: `The comment \`${name}\` is not closed, so it is shown.`,
    hint: 'Close it where it ends.',
  };
}
