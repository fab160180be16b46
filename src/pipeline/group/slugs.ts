import { createHash } from 'node:crypto';
import { compareText } from '../../diagnostics.ts';
import { type Cluster, namedPath } from './cluster.ts';

/** Paths below a locale that belong to pages of the site itself. */
export const reservedPaths: ReadonlySet<string> = new Set(['all', 'search', 'topics', '404']);

/**
 * One slug for each cluster, in the same order, the same whatever the order of the input: the author's own, else the path, else
 * the words of the English heading. Clusters that want the same one get it with an id of theirs behind it.
 */
export function assignSlugs(clusters: readonly Cluster[]): string[] {
  const wanted = clusters.map((cluster) => slugify(candidateOf(cluster)) || `article-${fingerprint(cluster)}`);
  const rivals = new Map<string, number>();
  for (const slug of wanted) rivals.set(asFile(slug), (rivals.get(asFile(slug)) ?? 0) + 1);
  const isAlone = (slug: string) => rivals.get(asFile(slug)) === 1 && !isReserved(slug);
  const taken = new Set(wanted.filter(isAlone));
  return wanted.map((slug, index) => {
    if (isAlone(slug)) return slug;
    const members = clusters[index] ?? [];
    const suffixes = [...new Set(members.flatMap(({ metadata }) => metadata.ids))].sort(compareText);
    for (const suffix of [...suffixes, fingerprint(members)]) {
      const longer = `${slug}-${slugify(suffix)}`;
      if (isShared(suffix, slug, wanted, clusters, index) || taken.has(longer)) continue;
      taken.add(longer);
      return longer;
    }
    // Two clusters with the same members cannot be, so the fingerprint above is theirs alone; a number is the last resort.
    for (let count = 2; ; count++) {
      const numbered = `${slug}-${fingerprint(members)}-${count}`;
      if (!taken.has(numbered)) {
        taken.add(numbered);
        return numbered;
      }
    }
  });
}

function candidateOf(cluster: Cluster): string {
  const explicit = cluster.map(({ metadata }) => metadata.slug).find((slug) => slug !== undefined);
  if (explicit !== undefined) return explicit;
  const path = cluster.map(namedPath).find((name) => name !== undefined);
  if (path !== undefined) return path;
  const anchors = cluster.map(({ anchors: [first] }) => (first?.explicit === true ? first.id : undefined));
  return anchors.find((anchor) => anchor !== undefined) ?? cluster[0]?.title ?? '';
}

/** Names that Windows keeps for devices, in every folder. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** In bytes: file systems take 255 for a name, and pages have files that are named after them with an ending. */
const [longestName, longestPath] = [200, 800];

/**
 * Lower case, words joined by hyphens; letters of all scripts stay. `/` separates folders. What no file system would take as a name
 * is changed: names of devices get a hyphen and `article` behind them, the end of long names gives way to a digest of the whole.
 */
export function slugify(text: string): string {
  const parts = text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFC')
    .split('/')
    .map((part) => part.replace(/[^\p{L}\p{N}\p{M}_]+/gu, '-').replace(/^-+|-+$/g, ''))
    .filter((part) => part !== '')
    .map((part) => shortened(device.test(part) ? `${part}-article` : part, longestName));
  const slug = parts.join('/');
  return Buffer.byteLength(slug) <= longestPath ? slug : shortened(slug.replaceAll('/', '-'), longestName);
}

function shortened(name: string, longest: number): string {
  if (Buffer.byteLength(name) <= longest) return name;
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 8);
  // Cut between characters, which `Buffer` would not do.
  let kept = '';
  for (const character of name) {
    if (Buffer.byteLength(kept + character) > longest / 2) break;
    kept += character;
  }
  return `${kept.replace(/-+$/, '')}-${digest}`;
}

/** Slugs that are equal by this are one file where names are compared without case. */
function asFile(slug: string): string {
  return slug.toUpperCase().normalize('NFC');
}

function isReserved(slug: string): boolean {
  return reservedPaths.has(slug.split('/')[0] ?? '');
}

/** True where another cluster that wants the same slug has the same id, so that the id tells nothing. */
function isShared(
  id: string,
  slug: string,
  wanted: readonly string[],
  clusters: readonly Cluster[],
  self: number,
): boolean {
  return wanted.some(
    (other, index) =>
      other === slug && index !== self && clusters[index]?.some(({ metadata }) => metadata.ids.includes(id)),
  );
}

function fingerprint(cluster: Cluster): string {
  const identity = cluster.map(({ metadata, file }) => metadata.sourceHash ?? file.path).sort(compareText)[0] ?? '';
  return createHash('sha256').update(identity).digest('hex').slice(0, 8);
}
