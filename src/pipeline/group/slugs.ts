/** What articles are called in addresses. Who has had a slug keeps it. */
import { createHash } from 'node:crypto';
import { compareText } from '../../core/diagnostics.ts';
import type { SlugHistory } from '../types.ts';
import { type Cluster, namedPath } from './cluster.ts';
import { firmnessOf } from './marks.ts';
import { SlugOwners } from './slug-owners.ts';
import { asFile, slugify } from './slugify.ts';
import { itemAt, pairsOf, valueOf } from '../../core/lists.ts';

export { slugify } from './slugify.ts';

/** Paths below a locale that belong to pages of the site itself. */
export const reservedPaths: ReadonlySet<string> = new Set(['all', 'search', 'topics', '404']);

/** How a slug was asked for: by `slug:`, by the path of a file, or by nothing but the text of the article. */
export type Wish = 'slug' | 'path' | 'text';

export interface SlugChoice {
  readonly slug: string;
  /** The slug that it asked for; the same where it has that. */
  readonly wanted: string;
  readonly wish: Wish;
  /** Who has the wanted slug: the place of a cluster, or the site itself; undefined where none of several rivals has it. */
  readonly holder?: number | 'site';
  /** Places of the other clusters that asked for it. */
  readonly rivals: readonly number[];
}

/** One slug for each cluster, in the same order; see `chooseSlugs`. */
export function assignSlugs(clusters: readonly Cluster[], history?: SlugHistory): string[] {
  return chooseSlugs(clusters, history).map(({ slug }) => slug);
}

/**
 * One slug for each cluster, in the same order, the same whatever the order of the input: the author's own, else the path, else the
 * words of the English heading.
 *
 * Of clusters that want one slug, the one that the history knows by it keeps it; else one that has a file whose path says it; else one
 * with a file in the source locale, then one whose source is recovered; else the one in most languages. The others get an id of theirs
 * behind it, as do all of them where this tells them not apart. A slug that another article had before, or is just giving up, is not
 * for newcomers either: links to it lead to that article.
 */
export function chooseSlugs(clusters: readonly Cluster[], history: SlugHistory = {}): SlugChoice[] {
  const wishes = clusters.map(wishOf);
  const owners = new SlugOwners(clusters, history);
  const groups = Map.groupBy(clusters.keys(), (at) => asFile(itemAt(wishes, at).slug));
  const holders = new Map<string, number | 'site' | undefined>();
  const taken = new Set<string>();
  for (const [name, rivals] of groups) {
    const holder = isReserved(name) ? 'site' : holderAmong(rivals, clusters, wishes, owners);
    holders.set(name, holder);
    if (holder !== undefined) taken.add(name);
  }
  return wishes.map(({ slug: wanted, wish }, at): SlugChoice => {
    const name = asFile(wanted);
    const holder = holders.get(name);
    const rivals = valueOf(groups, name).filter((other) => other !== at);
    if (holder === at) return { slug: wanted, wanted, wish, holder, rivals };
    const others = new Set(rivals.flatMap((other) => idsOf(itemAt(clusters, other))));
    const isFree = (slug: string): boolean =>
      !taken.has(asFile(slug)) && !groups.has(asFile(slug)) && !isReserved(asFile(slug)) && !owners.keepsFrom(slug, at);
    // In a folder of the site's own nothing is free.
    const start = holder === 'site' ? wanted.replaceAll('/', '-') : wanted;
    const slug = longerSlug(start, itemAt(clusters, at), others, isFree);
    taken.add(asFile(slug));
    return { slug, wanted, wish, rivals, ...(holder === undefined ? {} : { holder }) };
  });
}

/** Which of the clusters that want a slug has it, or who has it that they keep it from; undefined where nothing tells. */
function holderAmong(
  wanting: readonly number[],
  clusters: readonly Cluster[],
  wishes: readonly { readonly slug: string }[],
  owners: SlugOwners,
): number | undefined {
  const wanted = itemAt(wishes, itemAt(wanting, 0)).slug;
  const owner = owners.ownerOf(wanted);
  const rivals =
    owner === undefined || wanting.includes(owner) ? wanting : wanting.filter((at) => !owners.keepsFrom(wanted, at));
  if (rivals.length <= 1) return rivals[0] ?? owner;
  const claims = rivals.map((at) => {
    const members = itemAt(clusters, at);
    const says = members.some((article) => asFile(slugify(namedPath(article) ?? '')) === asFile(wanted));
    const locales = new Set(members.map(({ locale }) => locale)).size;
    return { at, strength: [owners.marksShared(wanted, at), Number(says), firmnessOf(members), locales] };
  });
  claims.sort((a, b) => compareStrength(b.strength, a.strength));
  const [best, second] = claims;
  return best && second && compareStrength(best.strength, second.strength) > 0 ? best.at : undefined;
}

function compareStrength(a: readonly number[], b: readonly number[]): number {
  for (const [own, other] of pairsOf(a, b)) if (own !== other) return own - other;
  return 0;
}

/** A slug with something behind it that only this cluster has: an id that no rival has, else a digest, else a number too. */
function longerSlug(
  slug: string,
  members: Cluster,
  idsOfOthers: ReadonlySet<string>,
  isFree: (slug: string) => boolean,
): string {
  const print = fingerprint(members);
  const own = [...new Set(idsOf(members))].filter((id) => !idsOfOthers.has(id)).sort(compareText);
  for (const suffix of [...own, print]) {
    const longer = slugify(`${slug}-${slugify(suffix)}`);
    if (isFree(longer)) return longer;
  }
  for (let count = 2; ; count++) {
    const numbered = slugify(`${slug}-${print}-${count}`);
    if (isFree(numbered)) return numbered;
  }
}

/**
 * What a cluster asks for. Its source decides, because a slug holds for all languages; where there is no file of the source, or its
 * name says nothing, any edition that names a slug does.
 */
function wishOf(cluster: Cluster): { slug: string; wish: Wish } {
  const source = cluster.find(({ metadata }) => metadata.translation === 'source');
  const sourcePath = source && source.metadata.slug === undefined ? namedPath(source) : undefined;
  const explicit =
    source?.metadata.slug ?? cluster.map(({ metadata }) => metadata.slug).find((slug) => slug !== undefined);
  const path = sourcePath ?? cluster.map(namedPath).find((name) => name !== undefined);
  const candidates: [text: string | undefined, wish: Wish][] = [
    [sourcePath, 'path'],
    [explicit, 'slug'],
    [path, 'path'],
  ];
  for (const [text, wish] of candidates) {
    const slug = slugify(text ?? '');
    if (slug !== '') return { slug, wish };
  }
  const anchors = cluster.map(({ anchors: [first] }) => (first?.explicit === true ? first.id : undefined));
  const text = anchors.find((anchor) => anchor !== undefined) ?? itemAt(cluster, 0).title;
  return { slug: slugify(text) || `article-${fingerprint(cluster)}`, wish: 'text' };
}

/** Whether a slug, as a file's name, stands where pages of the site itself are. */
function isReserved(name: string): boolean {
  return reservedPaths.has((name.split('/')[0] ?? '').toLowerCase());
}

function idsOf(cluster: Cluster): readonly string[] {
  return cluster.flatMap(({ metadata }) => metadata.ids);
}

function fingerprint(cluster: Cluster): string {
  const identities = cluster.map(({ metadata, file }) => metadata.sourceHash ?? file.path);
  const identity = itemAt(identities.sort(compareText), 0);
  return createHash('sha256').update(identity).digest('hex').slice(0, 8);
}
