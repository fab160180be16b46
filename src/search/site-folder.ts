/** The search of a finished site, from its folder: what a reader's browser would find, found in Node. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SiteSearch } from './client/site-search.ts';
import type { SearchStrings } from './client/strings.ts';
import { openIndexFolder } from './node.ts';

/** Opens the search of a locale, undefined where the site has none. `path` is the first part of its addresses, `fr-fr`. */
export function openSiteFolder(site: string, path: string): SiteSearch | undefined {
  const file = join(site, path, 'search', 'strings.json');
  if (!existsSync(file)) return undefined;
  const { indexes } = JSON.parse(readFileSync(file, 'utf8')) as SearchStrings;
  const [own, ...others] = indexes;
  if (!own) return undefined;
  return new SiteSearch([own, ...others], async ({ index }) => {
    const folder = join(site, 'pagefind', index.split('/').at(-2) ?? '');
    const opened = await openIndexFolder(folder);
    if (!opened) throw new Error(`There is no search index in ${folder}.`);
    return opened;
  });
}
