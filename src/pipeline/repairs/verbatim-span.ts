import type { Span } from '../../core/span.ts';

/** Kinds of text that repairs leave alone. */
export type VerbatimKind =
  'code' | 'tag' | 'mathematics' | 'template' | 'directive' | 'marker' | 'reference' | 'address' | 'path';

export interface VerbatimSpan extends Span {
  readonly kind: VerbatimKind;
}
