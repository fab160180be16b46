import type { Locale } from '../../locales.ts';
import type { Draft } from '../draft.ts';
import type { Span } from '../types.ts';

/** True for scripts that put blanks between words and that these rules were measured on, or are alike. */
export function writesSpaces(locale: Locale): boolean {
  return ['Latn', 'Cyrl', 'Grek', 'Hebr', 'Arab'].includes(locale.script);
}

/** True where the English of the segment around `span` is known and shows the same peculiarity: then it is meant. */
export function sourceShows(draft: Draft, span: Span, pattern: RegExp): boolean {
  const source = draft.segmentAt(span)?.source;
  return source !== undefined && pattern.test(source);
}
