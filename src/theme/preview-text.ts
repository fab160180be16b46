/** What the search of a preview says, for writers, so in English. */
import type { Site } from '../store/site.ts';

/** Undefined for a built site, whose search works. */
export function previewText({ isPreview }: Pick<Site, 'isPreview'>): string | undefined {
  if (!isPreview) return undefined;
  return 'The preview has no search: a search index is made by a build. Run `npm start` to build the site and search it.';
}
