/** Finds markup of other tools that readers see as text: how often each kind stands in an article, and where first. */
import type { Root } from 'mdast';
import { LineIndex } from '../../core/diagnostics.ts';
import type { Span } from '../../core/span.ts';
import type { Draft } from '../draft.ts';
import { spanOf } from '../markdown.ts';
import type { Source, VisibleMarkup } from '../types.ts';
import { eachNode } from '../nodes.ts';
import { markupKinds } from './markup-kinds.ts';

/** Stands for each piece of code in a line, so that markup around it is still found. */
const codeSign = '\uFFFC';

/**
 * What readers see of the markup of other tools, in the order of `markupKinds`.
 *
 * @param tree what the draft parses to
 * @param source the file that the draft was made of
 */
export function visibleMarkup(tree: Root, draft: Draft, { path, text: file }: Source): VisibleMarkup[] {
  const text = shownText(tree, draft.text, /\.mdx$/i.test(path));
  let lines: LineIndex | undefined;
  return markupKinds.flatMap(({ name, needs, pattern }): VisibleMarkup[] => {
    if (!needs.some((sign) => text.includes(sign))) return [];
    let count = 0;
    let first: Span | undefined;
    for (const { 0: found, index } of text.matchAll(pattern)) {
      const start = index + found.search(/[^\s>]/);
      // An author who writes the sign as a reference means it to be read.
      if (text.startsWith('&lt;', start) && file.charAt(draft.origin(start)) !== '<') continue;
      count++;
      first ??= { start, end: index + found.length };
    }
    if (!first) return [];
    lines ??= new LineIndex(file);
    const start = lines.position(draft.origin(first.start));
    const end = lines.position(draft.origin(first.end - 1) + 1);
    return [{ kind: name, count, line: start.line, column: start.column, endLine: end.line, endColumn: end.column }];
  });
}

/**
 * The text as long as it was; what readers do not see as text is blank: code, tags, comments and addresses.
 *
 * @param hasComponents whether tags with a capital letter are components, even those that HTML knows in small letters
 */
function shownText(tree: Root, text: string, hasComponents: boolean): string {
  const hidden: (Span & { readonly isCode: boolean })[] = [];
  const hide = (start: number, end: number, isCode = false) => hidden.push({ start, end, isCode });
  /** Where an element that holds code began, and which. */
  let open: { name: string; start: number } | undefined;
  eachNode(tree, (node) => {
    const { start, end } = spanOf(node);
    if (node.type === 'code') hide(start, end);
    else if (node.type === 'inlineCode') hide(start, end, true);
    else if (node.type === 'definition') hide(start, end);
    else if (node.type === 'html') {
      for (const { 0: tag, 1: slash, 2: written = '', index } of text.slice(start, end).matchAll(tags)) {
        if (hasComponents && /^[A-Z].*[a-z]/.test(written)) continue;
        hide(start + index, start + index + tag.length);
        const name = written.toLowerCase();
        if (!open && slash === '' && codeElements.has(name)) open = { name, start: start + index };
        else if (open?.name === name && slash === '/') {
          hide(open.start, start + index + tag.length);
          open = undefined;
        }
      }
    } else {
      // A link that is only its address shows it.
      const hasAddress = node.type === 'link' || node.type === 'image';
      const address = hasAddress ? text.slice(start, end).lastIndexOf('](') : -1;
      if (address !== -1) hide(start + address + 2, end - 1);
    }
  });
  return blanked(text, hidden);
}

const codeElements: ReadonlySet<string> = new Set(['pre', 'code', 'kbd', 'samp', 'var', 'script', 'style', 'textarea']);
const tags = /<!--[\s\S]*?(?:-->|$)|<(\/?)([A-Za-z][\w:-]*)(?![\w:-])[^<>]*>/g;

function blanked(text: string, spans: readonly (Span & { readonly isCode: boolean })[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, isCode } of [...spans].sort((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    const from = Math.max(at, start);
    pieces.push(text.slice(at, from));
    // Line ends stay: some markup begins a line.
    const filling = text.slice(from, end).replace(/[^\n]/g, ' ');
    pieces.push(isCode && from === start && filling.startsWith(' ') ? codeSign + filling.slice(1) : filling);
    at = end;
  }
  return pieces.join('') + text.slice(at);
}
