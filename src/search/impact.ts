/**
 * What a term is worth in an article, before anything is known of the question: BM25F. The number of times that a term stands in a
 * field counts by the field's weight and less in a long field; fields are added up and saturated together, so that a word that is
 * everywhere in an article is worth little more than one in its title.
 *
 * Robertson, Zaragoza, Taylor: Simple BM25 extension to multiple weighted fields, 2004.
 */
import { mostImpact } from './levels.ts';
import { termCounts, type Wording } from './wording.ts';

/** Fields of an article, in the order in which their terms are looked at. */
export const fields = ['title', 'originalTitle', 'headings', 'body', 'original'] as const;
export type Field = (typeof fields)[number];

/** Terms of an article's fields, as `Wording` has them. */
export type FieldTerms = Readonly<Record<Field, string>>;

/** Number of terms of each field. */
export type Lengths = Readonly<Record<Field, number>>;

/** Chosen on six languages of the corpus: questions, symptoms and headings (`npm run bench -- --search`). */
const weights: Readonly<Record<Field, number>> = { title: 6, originalTitle: 3, headings: 2, body: 1, original: 0.7 };
/** How fast more occurrences stop to count. */
const saturation = mostImpact - 1;
/** How much of a long field is taken back, from 0 to 1. */
const lengthEffect = 0.65;

/** The fields of an article, with those of its original. */
export function fieldsOf(own: Wording, original: Wording | undefined, more = ''): FieldTerms {
  return {
    title: own.title,
    originalTitle: original?.title ?? '',
    headings: [own.headings, original?.headings ?? '', more].filter((terms) => terms !== '').join(' '),
    body: own.body,
    original: original?.body ?? '',
  };
}

/** Lengths of the fields of one article. */
export function lengthsOf(article: FieldTerms): Lengths {
  return perField((field) => {
    let length = 0;
    for (const [, count] of termCounts(article[field])) length += count;
    return length;
  });
}

/** Mean lengths, at least one: a field that no article has is in nobody's way. */
export function meanLengths(lengths: readonly Lengths[]): Lengths {
  return perField((field) => {
    const sum = lengths.reduce((total, each) => total + each[field], 0);
    return Math.max(1, sum / Math.max(1, lengths.length));
  });
}

/** What each term of an article is worth, above 0 and below `mostImpact`. */
export function impactsOf(article: FieldTerms, mean: Lengths): Map<string, number> {
  const sums = new Map<string, number>();
  const lengths = lengthsOf(article);
  for (const field of fields) {
    const each = weights[field] / (1 - lengthEffect + (lengthEffect * lengths[field]) / mean[field]);
    for (const [term, count] of termCounts(article[field])) sums.set(term, (sums.get(term) ?? 0) + each * count);
  }
  for (const [term, sum] of sums) sums.set(term, (sum * mostImpact) / (saturation + sum));
  return sums;
}

function perField(of: (field: Field) => number): Lengths {
  return {
    title: of('title'),
    originalTitle: of('originalTitle'),
    headings: of('headings'),
    body: of('body'),
    original: of('original'),
  };
}
