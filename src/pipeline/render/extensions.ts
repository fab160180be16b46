/**
 * Extensions of the Microsoft dialect that are no Markdown: each line becomes HTML or Markdown that the parser understands, by
 * edits, so that segments keep their places.
 */
import type { Root } from 'mdast';
import { withoutReferences } from '../../core/character-references.ts';
import { Draft } from '../draft.ts';
import type { IncludedText } from '../files/includes.ts';
import {
  attribute,
  type Inclusion,
  InclusionBudget,
  inclusionsIn,
  markedImage,
  nameInstead,
  sourceOfImage,
  video,
  widestPrefix,
} from '../files/inclusions.ts';
import { codeSpans } from '../markdown.ts';
import { escapeHtml } from '../../core/html.ts';
import { type Edit, isInside, type Span } from '../../core/span.ts';

/** What the extensions need from outside. */
export interface ExtensionContext {
  /** Markdown of an included file, undefined where there is none. */
  readonly include: IncludedText;
  /** Text of a code file, undefined where there is none. */
  readonly code: (href: string) => string | undefined;
  /** A UI string in the article's language. */
  readonly t: (key: string, values?: Record<string, string>) => string;
}

type Expand = (match: RegExpExecArray, context: ExtensionContext) => string;

/** Words that are not to be translated. */
const unlocalized = /:::[ \t]*no-loc\s+text="([^"]*)":::/gi;

const extensions: readonly { pattern: RegExp; expand: Expand }[] = [
  { pattern: video, expand: ([, url = ''], { t }) => videoLink(url, t) },
  { pattern: markedImage, expand: expandImage },
  {
    pattern: /^[ \t]*:::[ \t]*(row|column)(-end)?\b(?:"[^"\n\r\u2028\u2029]*"|[^":\n\r\u2028\u2029])*(?::+[ \t]*)?$/gim,
    expand: ([, name = '', end]) => (end ? close() : open(name.toLowerCase())),
  },
  {
    pattern:
      /^[ \t]*:::[ \t]*(moniker|zone)(-end)?\b((?:"[^"\n\r\u2028\u2029]*"|[^":\n\r\u2028\u2029])*)(?::+[ \t]*)?$/gim,
    expand: expandZone,
  },
  { pattern: unlocalized, expand: ([, text = '']) => text },
];

/** Whether there may be anything to do in `expandWords`. */
const hasWords = /\[!include|:::[ \t]*no-loc/i;

/**
 * The draft with the text of included files and of words that are not translated in the place of their marks, but for those in code: what
 * a title, a summary or a heading says. `tree` is what the draft parses to.
 */
export function expandWords(draft: Draft, tree: Root, include: IncludedText): Draft {
  if (!hasWords.test(draft.text)) return withExpandedSources(draft, include);
  return withExpandedSources(draft.apply(wordEdits(draft.text, codeSpans(tree), include)), include);
}

function wordEdits(text: string, code: readonly Span[], include: IncludedText): Edit[] {
  const context = { include: (href: string) => include(href), code: () => undefined };
  const budget = new InclusionBudget();
  const edits: Edit[] = [];
  for (const inclusion of inclusionsIn(text, code)) {
    if (inclusion.kind !== 'include') continue;
    const { start, end } = inclusion;
    edits.push({ start, end, text: expandInclusion(inclusion, context, budget) });
  }
  for (const { 0: whole, 1: words = '', index } of text.matchAll(unlocalized)) {
    const span = { start: index, end: index + whole.length };
    if (!isInside(code, span)) edits.push({ ...span, text: words });
  }
  return edits;
}

/** What the sentences of a draft were translated from says the same. */
function withExpandedSources(draft: Draft, include: IncludedText): Draft {
  if (!draft.segments.some(({ source }) => hasWords.test(source))) return draft;
  const budget = new InclusionBudget();
  const context = { include: (href: string) => include(href, 'source'), code: () => undefined };
  const expand = (source: string): string => {
    if (!hasWords.test(source)) return source;
    const edits = inclusionsIn(source)
      .filter(({ kind }) => kind === 'include')
      .map((inclusion) => ({ ...inclusion, text: expandInclusion(inclusion, context, budget) }));
    return Draft.of(source, 0).apply(edits).text.replace(unlocalized, '$1');
  };
  return draft.withSegments(draft.segments.map((segment) => ({ ...segment, source: expand(segment.source) })));
}

/** The draft with all extensions replaced, but for those in code. `tree` is what the draft parses to. */
export function expandExtensions(draft: Draft, tree: Root, context: ExtensionContext): Draft {
  if (!/\[!(?:include|code|video)|:::/i.test(draft.text)) return withExpandedSources(draft, context.include);
  const code = codeSpans(tree);
  const edits: Edit[] = dedentColumns(draft.text);
  const budget = new InclusionBudget();
  for (const inclusion of inclusionsIn(draft.text, code)) {
    const { start, end } = inclusion;
    edits.push({ start, end, text: expandInclusion(inclusion, context, budget) });
  }
  for (const { pattern, expand } of extensions) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(draft.text); match; match = pattern.exec(draft.text)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (isInside(code, { start, end })) continue;
      edits.push({ start, end, text: expand(match, context) });
    }
  }
  return withExpandedSources(draft.apply(edits), context.include);
}

