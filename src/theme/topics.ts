/** Topic areas: the categories that authors gave to articles, each with a page of its own. */
import type { ListEntry } from '../pipeline/types.ts';
import type { Site, SiteLocale } from '../store/site.ts';
import { localePath } from '../store/site-paths.ts';

/** Articles of one category. */
export interface TopicArea {
  readonly name: string;
  /** Last part of its address. */
  readonly slug: string;
  /** Language of its name, where nothing in it is translated. */
  readonly lang?: string;
  /** In the order of the locale's collation. */
  readonly entries: readonly ListEntry[];
}

/** Topic areas in the order of the locale's collation. Categories whose addresses would be equal are one area. */
export function topicAreas(site: Site, locale: SiteLocale): TopicArea[] {
  const areas = new Map<string, { name: string; slug: string; entries: ListEntry[] }>();
  for (const entry of site.list(locale.tag)) {
    if (entry.category === undefined) continue;
    const slug = topicSlug(entry.category);
    const area = areas.get(slug);
    if (area) area.entries.push(entry);
    else areas.set(slug, { name: entry.category, slug, entries: [entry] });
  }
  const { compare } = new Intl.Collator(locale.tag);
  return [...areas.values()]
    .sort((a, b) => compare(a.name, b.name))
    .map((area) => {
      const lang = area.entries[0]?.bodyLocale;
      const foreign = lang !== undefined && area.entries.every(({ bodyLocale }) => bodyLocale !== locale.tag);
      return foreign ? { ...area, lang } : area;
    });
}

/** Path of the page of a category. */
export function topicPath(site: Site, locale: SiteLocale, category: string): string {
  return localePath(site, locale, `topics/${encodeURIComponent(topicSlug(category))}/`);
}

/**
 * The words of a category as they may stand in an address.
 *
 * @example topicSlug('Factures & paiements') // 'factures-paiements'
 */
export function topicSlug(category: string): string {
  const words = category
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}\p{M}]+/gu) ?? ['other'];
  // Half a surrogate pair is no character, and has no address.
  return words
    .join('-')
    .slice(0, 60)
    .replace(/[\uD800-\uDBFF]$/, '');
}

/** The articles that were updated last, the newest first; those of one day in the order of the list. */
export function recentlyUpdated(entries: readonly ListEntry[], count: number): ListEntry[] {
  return entries
    .filter(({ updated }) => updated !== undefined)
    .sort((a, b) => ((a.updated ?? '') < (b.updated ?? '') ? 1 : (a.updated ?? '') > (b.updated ?? '') ? -1 : 0))
    .slice(0, count);
}
