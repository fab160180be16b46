/** Which of the articles of today the history knows by a slug. */
import type { SlugHistory, SlugRecord } from '../types.ts';
import type { Cluster } from './cluster.ts';
import { firmnessOf, marksOf } from './marks.ts';
import { asFile } from './slugify.ts';
import { itemAt } from '../../core/lists.ts';

/** A slug of the history, and the record of the article that has it or had it. */
interface Past {
  readonly record: SlugRecord;
  /** False where the article had the slug before it got the one of the record. */
  readonly isLast: boolean;
  readonly owner: number | undefined;
}

export class SlugOwners {
  /** By slug as a file's name. */
  readonly #past = new Map<string, Past>();
  /** Articles by the ids that the history knows them by, as names of files. */
  readonly #byId = new Map<string, number>();
  readonly #marks: readonly ReadonlySet<string>[];
  /** Articles that the history knows by any slug. */
  readonly #known = new Set<number>();

  constructor(clusters: readonly Cluster[], history: SlugHistory) {
    const records = Object.entries(history);
    this.#marks = records.length === 0 ? [] : clusters.map((members) => new Set(marksOf(members)));
    const holders = new Map<string, number[]>();
    for (const [at, marks] of this.#marks.entries()) {
      for (const mark of marks) {
        const having = holders.get(mark);
        if (having) having.push(at);
        else holders.set(mark, [at]);
      }
    }
    for (const [slug, record] of records) {
      const owner = heirOf(record, holders, (at) => firmnessOf(itemAt(clusters, at)));
      if (owner !== undefined) {
        this.#known.add(owner);
        for (const mark of record.known) if (!/^[#/]/.test(mark)) this.#byId.set(asFile(mark), owner);
      }
      this.#past.set(asFile(slug), { record, isLast: true, owner });
    }
    for (const [slug, record] of records) {
      const owner = this.#past.get(asFile(slug))?.owner;
      for (const former of record.former) {
        if (!this.#past.has(asFile(former))) this.#past.set(asFile(former), { record, isLast: false, owner });
      }
    }
  }

  /**
   * The article that has or had a slug, or whose id it is, whatever that article asks for now; undefined where the history cannot
   * tell.
   */
  ownerOf(slug: string): number | undefined {
    const past = this.#past.get(asFile(slug));
    return past ? past.owner : this.#byId.get(asFile(slug));
  }

  /** How many marks that the history knows of the slug's article another one has. */
  marksShared(slug: string, at: number): number {
    const past = this.#past.get(asFile(slug));
    return past?.record.known.filter((mark) => this.#marks[at]?.has(mark)).length ?? 0;
  }

  /**
   * Whether a slug is not for this article, because it is or was that of another one, or is another one's id. Articles that exchange
   * their slugs may, since the history knows both of them; and so may one that has as many of the marks as the owner.
   */
  keepsFrom(slug: string, at: number): boolean {
    const owner = this.ownerOf(slug);
    if (owner === undefined || owner === at) return false;
    const past = this.#past.get(asFile(slug));
    if (!past) return true;
    const shared = this.marksShared(slug, at);
    if (shared > 0 && shared >= this.marksShared(slug, owner)) return false;
    return !past.isLast || !this.#known.has(at);
  }
}

/**
 * The article that a record is about: of those that share a mark with it, the one with the firmest source, then the one with most
 * marks. Undefined where that is none, or more than one.
 *
 * @param holders articles by their marks
 */
export function heirOf<Key>(
  { known }: SlugRecord,
  holders: ReadonlyMap<string, readonly Key[]>,
  firmness: (article: Key) => number,
): Key | undefined {
  const shared = new Map<Key, number>();
  for (const mark of known) for (const at of holders.get(mark) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
  const [best, second] = [...shared]
    .map(([at, marks]) => ({ at, firmness: firmness(at), marks }))
    .sort((a, b) => b.firmness - a.firmness || b.marks - a.marks);
  if (!best || (second?.firmness === best.firmness && second.marks === best.marks)) return undefined;
  return best.at;
}
