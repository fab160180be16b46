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

// Astro loads its configuration, and with it a copy of this module; what both have to know hangs on the thread.
const shared = globalThis as { languedocsFrame?: Frame };

/** From now on Astro is configured for this site, in all copies of the module. */
export function useFrame(frame: Frame): void {
  shared.languedocsFrame = frame;
}

/** Undefined where nobody has said yet which site it shall be, as while types are checked. */
export function usedFrame(): Frame | undefined {
  return shared.languedocsFrame;
}
