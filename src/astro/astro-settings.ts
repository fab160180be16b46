import type { Icon } from './icon.ts';

/** What Astro has to know of a site before it compiles its templates. The articles come later, when pages are rendered. */
export interface Frame {
  /** Path below which the site is served; begins and ends with `/`. */
  readonly base: string;
  readonly origin?: string;
  /** Undefined where `public` has none. */
  readonly icon?: Icon;
  /** Hand-written home pages in MDX: absolute path by locale tag. */
  readonly homes: readonly (readonly [tag: string, file: string])[];
}
