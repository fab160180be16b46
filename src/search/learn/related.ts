/** The terms of each locale that are related, from what all locales teach. */
import { namedWeight, parted, type Related } from '../related-format.ts';
import { synonymOf } from './synonyms.ts';
import { alike, type AlikeTerms, compareTerms, type Lesson } from './lesson.ts';

/** Related terms by term, best first. */
export type RelatedOfTerms = ReadonlyMap<string, readonly Related[]>;

/** Locales that have to teach that two terms of the source are alike. */
const fewestPivots = 2;
/** Likeness, as the mean over all locales, from which on two terms of the source are related. */
const least = 0.035;
/** More of a term would be a topic, not its meaning. */
const mostOfTerm = 8;

/** Terms of the source that several locales translate alike, by what each of them teaches. */
export function alikeInSource(lessons: readonly Pick<Lesson, 'source'>[]): AlikeTerms[] {
  const sums = new Map<string, { pair: AlikeTerms; sum: number; pivots: number }>();
  for (const { source } of lessons) {
    for (const pair of source) {
      const key = `${pair[0]} ${pair[1]}`;
      const known = sums.get(key);
      if (!known) sums.set(key, { pair, sum: pair[2], pivots: 1 });
      else [known.sum, known.pivots] = [known.sum + pair[2], known.pivots + 1];
    }
  }
  return [...sums.values()]
    .filter(({ sum, pivots }) => pivots >= fewestPivots && sum / lessons.length >= least)
    .map(({ pair: [term, other], sum }) => alike(term, other, sum / lessons.length))
    .sort(compareTerms);
}

/**
 * Terms of a locale that are alike: those that one term of the source translates, and those whose best translations are alike.
 *
 * @param source what `alikeInSource` gives
 */
export function alikeIn({ own, translations }: Lesson, source: readonly AlikeTerms[]): AlikeTerms[] {
  const translationOf = new Map(translations);
  const projected = source.flatMap(([term, other, likeness]) => {
    const [one, two] = [translationOf.get(term), translationOf.get(other)];
    return one === undefined || two === undefined ? [] : [alike(one, two, likeness)];
  });
  return [...own, ...projected];
}

/** Words that people say mean the same, group by group; an entry may have several words. */
export interface NamedGroups {
  readonly groups: readonly (readonly string[])[];
  /** See `Related`. */
  readonly weight: number;
}

/** What is known of the terms of the index that is asked. */
export interface IndexedTerms {
  /** Number of articles that have a term. */
  count(term: string): number;
  isFunctionWord(term: string): boolean;
}

/**
 * Related terms in both directions, as far as articles have them.
 *
 * @param pairs what was learned
 */
export function relatedTerms(
  pairs: readonly AlikeTerms[],
  named: readonly NamedGroups[],
  indexed: IndexedTerms,
): RelatedOfTerms {
  const weights = new Map<string, Map<string, number>>();
  const relate = (term: string, other: string, weight: number): void => {
    const others = weights.get(term) ?? new Map<string, number>();
    weights.set(term, others.set(other, Math.max(weight, others.get(other) ?? 0)));
  };
  for (const [term, other, likeness] of pairs) {
    const weight = Math.min(namedWeight - 1, Math.max(1, Math.round(10 * Math.sqrt(likeness))));
    relate(term, other, weight);
    relate(other, term, weight);
  }
  for (const { groups, weight } of named)
    for (const group of groups) relateGroup(group, indexed, (term, other) => relate(term, other, weight));
  // The least of the numbers of articles, because all terms of an expression have to be there.
  const counts = new Map<string, number>();
  const count = (expression: string): number => {
    const known = counts.get(expression) ?? Math.min(...parted(expression).map((term) => indexed.count(term)));
    counts.set(expression, known);
    return known;
  };
  const related = new Map<string, Related[]>();
  for (const term of [...weights.keys()].sort()) {
    const others = Array.from(weights.get(term) ?? [], ([other, weight]) => ({ term: other, weight }));
    const there = others.filter((other) => count(other.term) > 0);
    there.sort((a, b) => b.weight - a.weight || count(b.term) - count(a.term) || (a.term < b.term ? -1 : 1));
    const kept = there.filter(({ weight }, at) => at < mostOfTerm || weight === namedWeight);
    if (kept.length > 0) related.set(term, kept);
  }
  return related;
}

function relateGroup(
  group: readonly string[],
  indexed: IndexedTerms,
  relate: (term: string, other: string) => void,
): void {
  const synonyms = group.map((entry) => synonymOf(entry, (term) => indexed.isFunctionWord(term)));
  for (const own of synonyms) {
    const found = new Set(synonyms.flatMap((each) => (each === own || each.found === undefined ? [] : [each.found])));
    found.delete(own.asked);
    if (own.asked !== '') for (const other of found) relate(own.asked, other);
  }
}
