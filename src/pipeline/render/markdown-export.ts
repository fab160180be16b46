/** An article as Markdown that stands on its own: for people who paste it and for programs that read it. */
import type { Definition, Heading, Image, Link, LinkReference, Root, Table } from 'mdast';
import { Draft } from '../draft.ts';
import { parseMarkdown, spanOf } from '../markdown.ts';
import { eachNode } from '../nodes.ts';
import { escapeMarkdown } from '../markdown-text.ts';
import type { Normalized } from '../normalize/normalize.ts';
import { columnsOf } from '../tables.ts';
import { hrefOf, imageAddress } from './addresses.ts';
import { expandExtensions } from './extensions.ts';
import { HandOverHtml } from './markdown-export-html.ts';
import { printable } from '../../core/html.ts';
import type { Edit, Span } from '../../core/span.ts';
import type { HandOverContext } from './render-context.ts';
import { safeMarkdown } from './safe-markdown.ts';

/**
 * The repaired Markdown with the addresses of the site, without anchors, pairs and layout. A link that leads nowhere is its text.
 * The first line is always the title, `# Title`: so the file has one, and no browser can take it for a script, in which a `#` with a
 * blank is a mistake. Call it before `render`, which changes the tree.
 */
export function handOverMarkdown({ draft, tree }: Normalized, context: HandOverContext): string {
  const whole = expandExtensions(draft, tree, context);
  const parsed = whole === draft ? tree : parseMarkdown(whole.text);
  const edits = editsOf(parsed, whole.text, context);
  const heading = parsed.children.find((node) => node.type === 'heading' && node.depth === 1);
  const title = heading?.type === 'heading' ? titleOf(heading, whole.text, edits) : '';
  const text = whole.apply(heading ? [...outside(edits, spanOf(heading)), { ...spanOf(heading), text: '' }] : edits);
  return withTitle(title === '' ? escapeMarkdown(context.title) : title, tidied(text.text));
}

/** The Markdown of an article that nothing else can be made of: its text as it is written. */
export function handOverAsWritten(title: string, text: string): string {
  return withTitle(escapeMarkdown(title), fenced(text));
}

/** Puts a title and a text together, and makes sure that neither leads anywhere or holds HTML that no page may. */
function withTitle(title: string, text: string): string {
  const whole = `# ${title}\n${text === '' ? '' : `\n${text}\n`}`;
  return safeMarkdown(printable(whole)) ?? printable(`# ${escapeMarkdown(title)}\n\n${fenced(text)}\n`);
}

