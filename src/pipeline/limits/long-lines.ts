/**
 * The parser counts the characters of a line from its beginning for each mark in it, where one of them is not ASCII. Very long lines
 * of running text are shown to it as several. A blank between two words makes the same text as a line end; where a script has no
 * blanks, a line end stands in for a letter among letters.
 */
import type { Root } from 'mdast';
import type { Span } from '../../core/span.ts';
import { eachNode } from '../nodes.ts';

/** Characters of a line that is read as it is. */
const longest = 8000;

/** Of the lines that a longer one is shown as, at least. */
const shortest = 1000;

const fence = /^[ \t>]*(?:```|~~~)/;
/** Lines whose end means something, or whose blanks do: headings, rows of tables, code, addresses of links. */
const fixed = /^(?:[ \t]*>)*(?: {4}|\t| {0,3}#)|^[ \t>]*\[[^\]\n]*\]:|\|/;

/**
 * Where a line may end: at a blank between words, where no line can begin as anything else than text, or at a letter; and what else
 * counts: brackets, and tags and addresses, which have no end inside of them.
 */
const pieces =
  /(?<blank>(?<=[^\s\\]) (?=\p{L}))|(?<letter>(?<=\p{Lo})\p{Lo}(?=\p{Lo}))|(?:https?:|ftp:|www\.)[^\s<]*|<[^<>]*>?|\]\(|[[\])]/giu;

/** A text of the same length without very long lines. */
export function withoutLongLines(text: string): string {
  if (!hasLongLine(text)) return text;
  let isCode = false;
  return text
    .split('\n')
    .map((line) => {
      if (fence.test(line)) isCode = !isCode;
      if (line.length <= longest || isCode || fixed.test(line) || !/[^\0-\x7F]/.test(line)) return line;
      return inLines(line);
    })
    .join('\n');
}

function hasLongLine(text: string): boolean {
  for (let start = 0; text.length - start > longest;) {
    const end = text.lastIndexOf('\n', start + longest);
    if (end < start) return true;
    start = end + 1;
  }
  return false;
}

function inLines(line: string): string {
  const parts: string[] = [];
  const code = { start: line.indexOf('`'), end: line.lastIndexOf('`') };
  let [at, brackets, isAddress] = [0, 0, false];
  for (const { 0: piece, groups, index } of line.matchAll(pieces)) {
    if (piece === '[') brackets++;
    else if (piece === ']' || piece === '](') brackets = Math.max(0, brackets - 1);
    if (piece === '](') isAddress = true;
    else if (piece === ')') isAddress = false;
    const isLetter = groups?.letter !== undefined;
    if ((!isLetter && groups?.blank === undefined) || index - at < shortest || isAddress) continue;
    const isCode = index > code.start && index < code.end;
    if (isLetter && (piece.length > 1 || brackets > 0 || isCode)) continue;
    parts.push(line.slice(at, index));
    at = index + 1;
  }
  return [...parts, line.slice(at)].join('\n');
}

/** Gives a tree of a text without long lines what stood where its lines end now. */
export function joinLines(tree: Root, text: string, short: string): void {
  const restored = (value: string, { start, end }: Span): string => {
    let next = start - 1;
    return value.replace(/\n/g, () => {
      next = short.indexOf('\n', next + 1);
      return next === -1 || next >= end ? '\n' : text.charAt(next);
    });
  };
  eachNode(tree, (node) => {
    const span = { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
    if (node.type === 'text' || node.type === 'html' || node.type === 'inlineCode') {
      if (node.value.includes('\n')) node.value = restored(node.value, span);
    } else if (node.type === 'image' && node.alt?.includes('\n') === true) node.alt = restored(node.alt, span);
  });
}
