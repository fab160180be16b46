import { compareText, type Diagnostic, wholeFile } from '../../core/diagnostics.ts';
import { localeOfPath } from '../../layouts/locale-of-path.ts';
import type { Article, SlugHistory, Topic } from '../types.ts';
import { type Cluster, cluster, namedPath } from './cluster.ts';
import { slugFindings } from './slug-findings.ts';
import { chooseSlugs } from './slugs.ts';
import { statesOf } from './states.ts';
import { pairsOf } from '../../core/lists.ts';

/** How a recovered source article is made from a bilingual one; undefined where that fails. */
export type Recover = (bilingual: Article) => Article | undefined;

/**
 * Groups articles into topics, one article a locale. Where no file holds the source, it is recovered from the newest bilingual
 * sibling; not where a file holds it that is not to be published.
 *
 * @param history which articles had which slugs
 * @param isWithheld which articles are not to be published now: they belong to their topics, have no place in them and take no slug
 */
export function group(
  articles: readonly Article[],
  sourceLocale: string,
  recover: Recover,
  nameOf: (article: Article) => string,
  history: SlugHistory = {},
  isWithheld: (article: Article) => boolean = () => false,
): { topics: Topic[]; diagnostics: Diagnostic[] } {
  const whole = cluster(articles);
  const clusters: Cluster[] = [];
  const withoutSource = new Set<Cluster>();
  for (const members of whole) {
    const published = members.filter((article) => !isWithheld(article));
    if (published.length === 0) continue;
    clusters.push(published);
    if (members.some((article) => article.locale === sourceLocale && !published.includes(article)))
      withoutSource.add(published);
  }
  const choices = chooseSlugs(clusters, history);
  const diagnostics: Diagnostic[] = slugFindings(clusters, choices, nameOf);
  const topics = pairsOf(clusters, choices).map(([members, { slug }]): Topic => {
    const { chosen, dropped } = onePerLocale(members);
    for (const [loser, winner] of dropped) diagnostics.push(duplicate(nameOf(loser), nameOf(winner), loser.locale));
    if (!withoutSource.has(members) && !chosen.some(({ locale }) => locale === sourceLocale)) {
      const bilingual = [...members].filter((article) => article.bilingual).sort(byFreshness)[0];
      const recovered = bilingual && recover(bilingual);
      if (recovered) chosen.push(recovered);
    }
    chosen.sort((a, b) => compareText(a.locale, b.locale));
    const states = statesOf(chosen);
    return {
      slug,
      articles: Object.fromEntries(chosen.map((article) => [article.locale, article])),
      states: Object.fromEntries(pairsOf(chosen, states).map(([{ locale }, state]) => [locale, state])),
    };
  });
  topics.sort((a, b) => compareText(a.slug, b.slug));
  return { topics, diagnostics };
}

/**
 * One article for each locale, and which files it was chosen over: the newest, but one that is called like the article's files in most
 * languages before one that is called otherwise. A date of a hand-back says nothing about the source: the file of it that lies where
 * the translations lie stays.
 */
function onePerLocale(members: Cluster): { chosen: Article[]; dropped: [loser: Article, winner: Article][] } {
  const chosen: Article[] = [];
  const dropped: [Article, Article][] = [];
  for (const files of Map.groupBy(members, ({ locale }) => locale).values()) {
    const called = mostUsual(files, members, namedPath);
    const isSource = called.some(({ metadata }) => metadata.translation === 'source');
    const [winner] = (isSource ? mostUsual(called, members, folderOf) : called).toSorted(
      (a, b) => (isSource ? handedBack(a) - handedBack(b) : 0) || byFreshness(a, b),
    );
    if (!winner) continue;
    chosen.push(winner);
    for (const file of files) if (file !== winner) dropped.push([file, winner]);
  }
  return { chosen, dropped };
}

/** Those of the files whose trait is that of most languages, and those that have none. */
function mostUsual(
  files: readonly Article[],
  members: Cluster,
  traitOf: (article: Article) => string | undefined,
): readonly Article[] {
  if (files.length === 1) return files;
  const localesWith = (trait: string) =>
    new Set(members.filter((member) => traitOf(member) === trait).map(({ locale }) => locale)).size;
  const counted = files.map((file) => {
    const trait = traitOf(file);
    return { file, count: trait === undefined ? undefined : localesWith(trait) };
  });
  const most = Math.max(...counted.map(({ count }) => count ?? 0));
  return counted.filter(({ count }) => count === undefined || count === most).map(({ file }) => file);
}

/** The folders above that of the locale. */
function folderOf({ file: { path } }: Article): string {
  const below = localeOfPath(path)?.pathWithout ?? path;
  if (!path.endsWith(below)) return '';
  const above = path.slice(0, path.length - below.length).replace(/\/$/, '');
  return above.slice(0, above.lastIndexOf('/') + 1);
}

function handedBack({ metadata }: Article): number {
  return Number(metadata.handoff !== undefined);
}

/** Newest hand-back first; of equals the bilingual file, which knows more; then by path. */
export function byFreshness(a: Article, b: Article): number {
  return (
    compareText(b.metadata.handoff ?? '', a.metadata.handoff ?? '') ||
    Number(b.bilingual) - Number(a.bilingual) ||
    compareText(a.file.path, b.file.path) ||
    compareText(a.file.root, b.file.root)
  );
}

function duplicate(loser: string, winner: string, locale: string): Diagnostic {
  return {
    rule: 'duplicate-article',
    severity: 'warning',
    file: loser,
    ...wholeFile,
    message: `A second file for the same article in ${locale}; ${winner} is published instead.`,
    hint: 'Remove one of the two, or give them different `slug:` values where they are different articles.',
  };
}
