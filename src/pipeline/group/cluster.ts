/** Which files are the same article in different languages, when file names may say nothing. */
import { basename } from 'node:path';
import { compareText } from '../../core/diagnostics.ts';
import { languageOf } from '../../core/locales.ts';
import { localeOfPath } from '../../layouts/locale-of-path.ts';
import { cleanAddress } from '../repairs/link-leftovers.ts';
import type { Article } from '../types.ts';

/** Articles that are one topic; more than one of a locale where files are duplicates of each other. */
export type Cluster = readonly Article[];

/** A file name that tells nothing: a number, or a hash with or without one. */
const nameless = /^(?:\d+|(?:[\d_-]*[_-])?[0-9a-f]{8,})$/i;

/** Path below the locale's folder, without the extension; undefined where the file's name says nothing. */
export function namedPath(article: Article): string | undefined {
  const { rest } = placeOf(article);
  return nameless.test(lastPart(rest)) ? undefined : rest;
}

/**
 * The path by which the files of one article are alike in the folders of their locales. There a name may say nothing and still be the
 * same in all languages: a number that some system gave the article, `360001234567.md`. In a folder without locales it is the number of
 * a file of a hand-back.
 */
export function sharedPath(article: Article): string | undefined {
  const { rest, isInLocale } = placeOf(article);
  return isInLocale || !nameless.test(lastPart(rest)) ? rest : undefined;
}

/** Whether a name or an author's slug says which article this is. */
function isNamed(article: Article): boolean {
  const { rest, isInLocale } = placeOf(article);
  const name = lastPart(rest);
  return !nameless.test(name) || (isInLocale && /^\d+$/.test(name)) || article.metadata.slug !== undefined;
}

/** The path below the folder of the article's locale, without the ending; and whether there is such a folder. */
function placeOf({ file: { root, path }, locale }: Article): { rest: string; isInLocale: boolean } {
  const place = localeOfPath(path);
  // A folder `hr` is Croatian in a Croatian article, and the department in any other.
  const isOwn = place !== undefined && languageOf(place.tag) === languageOf(locale);
  // `tw` may mean many things, but not in an article that says that it is in zh-TW.
  const isMeant = place === undefined && new RegExp(`^${languageOf(locale)}/|^${regionOf(locale)}/`, 'i').test(path);
  const below = isOwn ? place.pathWithout : isMeant ? path.slice(path.indexOf('/') + 1) : path;
  const rest = below.replace(/\.[a-z]+$/i, '').replace(/([^/])\/(?:index|readme)$/i, '$1');
  const ofRoot = localeOfPath(`${basename(root)}/x`)?.tag;
  const isInLocale = isOwn || isMeant || (ofRoot !== undefined && languageOf(ofRoot) === languageOf(locale));
  return { rest, isInLocale };
}

