/** The search of a finished site, from its folder: what a reader's browser would find, found in Node. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalTag } from '../core/locales.ts';
import { listFolder } from '../disk/folders.ts';
import { type IndexPlace, SiteSearch } from './query/site-search.ts';
import { CommandError } from '../core/errors.ts';
import { readBuilt } from '../disk/built-file.ts';
import { isListOf, isRecord, isText } from '../core/stored.ts';
import { openIndexFolder } from './node.ts';

const next = 'Build the site again with `npm run build`.';

/** Tags of the locales that a site can be searched in, sorted. */
export function searchableLocales(site: string): string[] {
  const { entries } = listFolder(site);
  return entries.flatMap(({ name }) => (existsSync(stringsFile(site, name)) ? (canonicalTag(name) ?? []) : [])).sort();
}

function stringsFile(site: string, path: string): string {
  return join(site, path, 'search', 'strings.json');
}

/**
 * Opens the search of a locale, undefined where the site has none. A question throws a CommandError where the index is damaged, or of
 * another version of the project.
 *
 * @param path first part of the addresses of the locale, `fr-fr`
 */
export function openSiteFolder(site: string, path: string): SiteSearch | undefined {
  const file = stringsFile(site, path);
  if (!existsSync(file)) return undefined;
  const { indexes } = readBuilt(file, isSearchPlaces);
  const [own, ...others] = indexes;
  if (!own) return undefined;
  return new SiteSearch([own, ...others], async ({ index }) => {
    const folder = join(site, 'pagefind', index.split('/').at(-2) ?? '');
    try {
      const opened = await openIndexFolder(folder);
      if (opened) return opened;
    } catch (error) {
      throw new CommandError(`The search index in ${folder} cannot be read. ${next}`, { cause: error });
    }
    throw new CommandError(`There is no search index in ${folder}. ${next}`);
  });
}

export function isSearchPlaces(value: unknown): value is { readonly indexes: readonly IndexPlace[] } {
  return isRecord(value) && isListOf(value['indexes'], isPlace);
}

function isPlace(value: unknown): value is IndexPlace {
  return isRecord(value) && ['tag', 'direction', 'index', 'home'].every((name) => isText(value[name]));
}
