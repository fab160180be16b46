/** What is to be marked and shown of the articles that a question finds. */
import { isDense, isIdeograph, termsOf } from '../words.ts';
import type { FoundTerm, FoundWords } from './found-words.ts';
import { rarity } from './rank.ts';
import { pairsOf, type Wanted } from './snippet.ts';
import type { Guess } from './suggestion.ts';
import type { Posting } from './term-index.ts';

/** Of what is not the very word, for what it is worth. */
const [formWorth, substituteWorth] = [0.6, 0.7];

/**
 * @param question as it was understood
 * @param articles number of articles in the index
 * @param isLittle whether a word is a function word
 */
export function wantedOf(
  question: string,
  { found, guesses }: { readonly found: FoundWords; readonly guesses: readonly Guess[] },
  articles: number,
  isLittle: (word: string) => boolean,
): Wanted {
  const asked = [...found.terms, ...loneCharacters(found)];
  const substitutes = [
    ...guesses.map(({ term, instead, postings }) => ({ term, of: instead, postings })),
    ...found.related.flatMap(({ terms, to: [of = ''], postings }) => terms.map((term) => ({ term, of, postings }))),
  ];
  const worthOf = (postings: readonly Posting[]): number => rarity(postings.length, articles);
  const stems = asked.flatMap(({ term, postings, longer, form }) => [
    ...(longer === undefined ? [] : [{ of: term, stem: term, postings: longer }]),
    // A form is as usual as all forms together.
    ...(form.stem === undefined ? [] : [{ of: term, stem: form.stem, postings: [...postings, ...form.postings] }]),
  ]);
  const isAsked = new Set(asked.map(({ term }) => term));
  return {
    terms: new Map([
      ...substitutes.map(({ term, postings }) => [term, substituteWorth * worthOf(postings)] as const),
      ...asked.map(({ term, postings }) => [term, worthOf(postings)] as const),
    ]),
    stems: new Map(stems.map(({ stem, postings }) => [stem, formWorth * worthOf(postings)])),
    standsFor: new Map([
      ...stems.map(({ stem, of }) => [stem, of] as const),
      // Of a word in pairs of characters each pair counts.
      ...substitutes.filter(({ term }) => !isDense(term)).map(({ term, of }) => [term, of] as const),
    ]),
    pairs: pairsOf(question),
    // Of function words alone a question is one for them.
    isLittle: (word) => isLittle(word) && !termsOf(word).some((term) => isAsked.has(term)),
  };
}

/** Chinese characters that stand in other pairs than those of the question are marked wherever they are. */
function loneCharacters({ lone, alone }: FoundWords): FoundTerm[] {
  const form = { postings: [], trust: 0 };
  return lone.filter(isIdeograph).map((term) => ({ term, postings: [], form, longer: alone.get(term) }));
}

/** For a question that is one term. */
export function wantedTerm(term: string): Wanted {
  return {
    terms: new Map([[term, 1]]),
    stems: new Map(),
    standsFor: new Map(),
    pairs: new Set(),
    isLittle: () => false,
  };
}
