/** Checks that the search of a built site answers. */
import { openSiteFolder } from '../search/site-folder.ts';
import type { Site, SiteLocale } from '../store/site.ts';
import { searchIndexPath } from '../store/site-paths.ts';
import type { Flaw } from './flaw.ts';

/** Number of titles to search for, one after the other, until one is found. */
const asked = 3;
/** Number of results among which the article of a title must be; several may have the same title. */
const among = 20;

/**
 * Searches locales for titles of their own articles, as a reader's browser does. An index that finds none of them is a fatal flaw. One
 * title alone proves nothing: it may have no searchable words.
 */
export async function verifySearch(site: Site, locales: readonly SiteLocale[], folder: string): Promise<Flaw[]> {
  const flaws: Flaw[] = [];
  for (const locale of locales) {
    if (locale.articles === 0) continue;
    const page = searchIndexPath(site, locale).slice(site.facts.base.length);
    const problem = await problemWith(site, locale.tag, locale.path, folder);
    if (problem !== undefined) flaws.push({ page, problem, fatal: true });
  }
  return flaws;
}

async function problemWith(site: Site, tag: string, path: string, folder: string): Promise<string | undefined> {
  const own = site.list(tag).filter(({ bodyLocale }) => bodyLocale === tag);
  const sample = Array.from({ length: asked }, (_, at) => own[Math.floor((at * own.length) / asked)]);
  try {
    const search = openSiteFolder(folder, path);
    if (!search) return 'there is no search';
    for (const entry of sample) {
      if (!entry) continue;
      const found = await search.search(entry.title);
      if ((await found.load(0, among)).some(({ slug }) => slug === entry.slug)) return undefined;
    }
    return `it finds no article by its title; asked for was “${sample[0]?.title ?? ''}”`;
  } catch (error) {
    return `it does not answer: ${error instanceof Error ? error.message : String(error)}`;
  }
}
