/** The words of a question as articles have them: the very words, other forms, longer ones, and what means nearly the same. */
import { isDense, isIdeograph, isOneCharacter } from '../words.ts';
import { aloneIn, type Character, isAskedFor, meaningsOf } from './characters.ts';
import { type Form, formOf, longerWords } from './forms.ts';
import type { Asked } from './function-words.ts';
import type { Meanings, TermPostings } from './rank.ts';
import { type RelatedPostings, relatedPostings } from './related-postings.ts';
import type { RelatedTerms } from './related.ts';
import { type Posting, type TermIndex, without } from './term-index.ts';

/** A term of a question. */
export interface FoundTerm {
  readonly term: string;
  /** Where the term itself stands. */
  readonly postings: readonly Posting[];
  /** Where only another form of it stands. */
  readonly form: Form;
  /** Where words stand that begin with it; undefined where they are not meant, or there are none. */
  readonly longer: readonly Posting[] | undefined;
}

/** What an index has for the words of a question. */
export interface FoundWords {
  readonly terms: readonly FoundTerm[];
  readonly related: readonly RelatedPostings[];
  /** Of scripts without blanks. */
  readonly characters: readonly Character[];
  /** Where characters stand without those beside them. */
  readonly alone: ReadonlyMap<string, readonly Posting[]>;
  /** Characters that articles have in no pair of the question. */
  readonly lone: readonly string[];
  /** Terms that no article has as they are, and single letters of a dense script, which begin words. */
  readonly missing: readonly string[];
  /** Those of the missing terms for which articles have no longer word, nor what means nearly the same. */
  readonly unknown: readonly string[];
}

/** What may have been meant by a term that no article has. */
export interface Substitute extends TermPostings {
  readonly instead: string;
}

/** Where the words are looked up. */
export interface WordSources {
  readonly index: TermIndex;
  readonly related: RelatedTerms;
}

/** Of a begun word, until the reader says more. */
const begunTrust = 0.6;
/** In an index of so few articles, looking up each character by itself takes no further file. */
const fewArticles = 500;

/** Looks up all that a question asks for. What is needed in any case is loaded at the same time, so that a slow line is waited for once. */
export async function findWords(question: string, asked: Asked, { index, related }: WordSources): Promise<FoundWords> {
  const [found, relatedFound] = await Promise.all([
    Promise.all(asked.terms.map((term) => findTerm(term, index))),
    relatedPostings(question, asked.terms, { related, index }),
  ]);
  const known = new Map(found.map(({ term, postings }) => [term, postings.length > 0]));
  const characters = asked.characters.filter((character) => isAskedFor(character, known));
  const missing = asked.terms.filter(
    (term) => known.get(term) !== true || (isOneCharacter(term) && !isIdeograph(term)),
  );
  const lone = aloneIn(characters, (pair) => known.get(pair) === true);
  const askedAlone = index.size <= fewArticles ? aloneIn(characters, () => false) : lone;
  const alone = new Map(
    await Promise.all(askedAlone.map(async (character) => [character, await index.exactly(character)] as const)),
  );
  const longer = await longerWords(missing, index);
  const isRelated = new Set(relatedFound.flatMap(({ to }) => to));
  return {
    terms: found.map((term) => ({ ...term, longer: longer.get(term.term) })),
    related: relatedFound,
    characters,
    alone,
    lone,
    missing,
    unknown: missing.filter((term) => !longer.has(term) && !isRelated.has(term)),
  };
}

async function findTerm(term: string, index: TermIndex): Promise<Omit<FoundTerm, 'longer'>> {
  const [postings, form] = await Promise.all([index.exactly(term), formOf(term, index)]);
  return { term, postings, form: { ...form, postings: without(form.postings, postings) } };
}

/** What each term may mean without a guess. */
export function certainMeanings({ terms, related }: FoundWords): Meanings[] {
  return terms.map(({ term, postings, form, longer = [] }) => [
    { postings, trust: 1 },
    form,
    { postings: without(longer, postings), trust: begunTrust },
    ...related.filter(({ to }) => to.includes(term)),
  ]);
}

/** What each word of a question may mean, and each character of those in scripts without blanks, as `rank` takes it. */
export function allMeanings(found: FoundWords, guesses: readonly Substitute[]): Meanings[] {
  const certain = certainMeanings(found);
  const meanings = found.terms.map(({ term }, at): readonly [string, Meanings] => [
    term,
    [...(certain[at] ?? []), ...guesses.filter(({ instead }) => instead === term)],
  ]);
  const ofTerm = new Map<string, Meanings>([
    ...Array.from(found.alone, ([term, postings]) => [term, [{ postings, trust: 1 }]] as const),
    ...meanings,
  ]);
  return [
    ...meanings.flatMap(([term, ofWord]) => (isDense(term) ? [] : [ofWord])),
    ...meaningsOf(found.characters, (term) => ofTerm.get(term) ?? []),
  ];
}
