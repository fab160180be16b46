/** Articles that have what means nearly the same as words of a question. */
import { everydayWeight, namedWeight, parted } from '../related-format.ts';
import type { TermPostings } from './rank.ts';
import type { RelatedTerms } from './related.ts';
import type { TermIndex } from './term-index.ts';

/** Of a term that was learned to mean nearly the same, for its likeness. */
const learnedTrust = 0.7;
/** Of what is sure to mean the same: a few learned terms, and everyday words; and of one that the site's configuration names. */
const [sureTrust, namedTrust] = [0.6, 0.9];
/** Related to all words of a question together: each has to be asked for. */
const mostRelated = 20;

/** What means nearly the same as words of a question. */
export interface RelatedPostings extends TermPostings {
  /** Words of the question. */
  readonly to: readonly string[];
  /** One, or several that stand for them together. */
  readonly terms: readonly string[];
}

/**
 * The nearest of all that is related to a question: first the best of each word, then the second best.
 *
 * @param content terms of the question that are no function words
 */
export async function relatedPostings(
  question: string,
  content: readonly string[],
  { related, index }: { readonly related: RelatedTerms; readonly index: TermIndex },
): Promise<RelatedPostings[]> {
  const own = new Set(content);
  const found = (await related.ofQuestion(question, content)).flatMap(({ to, related: others }) =>
    others
      .map(({ term, weight }) => ({ to, terms: parted(term), weight }))
      .filter(({ terms }) => !terms.every((term) => own.has(term)))
      .map((each, place) => ({ ...each, place })),
  );
  found.sort((a, b) => a.place - b.place || b.weight - a.weight || (a.terms.join(' ') < b.terms.join(' ') ? -1 : 1));
  return Promise.all(
    found.slice(0, mostRelated).map(async ({ to, terms, weight }) => ({
      to,
      terms,
      postings: await index.havingAll(terms),
      trust: trustOf(weight),
    })),
  );
}

function trustOf(weight: number): number {
  if (weight === namedWeight) return namedTrust;
  return weight >= everydayWeight ? sureTrust : learnedTrust * (weight / 10) ** 2;
}
