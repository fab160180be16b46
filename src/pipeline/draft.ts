/**
 * A text on its way from the file to the page. Every part that was copied from the file knows where it came from, so that a
 * finding in the finished Markdown can be shown, and an edit written back, at its place in the file.
 */
import { type Edit, type Span, withoutOverlaps } from '../core/span.ts';
import type { Segment } from './types.ts';

/** A run of characters copied from the file. */
interface Piece {
  /** Offset in the draft. */
  readonly start: number;
  /** Offset in the file. */
  readonly from: number;
  readonly length: number;
}

export class Draft {
  readonly text: string;
  /** Segments in order, their `range` in `text`. */
  readonly segments: readonly Segment[];
  readonly #pieces: readonly Piece[];

  constructor(text: string, pieces: readonly Piece[], segments: readonly Segment[]) {
    this.text = text;
    this.#pieces = pieces;
    this.segments = segments;
  }

  /** A draft that is the file's own text from `start` on. */
  static of(text: string, start: number): Draft {
    return new Draft(text.slice(start), [{ start: 0, from: start, length: text.length - start }], []);
  }

  /** The same text with other segments, their ranges in it. */
  withSegments(segments: readonly Segment[]): Draft {
    return new Draft(this.text, this.#pieces, segments);
  }

  /** The place in the file of an offset in the draft; inside of inserted text, the place it was inserted at. */
  origin(offset: number): number {
    let low = 0;
    let high = this.#pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#pieces[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const piece = this.#pieces[low];
    if (!piece) return 0;
    return piece.from + Math.max(0, Math.min(offset - piece.start, piece.length));
  }

  /** The segment that holds a range whole. */
  segmentAt(range: Span): Segment | undefined {
    let low = 0;
    let high = this.segments.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const segment = this.segments[middle];
      if (!segment) return undefined;
      if (segment.range.end < range.start || (segment.range.end === range.start && range.end > range.start))
        low = middle + 1;
      else if (segment.range.start > range.start) high = middle - 1;
      else return segment.range.end >= range.end ? segment : undefined;
    }
    return undefined;
  }

  /** A segment's range without the blanks at its ends: with its line end a sentence would reach out of its paragraph. */
  wordsOf({ range }: Segment): Span {
    let { start, end } = range;
    while (start < end && /\s/.test(this.text.charAt(start))) start++;
    while (end > start && /\s/.test(this.text.charAt(end - 1))) end--;
    return start < end ? { start, end } : range;
  }

  /** The segments whose words lie in a range. */
  segmentsIn({ start, end }: Span): Segment[] {
    return this.segmentsAcross({ start, end }).filter((segment) => {
      const words = this.wordsOf(segment);
      return words.start >= start && words.end <= end;
    });
  }

  /** The segments that a range touches. */
  segmentsAcross({ start, end }: Span): Segment[] {
    let low = 0;
    let high = this.segments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.segments[middle]?.range.end ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    let behind = low;
    while ((this.segments[behind]?.range.start ?? Infinity) <= end) behind++;
    return this.segments.slice(low, behind);
  }

  /** A new draft with the edits made. Of edits that overlap, the first one counts. */
  apply(edits: readonly Edit[]): Draft {
    const sorted = withoutOverlaps(edits);
    if (sorted.length === 0) return this;
    let text = '';
    let at = 0;
    const kept: (Span & { to: number })[] = [];
    for (const edit of sorted) {
      kept.push({ start: at, end: edit.start, to: text.length });
      text += this.text.slice(at, edit.start) + edit.text;
      at = edit.end;
    }
    kept.push({ start: at, end: this.text.length, to: text.length });
    text += this.text.slice(at);
    return new Draft(text, this.#movePieces(kept), this.#moveSegments(sorted, text));
  }

  #movePieces(kept: readonly (Span & { to: number })[]): Piece[] {
    const moved: Piece[] = [];
    let index = 0;
    for (const { start, end, to } of kept) {
      while (index > 0 && (this.#pieces[index]?.start ?? 0) > start) index--;
      for (; index < this.#pieces.length; index++) {
        const piece = this.#pieces[index];
        if (!piece || piece.start >= end) break;
        const from = Math.max(piece.start, start);
        const until = Math.min(piece.start + piece.length, end);
        if (until > from)
          moved.push({ start: to + from - start, from: piece.from + from - piece.start, length: until - from });
        if (piece.start + piece.length > end) break;
      }
    }
    return moved;
  }

  #moveSegments(edits: readonly Edit[], text: string): Segment[] {
    let index = 0;
    let shift = 0;
    // Called with rising offsets only. An insertion at either end of a segment belongs to it.
    const move = (offset: number, isEnd: boolean): number => {
      for (; index < edits.length; index++) {
        const edit = edits[index];
        if (!edit) break;
        const before = isEnd ? edit.end <= offset : edit.end < offset || (edit.end === offset && edit.start < offset);
        if (!before) break;
        shift += edit.text.length - (edit.end - edit.start);
      }
      const covering = edits[index];
      const within = covering && covering.start < offset && offset < covering.end ? covering.start - offset : 0;
      return offset + shift + within;
    };
    return this.segments.map((segment) => {
      const start = move(segment.range.start, false);
      const range = { start, end: Math.max(start, move(segment.range.end, true)) };
      return { ...segment, range, target: text.slice(range.start, range.end) };
    });
  }
}
