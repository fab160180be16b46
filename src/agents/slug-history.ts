/**
 * Which slugs an article had before. A renamed article is known again by what only it has: its ids, and the anchor of its heading.
 * The record is a small file beside the configuration that the build keeps and that belongs into version control.
 */
import type { Topic } from '../pipeline/types.ts';

/** What is recorded of one slug. */
export interface SlugRecord {
  /** What only this article had when it was seen last, sorted. */
  readonly known: readonly string[];
  /** Slugs that it had before, sorted. */
  readonly former: readonly string[];
}

/** By slug. */
export type SlugHistory = Readonly<Record<string, SlugRecord>>;

/**
 * The history after a build of these topics. A slug that is gone becomes a former slug of the one article that shares what was known
 * of it; where no article or more than one does, it is kept for a build that has it again.
 */
export function nextHistory(history: SlugHistory, topics: readonly Topic[]): SlugHistory {
  const marked = topics.map((topic) => ({ slug: topic.slug, marks: marksOf(topic) }));
  const slugsByMark = new Map<string, string[]>();
  for (const { slug, marks } of marked) {
    for (const mark of marks) {
      const slugs = slugsByMark.get(mark);
      if (slugs) slugs.push(slug);
      else slugsByMark.set(mark, [slug]);
    }
  }
  const next = new Map<string, { known: string[]; former: Set<string> }>();
  for (const { slug, marks } of marked) {
    const known = marks.filter((mark) => slugsByMark.get(mark)?.length === 1);
    next.set(slug, { known, former: new Set(history[slug]?.former ?? []) });
  }
  const waiting: [string, SlugRecord][] = [];
  for (const [slug, record] of Object.entries(history)) {
    if (next.has(slug)) continue;
    const heirs = new Set(record.known.flatMap((mark) => slugsByMark.get(mark) ?? []));
    const [heir, ...others] = heirs;
    const entry = heir === undefined || others.length > 0 ? undefined : next.get(heir);
    if (!entry) waiting.push([slug, record]);
    else for (const former of [slug, ...record.former]) entry.former.add(former);
  }
  const records = [...next].map(([slug, { known, former }]): [string, SlugRecord] => [
    slug,
    // A slug that is in use again leads to the article that has it now.
    { known, former: [...former].filter((other) => !next.has(other)).sort() },
  ]);
  return Object.fromEntries([...records, ...waiting].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Former slugs by present one. */
export function formerSlugsOf(history: SlugHistory, topics: readonly Topic[]): Map<string, readonly string[]> {
  return new Map(topics.map(({ slug }) => [slug, history[slug]?.former ?? []]));
}

/** The history that a text states; undefined where it is something else. */
export function parseHistory(text: string): SlugHistory | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isHistory(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** One slug a line, so that a renamed article shows as few changed lines. */
export function historyText(history: SlugHistory): string {
  const lines = Object.entries(history).map(([slug, record]) => `  ${JSON.stringify(slug)}: ${JSON.stringify(record)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

function marksOf({ articles }: Topic): string[] {
  const marks = new Set<string>();
  for (const { metadata, anchors } of Object.values(articles)) {
    for (const id of metadata.ids) marks.add(id.toLowerCase());
    const [first] = anchors;
    if (first?.explicit === true) marks.add(`#${first.id}`);
  }
  return [...marks].sort();
}

function isHistory(value: unknown): value is SlugHistory {
  const isList = (list: unknown): boolean => Array.isArray(list) && list.every((item) => typeof item === 'string');
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every(
      (record: unknown) =>
        typeof record === 'object' &&
        record !== null &&
        'known' in record &&
        'former' in record &&
        isList(record.known) &&
        isList(record.former),
    )
  );
}
