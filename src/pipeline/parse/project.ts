import { Draft } from '../draft.ts';
import type { Segment } from '../types.ts';
import { type Pair, unitOf } from './pairs.ts';

/**
 * One side of a bilingual body: every pair gives way to its target or its source, and all text outside of pairs stays byte for
 * byte. `start` is the offset at which the body begins.
 */
export function project(text: string, start: number, pairs: readonly Pair[], side: 'target' | 'source'): Draft {
  let result = '';
  let at = start;
  const pieces: { start: number; from: number; length: number }[] = [];
  const segments: Segment[] = [];
  const copy = (from: number, to: number) => {
    if (to > from) pieces.push({ start: result.length, from, length: to - from });
    result += text.slice(from, to);
  };
  for (const pair of pairs) {
    copy(at, pair.whole.start);
    const begin = result.length;
    copy(pair[side].start, pair[side].end);
    segments.push({
      units: [unitOf(pair.id)],
      target: result.slice(begin),
      source: text.slice(pair.source.start, pair.source.end),
      range: { start: begin, end: result.length },
      span: pair.whole,
    });
    at = pair.whole.end;
  }
  copy(at, text.length);
  return new Draft(result, pieces, segments);
}
