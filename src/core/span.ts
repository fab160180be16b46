/** Ranges of a text, and changes to it. */

/** A half-open range of UTF-16 code units; of which text, the field's own comment says. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Replaces `start`..`end` of a text by `text`. */
export interface Edit extends Span {
  readonly text: string;
}

/** Whether one of some spans holds another whole; they stand in order and do not overlap. */
export function isInside(spans: readonly Span[], { start, end }: Span): boolean {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? Infinity) <= start) low = middle + 1;
    else high = middle;
  }
  return end <= (spans[low - 1]?.end ?? -1);
}

/** Spans by where they begin, those that end first before others. Of spans that overlap, the first one stays. */
export function withoutOverlaps<Each extends Span>(spans: readonly Each[]): Each[] {
  const sorted = spans.toSorted((a, b) => a.start - b.start || a.end - b.end);
  let reached = 0;
  return sorted.filter(({ start, end }) => {
    if (start < reached) return false;
    reached = end;
    return true;
  });
}
