import type { Segment } from '../types.ts';
import type { Draft } from '../draft.ts';
import { pairsOf } from '../../core/lists.ts';

/**
 * Segments for a plain translation, one a line or cell of a table, from a bilingual sibling of the same source version: files of one version have
 * the same lines whatever their language. Undefined where the two have not.
 *
 * @param plain the translation without pairs
 * @param sibling the target side of the bilingual file
 */
export function align(plain: Draft, sibling: Draft): Segment[] | undefined {
  const lines = plain.text.split('\n');
  const siblingLines = sibling.text.split('\n');
  if (withoutLastBlank(lines).length !== withoutLastBlank(siblingLines).length) return undefined;
  const segments: Segment[] = [];
  let next = 0;
  let [start, siblingStart] = [0, 0];
  for (const [line, siblingLine] of partsOf(lines, siblingLines)) {
    const siblingEnd = siblingStart + siblingLine.length;
    const inLine: Segment[] = [];
    for (; next < sibling.segments.length; next++) {
      const segment = sibling.segments[next];
      if (!segment || segment.range.start >= siblingEnd) break;
      // A segment that goes on in the next line cannot be cut at the right place in another language.
      if (segment.range.end <= siblingEnd) inLine.push(segment);
    }
    const first = inLine[0];
    const last = inLine.at(-1);
    if (first && last) {
      const before = siblingLine.slice(0, first.range.start - siblingStart);
      const after = siblingLine.slice(last.range.end - siblingStart);
      const range = matchRange(line, before, after);
      if (range) {
        segments.push({
          units: inLine.flatMap(({ units }) => units),
          target: line.slice(range.start, range.end),
          source: inLine.map(({ source }) => source).join(' '),
          range: { start: start + range.start, end: start + range.end },
          span: { start: plain.origin(start), end: plain.origin(start + line.length) },
        });
      }
    }
    start += line.length + 1;
    siblingStart = siblingEnd + 1;
  }
  return segments;
}

/** Pairs of lines; for rows of a table with equal cells, of their cells: no sentence goes on in the next one. */
function* partsOf(lines: readonly string[], siblingLines: readonly string[]): Generator<[string, string]> {
  for (const [line, siblingLine] of pairsOf(lines, siblingLines)) {
    const [cells, siblingCells] = [cellsOf(line), cellsOf(siblingLine)];
    if (cells.length !== siblingCells.length) yield [line, siblingLine];
    else yield* pairsOf(cells, siblingCells);
  }
}

/** The text between the bars of a table's row; of any other line, the line. */
function cellsOf(line: string): string[] {
  return /^\s*\|/.test(line) ? line.split(/(?<!\\)\|/) : [line];
}

function withoutLastBlank(lines: readonly string[]): readonly string[] {
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/** The part of a line between what the sibling's line has before and after its segments; addresses of links may differ. */
function matchRange(line: string, before: string, after: string): { start: number; end: number } | undefined {
  if (!line.startsWith(before)) return undefined;
  if (line.endsWith(after)) return { start: before.length, end: Math.max(before.length, line.length - after.length) };
  if (!after.startsWith('](')) return undefined;
  const end = line.lastIndexOf('](');
  return end < before.length ? undefined : { start: before.length, end };
}
