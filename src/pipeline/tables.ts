/**
 * Tables in which rows have more cells than the header. GFM leaves such cells out, and nobody reads their words; here the table gets the
 * columns that they need.
 */
import type { Root, Table, TableRow } from 'mdast';
import type { Span } from '../core/span.ts';
import { eachNode } from './nodes.ts';

/** Number of cells of the longest row. */
export function columnsOf({ children }: Table): number {
  return children.reduce((most, { children: cells }) => Math.max(most, cells.length), 0);
}

/** Rows with more cells than the header has, in order. */
export function longRowsOf({ children }: Table): TableRow[] {
  const [header, ...rows] = children;
  return header === undefined ? [] : rows.filter(({ children: cells }) => cells.length > header.children.length);
}

/** All tables of a tree in reading order. */
export function tablesOf(tree: Root): Table[] {
  const tables: Table[] = [];
  eachNode(tree, (node) => {
    if (node.type === 'table') tables.push(node);
    return node.type !== 'table' && node.type !== 'paragraph' && node.type !== 'heading';
  });
  return tables;
}

/** Offsets in a line of each `|` that divides cells. */
export function bordersIn(line: string): number[] {
  return Array.from(line.matchAll(/(?<!\\)\|/g), ({ index }) => index);
}

/** Offsets in a line of each `|` within code, a link or a tag: there it ends a cell for the parser, and for nobody who wrote it. */
export function bordersInside(line: string): number[] {
  const whole = wholePieces(line);
  let index = 0;
  return bordersIn(line).filter((at) => {
    while ((whole[index]?.end ?? Infinity) <= at) index++;
    return (whole[index]?.start ?? Infinity) < at;
  });
}

/** An escaped character; backticks; wiki links, links and references with a text; elements of code, tags, and addresses in angle brackets. */
const pieces =
  /\\.|`+|\[\[[^[\]]*\]\]|\[[^[\]]*\](?:\([^()[\]]*\)|\[[^[\]]*\])|<(code|kbd|samp|var)>[^<>]*<\/\1>|<[a-z][^<>]*>/gi;

/** Pieces of a line that nobody means to divide, in order. */
function wholePieces(line: string): Span[] {
  const ticks = new Backticks(line);
  const found: Span[] = [];
  const pattern = new RegExp(pieces);
  for (let match = pattern.exec(line); match; match = pattern.exec(line)) {
    const [piece] = match;
    if (piece.startsWith('\\')) continue;
    const end = piece.startsWith('`') ? ticks.endOf(match.index, piece.length) : pattern.lastIndex;
    if (end === undefined) continue;
    found.push({ start: match.index, end });
    pattern.lastIndex = end;
  }
  return found;
}

/** Code ends at the next run of as many backticks. */
class Backticks {
  /** Where runs of each length begin, from the last to the first. */
  readonly #starts = new Map<number, number[]>();

  constructor(line: string) {
    for (const { 0: run, index } of [...line.matchAll(/`+/g)].reverse()) {
      const starts = this.#starts.get(run.length);
      if (starts) starts.push(index);
      else this.#starts.set(run.length, [index]);
    }
  }

  /** The end of code that begins at an offset. To be asked with rising offsets only. */
  endOf(offset: number, count: number): number | undefined {
    const starts = this.#starts.get(count) ?? [];
    while (starts.length > 0 && (starts.at(-1) ?? 0) <= offset) starts.pop();
    const start = starts.at(-1);
    return start === undefined ? undefined : start + count;
  }
}
