/** Which of a locale's files holds what belongs to an article. Pure: the build writes them, the browser finds them. */

/** Few enough for a file of some kilobytes, many enough that a small site has one file a locale. */
const articlesInFile = 48;

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
