/**
 * The parser counts the characters of a line from its beginning for each mark in it, where one of them is not ASCII. Very long lines
 * of running text are shown to it as several: a blank between two words makes the same text as a line end.
 */
import type { Nodes, Root } from 'mdast';

/** Characters of a line that is read as it is. */
const longest = 8000;

/** Of the lines that a longer one is shown as, at least. */
const shortest = 1000;

const fence = /^[ \t>]*(?:```|~~~)/;
/** Lines whose end means something, or whose blanks do: headings, rows of tables, code. */
const fixed = /^(?:[ \t]*>)*(?: {4}|\t| {0,3}#)|\|/;
/** Between words, where no line can begin as anything else than text. */
const blank = /(?<=[^\s\\]) (?=\p{L})/gu;

/** A text of the same length without very long lines. */
export function withoutLongLines(text: string): string {
  if (!/^[^\n]{8001}/m.test(text)) return text;
  let isCode = false;
  return text
    .split('\n')
    .map((line) => {
      if (fence.test(line)) isCode = !isCode;
      if (line.length <= longest || isCode || fixed.test(line) || !/[^\0-\x7F]/.test(line)) return line;
      let [result, at] = ['', 0];
      for (const { index } of line.matchAll(blank)) {
        if (index - at < shortest) continue;
        result += `${line.slice(at, index)}\n`;
        at = index + 1;
      }
      return result + line.slice(at);
    })
    .join('\n');
}

/** Gives a tree of a text without long lines its blanks back. */
export function joinLines(tree: Root, text: string): void {
  const join = (node: Nodes): void => {
    if (node.type === 'text' || node.type === 'html' || node.type === 'inlineCode') {
      const written = text.slice(node.position?.start.offset, node.position?.end.offset);
      const breaks = written.match(lineEnd) ?? [];
      if (node.value.includes('\n')) node.value = restored(node.value, breaks);
    }
    if ('children' in node) for (const child of node.children) join(child);
  };
  join(tree);
}

/** A line end, or a blank that may have become one; text and value have as many, in the same order. */
const lineEnd = /\n| (?=\p{L}|$)/gu;

function restored(value: string, breaks: readonly string[]): string {
  let next = 0;
  return value.replace(lineEnd, (found) => {
    const written = breaks[next++];
    return found === '\n' && written === ' ' ? ' ' : found;
  });
}