function fenced(text: string): string {
  let longest = 2;
  for (const [ticks] of text.matchAll(/`+/g)) longest = Math.max(longest, ticks.length);
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text.trim()}\n${fence}`;
}

/** The Markdown of a heading's words in one line. */
function titleOf(heading: Heading, text: string, edits: readonly Edit[]): string {
  const [first, last] = [heading.children[0], heading.children.at(-1)];
  if (first === undefined || last === undefined) return '';
  const { start } = spanOf(first);
  const { end } = spanOf(last);
  const own = edits
    .filter((edit) => edit.start >= start && edit.end <= end)
    .map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  const words = Draft.of(text.slice(start, end), 0).apply(own).text.replace(/\s+/g, ' ').trim();
  // At the end of a line that begins with one they would be no words.
  return words.replace(/(?<=^|\s)#+$/, (marks) => `\\${marks}`);
}

function outside(edits: readonly Edit[], { start, end }: Span): Edit[] {
  return edits.filter((edit) => edit.end <= start || edit.start >= end);
}

/** Without blanks at the ends of lines, but for two that break a line, and without more than one empty line. */
function tidied(text: string): string {
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    let end = line.length;
    while (end > 0 && (line[end - 1] === ' ' || line[end - 1] === '\t')) end--;
    const isBreak = end > 0 && line.length - end === 2 && line.endsWith('  ');
    if (end === 0 && (lines.at(-1) ?? '') === '') continue;
    lines.push(isBreak ? line : line.slice(0, end));
  }
  return lines.join('\n').trim();
}

function editsOf(tree: Root, text: string, context: HandOverContext): Edit[] {
  const edits: Edit[] = [];
  const html = new HandOverHtml(context);
  const lost = lostDefinitions(tree, context);
  eachNode(tree, (node) => {
    if (node.type === 'link') edits.push(...editsOfLink(node, text, context));
    else if (node.type === 'definition') {
      if (lost.has(node.identifier)) edits.push({ ...spanOf(node), text: '' });
      else edits.push(...editsOfAddress(node, text, hrefOf(node.url, context)));
    } else if (node.type === 'linkReference' && lost.has(node.identifier)) edits.push(...editsOfWords(node, text));
    else if (node.type === 'imageReference' && lost.has(node.identifier))
      edits.push({ ...spanOf(node), text: escapeMarkdown(node.alt ?? '') });
    else if (node.type === 'image') edits.push(...editsOfImage(node, text, context));
    else if (node.type === 'table') edits.push(...editsOfTable(node, text));
    else if (node.type === 'html') edits.push({ ...spanOf(node), text: html.markdownOf(node.value) });
  });
  return edits;
}

/** Names of definitions whose address leads nowhere, and of those that nothing refers to: writers use these for notes, `[//]: # (x)`. */
function lostDefinitions(tree: Root, context: HandOverContext): Set<string> {
  const lost = new Set<string>();
  const defined = new Set<string>();
  const used = new Set<string>();
  eachNode(tree, (node) => {
    if (node.type === 'definition') {
      defined.add(node.identifier);
      if (hrefOf(node.url, context) === undefined) lost.add(node.identifier);
    } else if (node.type === 'linkReference' || node.type === 'imageReference') used.add(node.identifier);
  });
  return lost.union(defined.difference(used));
}

function editsOfLink(node: Link, text: string, context: HandOverContext): Edit[] {
  const href = hrefOf(node.url, context);
  return href === undefined ? editsOfWords(node, text) : editsOfAddress(node, text, href);
}

/** Leaves nothing of a link but its words. */
function editsOfWords(node: Link | LinkReference, text: string): Edit[] {
  const { start, end } = spanOf(node);
  const [first, last] = [node.children[0], node.children.at(-1)];
  if (first === undefined || last === undefined) return [{ start, end, text: '' }];
  // An address in angle brackets.
  if (text[start] === '<') return [{ start, end, text: escapeMarkdown(text.slice(start + 1, end - 1)) }];
  if (text[start] !== '[') return [];
  return [
    { start, end: spanOf(first).start, text: '' },
    { start: spanOf(last).end, end, text: '' },
  ];
}

/** Puts another address in the place of a node's own, which is the last thing in it but for a title. */
function editsOfAddress(node: Link | Image | Definition, text: string, address: string | undefined): Edit[] {
  if (address === undefined || address === node.url) return [];
  const { start, end } = spanOf(node);
  const at = text.slice(start, end).lastIndexOf(node.url);
  // An address that is written with escapes stays as it is written.
  return at === -1
    ? []
    : [{ start: start + at, end: start + at + node.url.length, text: address.replaceAll(')', '%29') }];
}

/** Pictures that lie in the text itself, and those that are not there, are their descriptions. */
function editsOfImage(node: Image, text: string, context: HandOverContext): Edit[] {
  const address = imageAddress(node.url, context);
  if (address === undefined) return [{ ...spanOf(node), text: escapeMarkdown(node.alt ?? '') }];
  return editsOfAddress(node, text, address);
}

/** Columns without a name for the cells that the header has no place for, which readers of Markdown would leave out. */
function editsOfTable(table: Table, text: string): Edit[] {
  const [header] = table.children;
  const more = columnsOf(table) - (header?.children.length ?? 0);
  if (header === undefined || more <= 0) return [];
  const { start } = spanOf(header);
  const below = lineEndFrom(text, start) + 1;
  return [
    { at: start, cell: ' |' },
    { at: below, cell: '---|' },
  ].map(({ at, cell }) => {
    const words = text.slice(at, lineEndFrom(text, at)).trimEnd();
    const end = at + words.length;
    return { start: end, end, text: (/(?<!\\)\|$/.test(words) ? '' : ' |') + cell.repeat(more) };
  });
}

function lineEndFrom(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end === -1 ? text.length : end;
}
