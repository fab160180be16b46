/** Words that damage has made part of a comment, a tag or a label, so that no reader sees them. */
import type { Root } from 'mdast';
import type { Finding } from '../../core/diagnostics.ts';
import type { Span } from '../../core/span.ts';
import type { Draft } from '../draft.ts';
import { spanOf } from '../markdown.ts';
import { eachNode } from '../nodes.ts';

/** What a browser does not show of HTML: comments, declarations and tags, up to their end or that of the text. */
const unseen =
  /<!--(?:-?>|[\s\S]*?(?:--!?>|$))|<[!?/][^>]*(?:>|$)|<[a-z](?:[^>"']|"[^"]*(?:"|$)|'[^']*(?:'|$))*(?:>|$)/gi;

/** A tag with a quote that was not closed takes all lines up to the next one. */
const linesInQuotes =
  /^<[a-z][^"']*(?:"[^"\n]*\n[^"\p{L}\p{N}]*[\p{L}\p{N}][^"]*"|'[^'\n]*\n[^'\p{L}\p{N}]*[\p{L}\p{N}][^']*')/iu;

const word = /[\p{L}\p{N}]/u;

/** Words in comments and tags that never end, and sentences of pairs that are cut by what is hidden. */
export function hiddenWords(tree: Root, draft: Draft): Finding[] {
  const findings: Finding[] = [];
  const found = (hidden: Span) => findings.push(findingAt(draft, hidden));
  eachNode(tree, (node) => {
    const span = spanOf(node);
    if (node.type === 'html') unseenIn(draft, span).forEach(found);
    if (node.type === 'definition') {
      const label = { start: span.start, end: span.start + (node.label?.length ?? 0) + 1 };
      if (sentencesIn(draft, label).length > 0) found(label);
    }
    if (node.type === 'link' || node.type === 'image') addressIn(draft, span).forEach(found);
  });
  return findings;
}

function unseenIn(draft: Draft, { start, end }: Span): Span[] {
  return [...draft.text.slice(start, end).matchAll(unseen)]
    .map(({ 0: piece, index }) => ({ piece, start: start + index, end: start + index + piece.length }))
    .filter((hidden) => {
      if (!hidden.piece.endsWith('>') && word.test(hidden.piece.replace(/^<[a-z][\w-]*/i, ''))) return true;
      return linesInQuotes.test(hidden.piece) || cutsSentence(draft, hidden);
    });
}

/** The address of a link or picture, where a sentence has got into it. */
function addressIn(draft: Draft, { start, end }: Span): Span[] {
  const at = draft.text.slice(start, end).lastIndexOf('](');
  const address = { start: start + at + 1, end };
  return at !== -1 && cutsSentence(draft, address) ? [address] : [];
}

/** Markup inside of a sentence is the translator's own. */
function cutsSentence(draft: Draft, { start, end }: Span): boolean {
  return sentencesIn(draft, { start, end }).some(({ range }) => range.start > start || range.end < end);
}

/** Segments that have words in a span. */
export function sentencesIn(draft: Draft, { start, end }: Span) {
  return draft
    .segmentsAcross({ start, end })
    .filter(({ range }) => word.test(draft.text.slice(Math.max(start, range.start), Math.min(end, range.end))));
}

function findingAt(draft: Draft, { start, end }: Span): Finding {
  return {
    rule: 'hidden-text',
    severity: 'warning',
    start: draft.origin(start),
    end: draft.origin(Math.max(start, end - 1)) + 1,
    message: 'Words here are part of a comment, a tag or a label, and are not shown.',
    hint: 'Close the comment or tag before the words, or write `\\` before its first character.',
  };
}
