/** What a reader may have meant, said only where it makes the results better. */
import { termsOf } from '../words.ts';
import type { Meanings, TermPostings } from './rank.ts';

/** A word of the articles in the place of one that they do not have. */
export interface Guess extends TermPostings {
  readonly instead: string;
  readonly term: string;
  readonly spelling: string;
  /** Whether hardly any other word can have been meant. */
  readonly isSure: boolean;
}

/**
 * Whether a guess may be offered beside words that were found: hardly another word can have been meant, it is no other form of the typed
 * one, and it stands in an article that has as many of the other words as any.
 */
export function isBetter({ instead, term, isSure, postings }: Guess, besides: ReadonlySet<number>): boolean {
  if (!isSure || !instead.startsWith(term.charAt(0))) return false;
  const [short, long] = instead.length < term.length ? [instead, term] : [term, instead];
  if (long.startsWith(short) || long.endsWith(short)) return false;
  return postings.some(({ article }) => besides.has(article));
}

/** The articles that have most of the words, by whatever meaning. */
export function articlesWithMost(words: readonly Meanings[]): Set<number> {
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
