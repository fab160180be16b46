/** Keys by which a finished page is taken over from the site before: every value that it shows has to be in its key. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { stringsFor } from '../../ui/strings.ts';
import { listFile, type KeyedPage } from '../../store/page-pack.ts';
import type { Site } from '../../store/site.ts';
import type { SiteFacts } from '../../store/site-facts.ts';

/** Makes the keys of a locale's article pages. */
export function pageKeys(site: Site, tag: string): (page: KeyedPage) => string {
  const frame = createHash('sha256')
    .update(JSON.stringify(frameFacts(site.facts)))
    .digest('hex')
    .slice(0, 16);
  const strings = stringsFor(tag).digest;
  return (page) => `${page.digest}-${strings}-${frame}`;
}

/**
 * Key of all pages that are no articles and show nothing of the status board. They list articles, so that titles and dates are in
 * it, and know nothing of an article's text.
 *
 * @param packs folder of the site's packs
 */
export function otherPagesKey({ facts, built }: Site, packs: string): string {
  const hash = createHash('sha256').update(JSON.stringify(facts));
  for (const { tag } of facts.locales) hash.update(stringsFor(tag).digest);
  // As they are written, because to read them takes longer than all the rest.
  for (const { tag } of built) hash.update(readFileSync(listFile(packs, tag)));
  return hash.digest('base64url');
}

/**
 * What an article's page shows of the site: everything, but neither how many articles a locale has, so that a new article changes no
 * other page, nor which locales this build makes.
 */
function frameFacts({ locales, built: _built, ...shared }: SiteFacts): unknown {
  const shown = locales.map(({ articles, home: _home, ...locale }) => ({ ...locale, hasArticles: articles > 0 }));
  return { ...shared, locales: shown };
}
