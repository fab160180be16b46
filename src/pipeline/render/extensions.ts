/**
 * Extensions of the Microsoft dialect that are no Markdown: each line becomes HTML or Markdown that the parser understands, by
 * edits, so that segments keep their places.
 */
import type { Draft, Edit } from '../draft.ts';
import { escapeHtml } from './html.ts';

/** What the extensions need from outside. */
export interface ExtensionContext {
  /** Markdown of an included file, undefined where there is none. */
  readonly include: (href: string) => string | undefined;
  /** Text of a code file, undefined where there is none. */
  readonly code: (href: string) => string | undefined;
  /** A UI string in the article's language. */
  readonly t: (key: string, values?: Record<string, string>) => string;
}

type Expand = (match: RegExpExecArray, context: ExtensionContext) => string;

const extensions: readonly { pattern: RegExp; expand: Expand }[] = [
  {
    pattern: /\[!include[^[\]\n]*\[[^\]\n]*\]\(([^)\n]*)\)\]/gi,
    expand: ([, href = ''], { include }) => include(href.trim()) ?? '',
  },
  { pattern: /^([ >\t]*)\[!code-?([\w+#-]*)[^[\]\n]*\[([^\]\n]*)\]\(([^)\n]*)\)\]/gim, expand: expandCode },
  { pattern: /\[!video +<?(https?:\/\/[^\s\]>]+)>?\s*\]/gi, expand: ([, url = ''], { t }) => videoLink(url, t) },
  { pattern: /^([ \t]*):::[ \t]*image(-end:::|\s[^\n]*?:::)[ \t]*$/gim, expand: expandImage },
  {
    pattern: /^[ \t]*:::[ \t]*(row|column)(-end)?\b[^\n]*$/gim,
    expand: ([, name = '', end]) => (end ? close() : open(name.toLowerCase())),
  },
  { pattern: /^[ \t]*:::[ \t]*(moniker|zone)(-end)?\b([^\n]*)$/gim, expand: expandZone },
  { pattern: /:::[ \t]*no-loc\s+text="([^"]*)":::/gi, expand: ([, text = '']) => text },
  { pattern: /^([ \t]*):::[ \t]*code\s([^\n]*?):::[ \t]*$/gim, expand: expandCodeBlock },
];

/** The draft with all extensions replaced. Code fences stay as they are. */
export function expandExtensions(draft: Draft, context: ExtensionContext): Draft {
  if (!/\[!(?:include|code|video)|:::/i.test(draft.text)) return draft;
  const fences = fencesOf(draft.text);
  const edits: Edit[] = [];
  for (const { pattern, expand } of extensions) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(draft.text); match; match = pattern.exec(draft.text)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (fences.some((fence) => start >= fence.start && end <= fence.end)) continue;
      edits.push({ start, end, text: expand(match, context) });
    }
  }
  return draft.apply(edits);
}

function fencesOf(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/^([ >\t]*)(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ >\t]*\2|(?![\s\S]))/gm)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function attribute(text: string, name: string): string {
  return new RegExp(`\\b${name}\\s*=\\s*"([^"]*)"`, 'i').exec(text)?.[1]?.trim() ?? '';
}

function open(className: string): string {
  return `\n<div class="${className}">\n\n`;
}

function close(): string {
  return '\n</div>\n\n';
}

function expandZone([, name = '', end, rest = '']: RegExpExecArray, { t }: ExtensionContext): string {
  if (end) return close();
  const what =
    [attribute(rest, 'range'), attribute(rest, 'pivot'), attribute(rest, 'target')].find((value) => value !== '') ??
    name;
  return `${open('zone')}<p class="zone-label">${escapeHtml(t('zone.appliesTo', { what }))}</p>\n\n`;
}

function expandImage([, indent = '', rest = '']: RegExpExecArray): string {
  if (rest.startsWith('-end')) return '';
  const alt = attribute(rest, 'alt-text').replace(/[[\]\\]/g, '\\$&');
  const source = attribute(rest, 'source');
  return source === '' ? `${indent}${alt}` : `${indent}![${alt}](<${source.replace(/[<>]/g, '')}>)`;
}

function expandCode(
  [, prefix = '', language = '', label = '', href = '']: RegExpExecArray,
  { code }: ExtensionContext,
): string {
  const text = code(href.trim().replace(/[#?].*$/, ''));
  if (text === undefined) return `${prefix}[${label || href}](${href})`;
  return fenced(text, language, prefix);
}

function expandCodeBlock([, indent = '', rest = '']: RegExpExecArray, { code }: ExtensionContext): string {
  const source = attribute(rest, 'source');
  const text = code(source);
  return text === undefined ? `${indent}[${source}](${source})` : fenced(text, attribute(rest, 'language'), indent);
}

function fenced(text: string, language: string, prefix: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, ...text.trimEnd().split('\n'), fence].map((line) => prefix + line).join('\n');
}

function videoLink(url: string, t: ExtensionContext['t']): string {
  return `<a class="video" href="${escapeHtml(url)}">${escapeHtml(t('video.watch'))}</a>`;
}