function regionOf(tag: string): string {
  return /-([A-Z]{2})$/.exec(tag)?.[1] ?? languageOf(tag);
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/**
 * Groups articles into topics. A shared relative path outranks everything, and an equal `slug:` comes next; but two files of one locale
 * whose only bond is that both name the slug are rivals for it, not the same article. The source hash follows: it is equal only for
 * translations of one version of one source. Then clusters that share weaker evidence are joined, strongest first,
 * and only if nothing speaks against it: no locale may occur twice, and the evidence must point to one cluster alone.
 */
export function cluster(articles: readonly Article[]): Cluster[] {
  const sorted = [...articles].sort(compareArticles);
  let clusters = joinBy(
    sorted.map((article): Group => ({
      articles: [article],
      named: isNamed(article),
    })),
    ({ articles }) => each(articles, (article) => sharedPath(article)?.toLowerCase()),
    (a, b) => !isNumbered(a, b) || !haveOtherIds(a, b),
  );
  clusters = joinBy(
    clusters,
    ({ articles }) => each(articles, ({ metadata }) => metadata.slug),
    (a, b) => !sharesLocale(a, b) || sharesEvidence(a, b),
  );
  clusters = joinBy(clusters, hashKeys, (a, b) => !(a.named && b.named) || !sharesLocale(a, b));
  // Two names never become one topic by weaker evidence, so that there is something to find only where a name is missing.
  if (!clusters.every(({ named }) => named))
    for (const keys of weakerEvidence) clusters = joinUnambiguous(clusters, keys);
  return clusters
    .map(({ articles: members }) => [...members].sort(compareArticles))
    .sort((a, b) => compareArticles(a[0], b[0]));
}

/** Whether two groups have nothing for a name but a number. */
function isNumbered(...groups: readonly Group[]): boolean {
  return groups.every(({ articles }) =>
    articles.every((article) => namedPath(article) === undefined && article.metadata.slug === undefined),
  );
}

/** Whether both state ids, and none that both have: then an equal number is chance. */
function haveOtherIds(a: Group, b: Group): boolean {
  const [idsOfA, idsOfB] = [a, b].map(({ articles }) => new Set(articles.flatMap(({ metadata }) => metadata.ids)));
  return (
    idsOfA !== undefined && idsOfB !== undefined && idsOfA.size > 0 && idsOfB.size > 0 && idsOfA.isDisjointFrom(idsOfB)
  );
}

interface Group {
  readonly articles: readonly Article[];
  /** True where a file name or slug already says which article this is. */
  readonly named: boolean;
}

type KeysOf = (group: Group) => string[];

const hashKeys: KeysOf = ({ articles }) => each(articles, ({ metadata }) => metadata.sourceHash);

const anchorOf = (article: Article) => {
  const first = article.anchors[0];
  return first?.explicit === true ? first.id : undefined;
};
const idsOf = ({ metadata }: Article) => (metadata.ids.length > 0 ? [...metadata.ids].sort().join() : undefined);
const knownAddresses = new WeakMap<Article, string>();

/** Two kinds of evidence ask for them, and both ask again for every cluster. */
function addressesOf(article: Article): string | undefined {
  let known = knownAddresses.get(article);
  if (known === undefined) {
    const links = article.references.filter(({ kind }) => kind === 'link');
    known = links
      .map(({ href }) => withoutLocale(cleanAddress(href)))
      .sort()
      .join(' ');
    knownAddresses.set(article, known);
  }
  return known === '' ? undefined : known;
}

/** Evidence in a single article that it is the same as another one, strongest first. */
export const evidence: readonly ((article: Article) => string | undefined)[] = [
  (article) => both(anchorOf(article), both(idsOf(article), addressesOf(article))),
  (article) => both(anchorOf(article), idsOf(article)),
  (article) => both(anchorOf(article), addressesOf(article)),
  anchorOf,
  (article) => both(idsOf(article), article.shape),
];

const weakerEvidence: readonly KeysOf[] = evidence.map(
  (keyOf) =>
    ({ articles }) =>
      each(articles, keyOf),
);

function each(articles: readonly Article[], keyOf: (article: Article) => string | undefined): string[] {
  return [...new Set(articles.map(keyOf).filter((key) => key !== undefined))];
}

function both(a: string | undefined, b: string | undefined): string | undefined {
  return a === undefined || b === undefined ? undefined : `${a}\n${b}`;
}

function withoutLocale(address: string): string {
  return address.replace(/^(https?:\/\/[^/]+)\/[a-z]{2}-[a-z]{2}(?=\/)/i, '$1').toLowerCase();
}

/** Joins groups that share a key and may be joined. */
function joinBy(groups: readonly Group[], keysOf: KeysOf, mayJoin: (a: Group, b: Group) => boolean): Group[] {
  const joined: (Group | undefined)[] = [];
  const byKey = new Map<string, number>();
  for (const group of groups) {
    let current = group;
    const keys = new Set(keysOf(group));
    for (const key of keys) {
      const index = byKey.get(key);
      const other = index === undefined ? undefined : joined[index];
      if (index === undefined || !other || !mayJoin(other, current)) continue;
      current = merge(other, current);
      for (const otherKey of keysOf(other)) keys.add(otherKey);
      joined[index] = undefined;
    }
    const index = joined.push(current) - 1;
    for (const key of keys) byKey.set(key, index);
  }
  return joined.filter((group) => group !== undefined);
}

/** Joins the groups of a key when no locale would occur twice among all of them and not more than one has a name. */
function joinUnambiguous(groups: readonly Group[], keysOf: KeysOf): Group[] {
  const byKey = new Map<string, Set<Group>>();
  for (const group of groups) {
    for (const key of keysOf(group)) byKey.set(key, (byKey.get(key) ?? new Set()).add(group));
  }
  const current = new Map<Group, Group>(groups.map((group) => [group, group]));
  const partsOf = new Map<Group, readonly Group[]>(groups.map((group) => [group, [group]]));
  for (const key of [...byKey.keys()].sort(compareText)) {
    const members = [...new Set([...(byKey.get(key) ?? [])].map((group) => current.get(group) ?? group))];
    if (members.length < 2 || members.filter(({ named }) => named).length > 1) continue;
    const locales = members.flatMap((group) => [...new Set(group.articles.map(({ locale }) => locale))]);
    if (new Set(locales).size !== locales.length) continue;
    const whole = members.reduce(merge);
    const parts = members.flatMap((group) => partsOf.get(group) ?? []);
    partsOf.set(whole, parts);
    for (const part of parts) current.set(part, whole);
  }
  return [...new Set(current.values())];
}

function merge(a: Group, b: Group): Group {
  return { articles: [...a.articles, ...b.articles], named: a.named || b.named };
}

function sharesLocale(a: Group, b: Group): boolean {
  const locales = new Set(a.articles.map(({ locale }) => locale));
  return b.articles.some(({ locale }) => locales.has(locale));
}

/** Whether two groups have more in common than a name that anybody can write down: an id, the heading's anchor, or the source. */
function sharesEvidence(a: Group, b: Group): boolean {
  const known = new Set(a.articles.flatMap(evidenceIn));
  return b.articles.some((article) => evidenceIn(article).some((piece) => known.has(piece)));
}

function evidenceIn(article: Article): string[] {
  const { ids, sourceHash } = article.metadata;
  const anchor = anchorOf(article);
  return [
    ...ids.map((id) => `id ${id.toLowerCase()}`),
    ...(anchor === undefined ? [] : [`anchor ${anchor}`]),
    ...(sourceHash === undefined ? [] : [`source ${sourceHash}`]),
  ];
}

function compareArticles(a: Article | undefined, b: Article | undefined): number {
  if (!a || !b) return 0;
  return compareText(a.file.path, b.file.path) || compareText(a.locale, b.locale) || compareText(a.digest, b.digest);
}