/**
 * What stands in a column is indented by habit, which Markdown would take for code. Lines lose the blanks that all of them have.
 */
function dedentColumns(text: string): Edit[] {
  const edits: Edit[] = [];
  let opened: number | undefined;
  for (const { 0: line, 1: end, index } of text.matchAll(/^[ \t]*:::[ \t]*column(-end)?\b.*\n?/gm)) {
    if (end === undefined) opened = index + line.length;
    else if (opened !== undefined) {
      dedent(text.slice(opened, index), opened, edits);
      opened = undefined;
    }
  }
  return edits;
}

function dedent(content: string, start: number, edits: Edit[]): void {
  const lines = content.split('\n');
  let common = Infinity;
  for (const line of lines) if (line.trim() !== '') common = Math.min(common, /^ */.exec(line)?.[0].length ?? 0);
  if (!Number.isFinite(common) || common === 0) return;
  let at = start;
  for (const line of lines) {
    if (line.trim() !== '') edits.push({ start: at, end: at + common, text: '' });
    at += line.length + 1;
  }
}

/** The text of another file; its name where it is no text, or more than the article may include. */
function expandInclusion(
  inclusion: Inclusion,
  { include, code }: Pick<ExtensionContext, 'include' | 'code'>,
  budget: InclusionBudget,
): string {
  const { kind, href, language, prefix } = inclusion;
  const text = kind === 'include' ? include(href) : code(href);
  if (text === undefined && kind === 'include') return '';
  if (text === undefined || prefix.length > widestPrefix || !budget.takes(inclusion, text))
    return nameInstead(inclusion);
  return kind === 'include' ? text : fenced(text, language, prefix);
}

function open(className: string): string {
  return `\n<div class="${className}">\n\n`;
}

function close(): string {
  return '\n</div>\n\n';
}

function expandZone([, name = '', end, rest = '']: RegExpExecArray, { t }: ExtensionContext): string {
  if (end) return close();
  const written =
    [attribute(rest, 'range'), attribute(rest, 'pivot'), attribute(rest, 'target')].find((value) => value !== '') ??
    name;
  // What looks like an unknown tag has become text before, with references to its signs.
  const what = withoutReferences(written);
  return `${open('zone')}<p class="zone-label">${escapeHtml(t('zone.appliesTo', { what }))}</p>\n\n`;
}

function expandImage([, rest = '']: RegExpExecArray): string {
  if (rest.startsWith('-end')) return '';
  const alt = attribute(rest, 'alt-text').replace(/[[\]\\]/g, '\\$&');
  const source = sourceOfImage(rest);
  return source === '' ? alt : `![${alt}](<${source}>)`;
}

function fenced(text: string, language: string, prefix: string): string {
  let longest = 2;
  for (const [ticks] of text.matchAll(/`+/g)) longest = Math.max(longest, ticks.length);
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, ...text.trimEnd().split('\n'), fence].map((line) => prefix + line).join('\n');
}

function videoLink(url: string, t: ExtensionContext['t']): string {
  return `<a class="video" href="${escapeHtml(withoutReferences(url))}">${escapeHtml(t('video.watch'))}</a>`;
}
