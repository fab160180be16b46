import { Draft } from '../draft.ts';
import type { Segment } from '../types.ts';
import { type Pair, unitOf } from './pairs.ts';

/**
 * One side of a bilingual body: every pair gives way to its target or its source, and all text outside of pairs stays byte for
 * byte. `start` is the offset at which the body begins.
 */
export function project(text: string, start: number, pairs: readonly Pair[], side: 'target' | 'source'): Draft {
  // Joined at the end: to take pieces out of a text while it grows copies it each time.
  const parts: string[] = [];
  let length = 0;
  let at = start;
  const pieces: { start: number; from: number; length: number }[] = [];
  const segments: Segment[] = [];
  const copy = (from: number, to: number) => {
    if (to <= from) return;
    pieces.push({ start: length, from, length: to - from });
    parts.push(text.slice(from, to));
    length += to - from;
  };
  for (const pair of pairs) {
    copy(at, pair.whole.start);
    const begin = length;
    copy(pair[side].start, pair[side].end);
    segments.push({
      units: [unitOf(pair.id)],
      target: text.slice(pair[side].start, pair[side].end),
      source: text.slice(pair.source.start, pair.source.end),
      range: { start: begin, end: length },
      span: pair.whole,
    });
    at = pair.whole.end;
  }
  copy(at, text.length);
  return new Draft(parts.join(''), pieces, segments);
}
