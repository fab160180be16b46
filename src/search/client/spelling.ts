/** Guesses at what a word that no article has was meant to be. */
import { fold } from '../words.ts';

/** A word of the articles near to one that they do not have. */
export interface NearWord {
  /** As articles write it. */
  readonly spelling: string;
  readonly word: string;
}

interface Known extends NearWord {
  /** Power of two of the number of articles that have it. */
  readonly articles: number;
}

/** Below this length a word has too many neighbours. */
const shortest = 4;
/** From this length on, two slips are forgiven. */
const long = 8;

/** The words of an index. */
export class Dictionary {
  readonly #words: readonly Known[];

  /** @param text of the vocabulary file */
  constructor(text: string) {
    this.#words = text.split('\n').flatMap((line) => {
      const [spelling = '', articles = '0'] = line.split(' ');
      return spelling === '' ? [] : [{ spelling, word: fold(spelling), articles: Number(articles) }];
    });
  }

  /** The likeliest words, nearest first, those of more articles before others. */
  near(word: string, most = 3): NearWord[] {
    if (word.length < shortest || /\p{N}/u.test(word)) return [];
    const slips = word.length >= long ? 2 : 1;
    const near = this.#words.flatMap((known) => {
      if (Math.abs(known.word.length - word.length) > slips) return [];
      const distance = slipsBetween(word, known.word, slips);
      return distance > slips || distance === 0
        ? []
        : [{ known, cost: distance + (known.word.startsWith(word.charAt(0)) ? 0 : 0.5) }];
    });
    near.sort(
      (a, b) => a.cost - b.cost || b.known.articles - a.known.articles || (a.known.word < b.known.word ? -1 : 1),
    );
    const nearest = near[0]?.cost ?? 0;
    return near
      .filter(({ cost }) => cost < nearest + 1)
      .slice(0, most)
      .map(({ known: { spelling, word: found } }) => ({ spelling, word: found }));
  }
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
