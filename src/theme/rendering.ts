/**
 * The site whose pages are rendered. Bundlers and the server of the preview have copies of this module of their own; whoever renders
 * says in that copy which site it is. Only `getStaticPaths`, which Astro calls before there is a request, asks for it here: pages and
 * components have it in `Astro.locals`.
 */
import type { Site } from '../store/site.ts';
import type { StatusSource } from '../status/site-status.ts';

export { forgetStrings } from '../ui/strings.ts';

/** What pages are made of. It is a part of `Astro.locals`. */
export interface Rendering {
  readonly site: Site;
  /** The status board; undefined where the site has none. */
  readonly status: () => StatusSource | undefined;
  /** Takes the slug of an article that a hand-written home page of a locale names and that is not there. */
  readonly onMissingArticle: (locale: string, slug: string) => void;
}

let current: Rendering | undefined;

/** From now on this copy of the module knows this rendering. */
export function useRendering(rendering: Rendering): void {
  current = rendering;
}

export function currentRendering(): Rendering {
  if (!current) throw new Error('No site is being rendered.');
  return current;
}

/** The site, for `getStaticPaths`. */
export function siteOfPaths(): Site {
  return currentRendering().site;
}
