/**
 * What the desk shows of an article in a locale before it is opened, and in which of the locale's files it is. Pure: the build writes
 * them, the browser finds them.
 */
import type { State, Translation } from '../pipeline/types.ts';

export interface Card {
  /** Title in the locale; absent where the article has no translation there. */
  readonly title?: string;
  readonly translation?: Translation;
  readonly state?: State;
  readonly errors?: number;
  readonly warnings?: number;
  /** Title of the source, where this is not the source. */
  readonly source?: string;
  /** Locale of that title. */
  readonly sourceLocale?: string;
  /** Locale of the page to send, where the article has none in this locale. */
  readonly page?: string;
}

/** Cards by slug, in one file of a locale. */
export type Cards = Readonly<Record<string, Card>>;

/** Few enough for a file of two kilobytes, many enough that there are far fewer files than pages. */
const articlesInFile = 24;

/** The number of files for a site with so many articles. */
export function shardCount(articles: number): number {
  return Math.max(1, Math.ceil(articles / articlesInFile));
}

/** The number of the file that holds an article, from 0, by the FNV-1a hash of its slug. */
export function shardOf(slug: string, count: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < slug.length; at++) hash = Math.imul(hash ^ slug.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % count;
}

/** Path below the site's root of the file that holds an article's card. */
export function cardPath(localePath: string, shard: number): string {
  return `desk/cards/${localePath}/${shard}.json`;
}
