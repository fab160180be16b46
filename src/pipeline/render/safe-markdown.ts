/** Markdown that nobody can be led away by, whoever makes HTML of it. */
import type { Image, Link, Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { Draft } from '../draft.ts';
import { parseMarkdown, spanOf } from '../markdown.ts';
import { escapeMarkdown } from '../markdown-text.ts';
import { imageSchemes, isAllowedAddress, linkSchemes } from './addresses.ts';
import { allowedTags } from './allowed-html.ts';
import { escapeHtml } from '../../core/html.ts';
import type { Edit } from '../../core/span.ts';
import { replaceTags, type Tag } from './html-tags.ts';

/** Each round of edits may make Markdown of what was text before. */
const rounds = 4;

/** Attributes that say how a table or a list is to be read; what they may say is one word. */
const keptAttributes: ReadonlySet<string> = new Set([
  'align',
  'colspan',
  'dir',
  'lang',
  'open',
  'reversed',
  'rowspan',
  'scope',
  'start',
  'value',
]);

/** Tags that lead somewhere or load something; Markdown has signs of its own for them. */
const leading: ReadonlySet<string> = new Set(['a', 'img']);

/** A tag that a page may have, with nothing in it that leads somewhere; undefined for all others. */
export function bareTag({ name, isEnd, attributes }: Tag): string | undefined {
  if (!allowedTags.has(name) || leading.has(name)) return undefined;
  if (isEnd) return `</${name}>`;
  const kept = [...attributes].filter(([key, value]) => keptAttributes.has(key) && /^[\w-]*$/.test(value));
  return `<${name}${kept.map(([key, value]) => (value === '' ? ` ${key}` : ` ${key}="${escapeHtml(value)}"`)).join('')}>`;
}

/**
 * The text without links, pictures and definitions whose addresses no page may have, and with all HTML but what a page may have shown as
 * text. It is parsed again after each change until nothing is found.
 *
 * @returns undefined where something is found again and again
 */
export function safeMarkdown(text: string): string | undefined {
  let draft = Draft.of(text, 0);
  for (let round = 0; round < rounds; round++) {
    const edits = findings(parseMarkdown(draft.text), draft.text);
    if (edits.length === 0) return draft.text;
    draft = Draft.of(draft.apply(edits).text, 0);
  }
  return undefined;
}

function findings(node: Nodes, text: string): Edit[] {
  const span = spanOf(node);
  const written = text.slice(span.start, span.end);
  switch (node.type) {
    case 'html': {
      const safe = replaceTags(written, bareTag);
      return safe === written ? [] : [{ ...span, text: safe }];
    }
    case 'text': {
      // No tag to this parser; it shall be none to any other.
      const safe = written.replace(/(?<!\\)<(?=[a-z/!?])/gi, '&lt;');
      return safe === written ? [] : [{ ...span, text: safe }];
    }
    case 'definition':
      return isAllowedAddress(node.url, linkSchemes) ? [] : [{ ...span, text: '' }];
    case 'image':
      return isAllowedAddress(node.url, imageSchemes) ? [] : [inWords(node)];
    case 'link':
      if (!isAllowedAddress(node.url, linkSchemes)) return [inWords(node)];
  }
  return 'children' in node ? node.children.flatMap((child) => findings(child, text)) : [];
}

function inWords(node: Link | Image): Edit {
  return { ...spanOf(node), text: escapeMarkdown(node.type === 'image' ? (node.alt ?? '') : toString(node)) };
}
