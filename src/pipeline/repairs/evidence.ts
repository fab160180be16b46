import type { Locale } from '../../core/locales.ts';
import type { Span } from '../../core/span.ts';
import type { Draft } from '../draft.ts';
import type { Segment } from '../types.ts';

/** True for scripts that put blanks between words and that these rules were measured on, or are alike. */
export function writesSpaces(locale: Locale): boolean {
  return ['Latn', 'Cyrl', 'Grek', 'Hebr', 'Arab'].includes(locale.script);
}

/**
 * Asks what the English of the segment around a span says; undefined where it is not known. Found out once for each segment, however
 * many places in it ask.
 */
export function askingSource<Answer>(
  find: (source: string) => Answer,
): (draft: Draft, span: Span) => Answer | undefined {
  const known = new WeakMap<Segment, { readonly answer: Answer }>();
  return (draft, span) => {
    const segment = draft.segmentAt(span);
    if (!segment) return undefined;
    const found = known.get(segment) ?? { answer: find(segment.source) };
    known.set(segment, found);
    return found.answer;
  };
}
