/** Files that are parts of articles, `[!INCLUDE [text](path)]`. */
import { posix, relative } from 'node:path';
import { Draft, type Edit } from './draft.ts';
import { decodePath, type FileFinder } from './files.ts';
import { parseMarkdown, spanOf } from './markdown.ts';
import { findReferences } from './normalize/references.ts';
import { parseManuscript } from './parse/manuscript.ts';
import { readSource } from './read.ts';
import type { FileReference, Reference, Source } from './types.ts';
import { visit } from 'unist-util-visit';

interface IncludeContext {
  readonly files: FileFinder;
  readonly sourceLocale: string;
}

const marker = /\[!include[^[\]\n]*\[[^\]\n]*\]\(([^)\n]*)\)\]/gi;

/**
 * Markdown of an included file, on the side of the article that includes it and with its links as that article would write them.
 * Includes may include; one that includes itself is left out there. Undefined where there is no such file; empty where it has no text,
 * is none, or is too long.
 */
export function includedText(
  from: FileReference,
  href: string,
  side: 'target' | 'source',
  context: IncludeContext,
  within: readonly string[] = [],
): string | undefined {
  const file = context.files.find(from, { kind: 'include', href });
  if (file === undefined || within.includes(file)) return undefined;
  const own: FileReference = { root: from.root, path: relative(from.root, file).replaceAll('\\', '/') };
  const text = ownText(own, side, context.sourceLocale);
  const whole = text.replace(marker, (_match, inner: string) => {
    const nested = includedText(own, inner.trim(), side, context, [...within, file]);
    // Its links were written for this file by now, and are written anew for the outer one below.
    return nested ?? '';
  });
  return rebased(whole, posix.dirname(own.path), posix.dirname(from.path));
}

function ownText(file: FileReference, side: 'target' | 'source', sourceLocale: string): string {
  let source: Source;
  try {
    source = readSource(file);
  } catch {
    // It may not be read, or is larger than any text can be.
    return '';
  }
  // An include file often states no locale; that of its including article is as good, so the source locale stands in.
  const place = { ...source, path: `${sourceLocale}/${file.path}` };
  const { manuscript } = parseManuscript(place, side, sourceLocale);
  return (manuscript?.draft.text ?? '').trim();
}

/** What an included text refers to, its addresses as the including article would write them. */
export function referencesIn(text: string): Reference[] {
  return findReferences(parseMarkdown(text), Draft.of(text, 0));
}

/** Relative addresses of a text written in one folder, rewritten for another. */
function rebased(text: string, from: string, to: string): string {
  if (from === to) return text;
  const edits: Edit[] = [];
  visit(parseMarkdown(text), (node) => {
    if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') return;
    const path = decodePath(node.url);
    if (path === undefined || path.startsWith('/') || path.startsWith('~') || node.url.startsWith('#')) return;
    const { start, end } = spanOf(node);
    const at = text.slice(start, end).lastIndexOf(node.url);
    if (at === -1) return;
    const address = posix.relative(to, posix.join(from, node.url));
    edits.push({ start: start + at, end: start + at + node.url.length, text: address });
  });
  return Draft.of(text, 0).apply(edits).text;
}
