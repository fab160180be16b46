/** Guesses at what a word that no article has was meant to be. */
import type { KnownWord } from '../word-format.ts';

/** A word of the articles near to one that they do not have. */
export interface NearWord {
  /** As articles write it. */
  readonly spelling: string;
  readonly word: string;
  /** Whether hardly any other word can have been meant: the word is long enough, and no other is as near and as usual. */
  readonly isSure: boolean;
}

/** Below this length a word has too many neighbours. */
const shortest = 4;
/** From this length on, two slips are forgiven. */
const long = 8;
/** Below this length another first letter makes another word: `bill` is no `will`. */
const firstMatters = 6;
/** Below this length one letter of another kind makes another word too often to be sure. */
const shortestSure = 5;
/** A word in four times as many articles, as a difference of powers of two, is far likelier. */
const farLikelier = 2;

/** Letters with a sign between them that no word has: on another keyboard the sign is a letter. */
export const oddlyJoined = /[\p{L}\p{N}][^\s\p{L}\p{M}\p{N}_.@'’-]+[\p{L}\p{N}]/u;

/** Whether to look for words near to one that no article has. */
export function mayBeMisspelt(word: string): boolean {
  return word.length >= shortest && !/\p{N}/u.test(word);
}

/** The likeliest of the words of an index, nearest first, those of more articles before others. */
export function nearWords(word: string, words: readonly KnownWord[], most = 3): NearWord[] {
  if (!mayBeMisspelt(word)) return [];
  const slips = word.length >= long ? 2 : 1;
  const near = words.flatMap((known) => {
    if (Math.abs(known.word.length - word.length) > slips) return [];
    const distance = slipsBetween(word, known.word, slips);
    if (distance > slips || distance === 0) return [];
    const isSameStart = known.word.startsWith(word.charAt(0));
    if (!isSameStart && word.length < firstMatters && !areSwapped(word, known.word)) return [];
    return [{ known, cost: distance + (isSameStart ? 0 : 0.5) }];
  });
  near.sort((a, b) => a.cost - b.cost || b.known.articles - a.known.articles || (a.known.word < b.known.word ? -1 : 1));
  const nearest = near[0]?.cost ?? 0;
  return near
    .filter(({ cost }) => cost < nearest + 1)
    .slice(0, most)
    .map(({ known: { spelling, word: found } }, at) => ({
      spelling,
      word: found,
      isSure: at === 0 && isSure(word, near),
    }));
}

/** Whether the first of the near words stands out: forms of one word are no rivals. */
function isSure(word: string, near: readonly { readonly known: KnownWord; readonly cost: number }[]): boolean {
  const [best, ...others] = near;
  if (!best || word.length < shortestSure) return false;
  return others.every(
    ({ known, cost }) =>
      cost > best.cost ||
      best.known.articles - known.articles >= farLikelier ||
      known.word.startsWith(best.known.word) ||
      best.known.word.startsWith(known.word),
  );
}

/** Whether two words differ by the order of their first two letters only. */
function areSwapped(a: string, b: string): boolean {
  return a === b.charAt(1) + b.charAt(0) + b.slice(2);
}

/**
 * How many letters have to be added, left out, exchanged or swapped with their neighbour; counts no further than `limit` + 1.
 *
 * @example slipsBetween('invioce', 'invoice', 2) // 1
 */
export function slipsBetween(a: string, b: string, limit: number): number {
  let [beforeLast, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let best = Math.min(
        (last[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) best = Math.min(best, (beforeLast[column - 2] ?? 0) + 1);
      line.push(best);
    }
    if (Math.min(...line) > limit) return limit + 1;
    [beforeLast, last] = [last, line];
  }
  return last[b.length] ?? limit + 1;
}
