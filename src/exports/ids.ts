/** Which articles an id leads to. */
import { asFile, isPortablePath } from '../pipeline/group/slugify.ts';
import type { SlugHistory } from '../pipeline/types.ts';
import type { Catalogue, Entry } from './catalogue.ts';
import { isId } from './id.ts';
import { recordOf } from './slug-history.ts';
import { itemAt } from '../core/lists.ts';

export interface KnownId {
  /** As it is shown: the first spelling. */
  readonly id: string;
  /** Spellings that have an address, sorted; hosts may tell capital letters from small ones. */
  readonly spellings: readonly string[];
  /** Articles that have it, sorted by slug; never empty. */
  readonly entries: readonly Entry[];
}

/** An article that states an id which leads to another one. */
export interface IdConflict {
  readonly id: string;
  readonly entry: Entry;
  readonly holder: Entry;
}

interface Claimant {
  readonly entry: Entry;
  /** Whether the history knows that the id, or the slug, was the article's. */
  wasIts: boolean;
}

/**
 * All ids of a catalogue: those that editions state, slugs, and slugs from before. Two that differ in capital letters only are one,
 * because not every host can tell them apart. Sorted.
 *
 * An id leads to the articles that the history knows by it, as their slug, a slug from before, or an id that only they stated; where it
 * knows none, to all that claim it. Of these, those with the firmest source have it (`Entry.firmness`), and readers get the choice.
 */
export function knownIds(
  { entries }: Pick<Catalogue, 'entries'>,
  history: SlugHistory = {},
): { ids: KnownId[]; conflicts: IdConflict[] } {
  const found = new Map<string, { spellings: Set<string>; claimants: Map<Entry, Claimant> }>();
  const add = (entry: Entry, id: string, wasIts: boolean): void => {
    if (!isPublishable(id)) return;
    const key = asFile(id);
    const known = found.get(key) ?? { spellings: new Set(), claimants: new Map<Entry, Claimant>() };
    found.set(key, known);
    known.spellings.add(id).add(id.toLowerCase());
    const claimant = known.claimants.get(entry) ?? { entry, wasIts: false };
    known.claimants.set(entry, claimant);
    claimant.wasIts ||= wasIts;
  };
  for (const entry of entries) {
    const before = new Set([entry.slug, ...entry.formerSlugs].flatMap((slug) => recordOf(history, slug)?.known ?? []));
    for (const id of entry.ids) add(entry, id, before.has(id.toLowerCase()));
    add(entry, entry.slug, recordOf(history, entry.slug) !== undefined);
    for (const slug of entry.formerSlugs) add(entry, slug, true);
  }
  const conflicts: IdConflict[] = [];
  const ids = [...found.values()].map(({ spellings, claimants }): KnownId => {
    const sorted = [...spellings].sort();
    const id = itemAt(sorted, 0);
    const all = [...claimants.values()];
    const having = strongest(all);
    const [holder] = having;
    for (const { entry } of all) if (holder && !having.includes(entry)) conflicts.push({ id, entry, holder });
    return { id, spellings: sorted, entries: having };
  });
  return { ids: ids.sort((a, b) => (a.id < b.id ? -1 : 1)), conflicts };
}

function strongest(claimants: readonly Claimant[]): Entry[] {
  const known = claimants.filter(({ wasIts }) => wasIts);
  const titled = (known.length > 0 ? known : claimants).map(({ entry }) => entry);
  const firmness = Math.max(...titled.map((entry) => entry.firmness));
  return titled.filter((entry) => entry.firmness === firmness);
}

/** Whether an id can have files of its own on every disk. */
function isPublishable(id: string): boolean {
  return isId(id) && isPortablePath(id);
}

/** Path of a permanent link, with the base. */
export function permanentPath(base: string, id: string): string {
  return encodeURI(`${base}id/${id}/`);
}
