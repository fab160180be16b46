/**
 * Which slugs an article had before. A renamed article is known again by what only it has: its ids, and the anchor of its heading.
 * The record is a small file beside the configuration that the build keeps and that belongs into version control.
 */
import { firmnessOf, marksOf } from '../pipeline/group/marks.ts';
import { asFile } from '../pipeline/group/slugify.ts';
import { heirOf } from '../pipeline/group/slug-owners.ts';
import type { SlugHistory, SlugRecord, Topic } from '../pipeline/types.ts';
import { isListOf, isRecord, isText } from '../core/stored.ts';

export type { SlugHistory, SlugRecord } from '../pipeline/types.ts';

/** The history after a build, and what it could not tell. */
export interface NextHistory {
  readonly history: SlugHistory;
  /** Slugs that are gone and that several articles may be the heirs of: nobody gets them. */
  readonly contested: ReadonlySet<string>;
}

/**
 * The history after a build of these topics. A slug that is gone becomes a former slug of the article that shares what was known of it
 * (see `heirOf`); where the history cannot tell which, it is kept for a build that can. What was known of one article stays its own
 * when another comes to state the same, and an id that was another's slug is not.
 */
export function followSlugs(history: SlugHistory, topics: readonly Topic[]): NextHistory {
  const marked = topics.map(({ slug, articles }) => {
    const editions = Object.values(articles);
    return { slug, marks: marksOf(editions), firmness: firmnessOf(editions) };
  });
  const slugsByMark = new Map<string, string[]>();
  for (const { slug, marks } of marked) {
    for (const mark of marks) {
      const slugs = slugsByMark.get(mark);
      if (slugs) slugs.push(slug);
      else slugsByMark.set(mark, [slug]);
    }
  }
  const slugsAsFiles = new Map(marked.map(({ slug }) => [asFile(slug), slug]));
  const isOwn = (mark: string, slug: string): boolean => {
    const other = slugsAsFiles.get(asFile(mark));
    const isNew = recordOf(history, slug)?.known.includes(mark) !== true;
    if (isNew && other !== undefined && other !== slug && recordOf(history, other)) return false;
    const slugs = slugsByMark.get(mark) ?? [];
    const before = slugs.length === 1 ? slugs : slugs.filter((each) => recordOf(history, each)?.known.includes(mark));
    return before.length === 1 && before[0] === slug;
  };
  const firmness = new Map(marked.map((each) => [each.slug, each.firmness]));
  const next = new Map<string, { known: string[]; former: Set<string> }>();
  for (const { slug, marks } of marked) {
    const known = marks.filter((mark) => isOwn(mark, slug));
    next.set(slug, { known, former: new Set(recordOf(history, slug)?.former ?? []) });
  }
  const waiting: [string, SlugRecord][] = [];
  const contested = new Set<string>();
  for (const [slug, record] of Object.entries(history)) {
    if (next.has(slug)) continue;
    const heir = heirOf(record, slugsByMark, (other) => firmness.get(other) ?? 0);
    const entry = heir === undefined ? undefined : next.get(heir);
    if (entry) for (const former of [slug, ...record.former]) entry.former.add(former);
    else {
      waiting.push([slug, record]);
      if (record.known.some((mark) => slugsByMark.has(mark)))
        for (const former of [slug, ...record.former]) contested.add(former);
    }
  }
  const records = [...next].map(([slug, { known, former }]): [string, SlugRecord] => [
    slug,
    // A slug that is in use again leads to the article that has it now.
    { known, former: [...former].filter((other) => !next.has(other)).sort() },
  ]);
  return { history: Object.fromEntries([...records, ...waiting].sort(([a], [b]) => (a < b ? -1 : 1))), contested };
}

/** The history after a build of these topics. */
export function nextHistory(history: SlugHistory, topics: readonly Topic[]): SlugHistory {
  return followSlugs(history, topics).history;
}

/**
 * Whether a history is that of other articles, such as of a sample that they have taken the place of: none of them is called like one
 * that it knows, and few are known by what they state, which may be by chance.
 */
export function isOfOthers(history: SlugHistory, topics: readonly Topic[]): boolean {
  const records = Object.entries(history);
  const slugs = new Set(topics.map(({ slug }) => slug));
  if (records.length === 0 || records.some(([slug, { former }]) => [slug, ...former].some((each) => slugs.has(each))))
    return false;
  const marks = new Set(topics.flatMap(({ articles }) => marksOf(Object.values(articles))));
  const known = records.filter((record) => record[1].known.some((mark) => marks.has(mark)));
  return known.length < records.length / 2;
}

/** A slug may be called like what every object has. */
export function recordOf(history: SlugHistory, slug: string): SlugRecord | undefined {
  return Object.hasOwn(history, slug) ? history[slug] : undefined;
}

/** Former slugs by present one. */
export function formerSlugsOf(history: SlugHistory, topics: readonly Topic[]): Map<string, readonly string[]> {
  return new Map(topics.map(({ slug }) => [slug, recordOf(history, slug)?.former ?? []]));
}

/** One slug a line, so that a renamed article shows as few changed lines. */
export function historyText(history: SlugHistory): string {
  const lines = Object.entries(history).map(([slug, record]) => `  ${JSON.stringify(slug)}: ${JSON.stringify(record)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

/** Whether a value is a history: records by slug. */
export function isHistory(value: unknown): value is SlugHistory {
  return isRecord(value) && wrongRecord(value) === undefined;
}

/** The first slug whose record is none. */
export function wrongRecord(records: Readonly<Record<string, unknown>>): string | undefined {
  return Object.entries(records).find(([, record]) => !isSlugRecord(record))?.[0];
}

function isSlugRecord(value: unknown): value is SlugRecord {
  return isRecord(value) && isListOf(value['known'], isText) && isListOf(value['former'], isText);
}
