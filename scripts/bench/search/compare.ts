/** Asks all searches the same questions and puts what they found side by side. */
import { join } from 'node:path';
import { close } from 'pagefind';
import { type BuiltTopic, isBuiltIndex, readBuilt } from '../../../src/disk/built-file.ts';
import { localeOf } from '../../../src/core/locales.ts';
import { isSearchPlaces } from '../../../src/search/site-folder.ts';
import { table } from '../statistics.ts';
import { type Engine, ownEngine, type Pages, plainPagefind, referenceEngine } from './engines.ts';
import { type Query, withSlips } from './queries.ts';
import { meanScores, type Outcome, type Scores, scoresOf } from './scores.ts';

/** How one search did on one kind of question in one locale; `locale` is `mean` for the mean of all. */
export interface Row {
  readonly locale: string;
  readonly kind: string;
  readonly engine: string;
  readonly scores: Scores;
}

/** All rows, locale by locale, then the means. `progress` is told what is being asked. */
export async function compareSearches(
  site: string,
  queries: readonly Query[],
  progress: (what: string) => void,
): Promise<Row[]> {
  const { topics } = readBuilt(join(site, 'api/v1/index.json'), isBuiltIndex);
  const all = [...queries, ...withSlips(queries)];
  const rows: Row[] = [];
  for (const tag of new Set(queries.map(({ locale }) => locale))) {
    const own = all.filter(({ locale }) => locale === tag);
    const engines = await enginesFor(site, tag, topics, progress);
    for (const kind of new Set(own.map((query) => query.kind))) {
      for (const [name, engine] of engines) {
        progress(`${tag}, ${kind}: ${name}`);
        const asked = own.filter((query) => query.kind === kind);
        rows.push({ locale: tag, kind, engine: name, scores: scoresOf(await askAll(engine, asked, topics)) });
      }
    }
  }
  await close();
  return [...rows, ...means(rows)];
}

async function enginesFor(
  site: string,
  tag: string,
  topics: readonly BuiltTopic[],
  progress: (what: string) => void,
): Promise<[string, Engine][]> {
  const { path } = localeOf(tag);
  const slugs = topics.filter(({ locales }) => tag in locales).map(({ slug }) => slug);
  const source = sourceOf(site, path);
  const pages: Pages = { site, tag, path, slugs, ...(source === undefined ? {} : { source }) };
  progress(`${tag}: building the others’ indexes`);
  return [
    ['languedocs', ownEngine(pages)],
    ['Pagefind', await plainPagefind(pages)],
    ['BM25', referenceEngine(pages)],
  ];
}

/** Where the site's own search would look next: the source. */
function sourceOf(site: string, path: string): string | undefined {
  const [, source] = readBuilt(join(site, path, 'search/strings.json'), isSearchPlaces).indexes;
  return source === undefined ? undefined : localeOf(source.tag).path;
}

async function askAll(engine: Engine, queries: readonly Query[], topics: readonly BuiltTopic[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { text, expected, locale } of queries) {
    const slug = slugOf(expected, locale, topics);
    const started = performance.now();
    const { slugs, found } = await engine(text);
    const milliseconds = performance.now() - started;
    const at = slugs.indexOf(slug);
    outcomes.push({ place: at === -1 ? undefined : at + 1, found, milliseconds });
  }
  return outcomes;
}

/** The slug that an expected article has on this site. Throws where it is none. */
export function slugOf(expected: string, locale: string, topics: readonly BuiltTopic[]): string {
  const topic =
    topics.find(({ slug }) => slug === expected) ??
    topics.find(({ locales }) => `/${locales[locale]?.file ?? ''}`.endsWith(`/${expected}`));
  if (!topic) throw new Error(`The site has no article ${expected} in ${locale}.`);
  return topic.slug;
}

function means(rows: readonly Row[]): Row[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const name = `${row.kind}\0${row.engine}`;
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ ...first, locale: 'mean', scores: meanScores(group.map(({ scores }) => scores)) }] : [];
  });
}

/** The rows in columns. */
export function comparisonText(rows: readonly Row[]): string {
  const heading = ['', 'queries', 'recall@1', '@5', '@10', 'MRR', 'zero', 'ms', 'p95'];
  return table(
    heading,
    rows.map(({ locale, kind, engine, scores }) => [
      `${locale} ${kind}: ${engine}`,
      String(scores.queries),
      ...[...scores.recall, scores.meanReciprocalRank, scores.zero].map((value) => value.toFixed(3)),
      ...scores.milliseconds.map((value) => value.toFixed(1)),
    ]),
  );
}
