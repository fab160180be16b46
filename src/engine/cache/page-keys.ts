/** Keys by which a finished page is taken over from the site before: every value that it shows has to be in its key. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { stringsFor } from '../../ui/strings.ts';
import { listFile, type PageEntry } from '../../store/page-pack.ts';
import type { Site } from '../../store/site.ts';

/** Makes the keys of a locale's article pages. */
export function pageKeys(site: Site, tag: string): (entry: PageEntry) => string {
  const frame = createHash('sha256')
    .update(JSON.stringify(frameFacts(site)))
    .digest('hex')
    .slice(0, 16);
  const strings = stringsFor(tag).digest;
  return (entry) => `${entry.digest}-${strings}-${frame}`;
}

/**
 * Key of all pages that are no articles and show nothing of the status board. They list articles, so that titles and dates are in
 * it, and know nothing of an article's text.
 *
 * @param packs folder of the site's packs
 */
export function otherPagesKey(site: Site, packs: string): string {
  const hash = createHash('sha256').update(JSON.stringify(siteFacts(site)));
  for (const { tag } of site.locales) hash.update(stringsFor(tag).digest);
  // As they are written, because to read them takes longer than all the rest.
  for (const { tag } of site.built) hash.update(readFileSync(listFile(packs, tag)));
  return hash.digest('base64url');
}

/** All that is known of the site itself; the numbers of articles are shown to readers. */
function siteFacts({ title, base, origin, sourceLocale, locales, built, support, report, status }: Site): unknown {
  return [title, base, origin, sourceLocale, locales, built.map(({ tag }) => tag), support, report, status];
}

/** What header and footer show of the site. The numbers of articles are left out: a new article changes no other page. */
function frameFacts({ title, base, origin, sourceLocale, locales, support, report }: Site): unknown {
  const shown = locales.map(({ tag, path, name, direction, articles }) => [tag, path, name, direction, articles > 0]);
  return [title, base, origin, sourceLocale, support, report, shown];
}
