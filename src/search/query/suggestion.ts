/** What a reader may have meant, said only where it makes the results better. */
import { isDense, termsOf } from '../words.ts';
import { certainMeanings, type FoundWords, type Substitute } from './found-words.ts';
import type { KnownWords } from './known-words.ts';
import type { Meanings } from './rank.ts';
import { mayBeMisspelt, nearWords } from './spelling.ts';
import type { TermIndex } from './term-index.ts';

/** A word of the articles in the place of one that they do not have. */
export interface Guess extends Substitute {
  readonly term: string;
  readonly spelling: string;
  /** Whether hardly any other word can have been meant. */
  readonly isSure: boolean;
}

/** Of the likeliest word that stands in for one that no article has. */
const guessTrust = 0.7;

/** Words to take the place of those that no article has, nearest first. */
export async function guessesFor(
  unknown: readonly string[],
  { words, index }: { readonly words: KnownWords; readonly index: TermIndex },
): Promise<Guess[]> {
  const misspelt = unknown.filter((term) => !isDense(term) && mayBeMisspelt(term));
  const guesses = misspelt.map(async (instead) => {
    const near = nearWords(instead, await words.near(instead));
    return Promise.all(
      near.map(async ({ word: term, spelling, isSure }, at): Promise<Guess> => {
        const postings = await index.exactly(term);
        return { instead, term, spelling, isSure, postings, trust: guessTrust / (at + 1) };
      }),
    );
  });
  return (await Promise.all(guesses)).flat();
}

/** The guesses that may be offered beside words that were found. */
export function betterGuesses(found: FoundWords, guesses: readonly Guess[]): Guess[] {
  const besides = articlesWithMost(certainMeanings(found));
  // A word of which articles have another form is no slip.
  const lost = new Set(found.terms.flatMap(({ term, form }) => (form.postings.length === 0 ? [term] : [])));
  return guesses.filter((guess) => lost.has(guess.instead) && isBetter(guess, besides));
}

/**
 * Whether a guess may be offered beside words that were found: hardly another word can have been meant, it is no other form of the typed
 * one, and it stands in an article that has as many of the other words as any.
 */
function isBetter({ instead, term, isSure, postings }: Guess, besides: ReadonlySet<number>): boolean {
  if (!isSure || !instead.startsWith(term.charAt(0))) return false;
  const [short, long] = instead.length < term.length ? [instead, term] : [term, instead];
  if (long.startsWith(short) || long.endsWith(short)) return false;
  return postings.some(({ article }) => besides.has(article));
}

/** The articles that have most of the words, by whatever meaning. */
function articlesWithMost(words: readonly Meanings[]): Set<number> {
  const counts = new Map<number, number>();
  for (const meanings of words) {
    const having = new Set(meanings.flatMap(({ postings }) => postings.map(({ article }) => article)));
    for (const article of having) counts.set(article, (counts.get(article) ?? 0) + 1);
  }
  const most = [...counts.values()].reduce((greatest, count) => Math.max(greatest, count), 0);
  return new Set([...counts].flatMap(([article, count]) => (count === most ? article : [])));
}

/** The question with the likeliest guesses in it; undefined where there are none. */
export function suggest(question: string, guesses: readonly Guess[]): string | undefined {
  const suggestion = question.replace(/[\p{L}\p{M}\p{N}_]+/gu, (word) => {
    const [term] = termsOf(word);
    return guesses.find(({ instead }) => instead === term)?.spelling ?? word;
  });
  // Of a word with a prefix only what is behind the prefix may be unknown.
  return suggestion === question ? undefined : suggestion;
}
