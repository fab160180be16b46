/**
 * What repairs never change: code, tags, mathematics, template expressions, directives, references and addresses. What looks like damage
 * there is meant as it is. `editsOfRepair` holds every edit to these spans, so that no repair has to know them.
 */
import type { Image, Link, Root } from 'mdast';
import type { Span } from '../../core/span.ts';
import { spanOf } from '../markdown.ts';
import { eachNode } from '../nodes.ts';
import { markupKinds } from '../normalize/markup-kinds.ts';
import { verbatimElements } from './verbatim-elements.ts';
import type { VerbatimKind, VerbatimSpan } from './verbatim-span.ts';
import { verbatimPatterns } from './verbatim-patterns.ts';

const known = new WeakMap<Root, { readonly text: string; readonly spans: readonly VerbatimSpan[] }>();

/**
 * All verbatim spans of a text, by where they begin; they may overlap.
 *
 * @param tree what the text parses to
 */
export function verbatimSpans(text: string, tree: Root): readonly VerbatimSpan[] {
  const found = known.get(tree);
  if (found?.text === text) return found.spans;
  const all = [...ofTree(text, tree), ...verbatimElements(text), ...ofPatterns(text), ...ofOtherTools(text)];
  const spans = withoutInnerPaths(all.sort((a, b) => a.start - b.start || b.end - a.end));
  known.set(tree, { text, spans });
  return spans;
}

/** What looks like a path in a tag or an address is a part of that. */
function withoutInnerPaths(spans: readonly VerbatimSpan[]): VerbatimSpan[] {
  let reached = 0;
  return spans.filter(({ kind, end }) => {
    if (kind === 'path' && end <= reached) return false;
    if (kind !== 'path') reached = Math.max(reached, end);
    return true;
  });
}

/** Spans in order and without overlaps, of the kinds that are not excepted. */
export function mergedSpans(spans: readonly VerbatimSpan[], except: readonly VerbatimKind[] = []): Span[] {
  const merged: { start: number; end: number }[] = [];
  for (const { kind, start, end } of spans) {
    if (except.includes(kind) || end <= start) continue;
    const last = merged.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

function ofTree(text: string, tree: Root): VerbatimSpan[] {
  const spans: VerbatimSpan[] = [];
  eachNode(tree, (node) => {
    const { start, end } = spanOf(node);
    switch (node.type) {
      case 'code':
      case 'inlineCode':
        spans.push({ kind: 'code', start, end });
        break;
      case 'html':
        // In blocks of HTML the parser does not look for code.
        for (const { 0: code, index } of text.slice(start, end).matchAll(/(?<!`)(`{1,3})(?!`)[^`\n]*\1(?!`)/g))
          spans.push({ kind: 'code', start: start + index, end: start + index + code.length });
        break;
      case 'link':
      case 'image':
        spans.push(addressOf(text, node));
        break;
      case 'linkReference':
      case 'imageReference':
        spans.push({ kind: 'reference', start: behind(text, '][', { start, end }), end });
        break;
      case 'definition':
        spans.push({ kind: 'address', start, end });
        break;
      default:
    }
  });
  return spans;
}

/** The address of a link or picture with its title; all of a link that has no words of its own. */
function addressOf(text: string, node: Link | Image): VerbatimSpan {
  const { start, end } = spanOf(node);
  if (node.type === 'link' && text[start] !== '[') return { kind: 'address', start, end };
  return { kind: 'address', start: behind(text, '](', { start, end }), end: end - 1 };
}

/** The offset behind the last such sign of a span; its end where there is none. */
function behind(text: string, sign: string, { start, end }: Span): number {
  const at = text.slice(start, end).lastIndexOf(sign);
  return at === -1 ? end : start + at + sign.length;
}

function ofPatterns(text: string): VerbatimSpan[] {
  return verbatimPatterns.flatMap(({ kind, needs, pattern, isMeant }) => {
    if (!text.includes(needs)) return [];
    const matches = [...text.matchAll(pattern)].filter(([whole]) => isMeant?.(whole) !== false);
    return matches.map(({ 0: { length }, index }) => ({ kind, start: index, end: index + length }));
  });
}

/** Markup that this site does not know. Marks around words of the text are left out: those words are prose. */
function ofOtherTools(text: string): VerbatimSpan[] {
  return markupKinds.flatMap(({ name, needs, pattern }) => {
    if (name === 'highlight' || !needs.some((sign) => text.includes(sign))) return [];
    return Array.from(text.matchAll(pattern), ({ 0: { length }, index }) => ({
      kind: name === 'wiki-link' ? ('reference' as const) : ('directive' as const),
      start: index,
      end: index + length,
    }));
  });
}
