/** The words that a locale's articles have, for questions with a word that they do not have. */
import { fold, isDense } from './words.ts';

/** Shorter words have too many neighbours to guess at. */
const shortest = 4;
const wordPattern = /[\p{L}\p{M}]+/gu;

/** Collects the words of articles. */
export class Vocabulary {
  /** Folded word to its spelling and the number of articles that have it. */
  readonly #words = new Map<string, { spelling: string; articles: number }>();

  /** Counts the words of one article's texts. */
  add(texts: readonly string[]): void {
    const spellings = new Set<string>();
    const words = new Set<string>();
    for (const text of texts) {
      for (const [found] of text.matchAll(wordPattern)) {
        if (found.length < shortest || isDense(found)) continue;
        // Folding takes longer than all the rest, and texts repeat their words.
        if (spellings.has(found)) continue;
        spellings.add(found);
        const word = fold(found);
        const known = this.#words.get(word);
        if (!known) this.#words.set(word, { spelling: found, articles: 1 });
        else {
          if (!words.has(word)) known.articles++;
          // A capital may only begin a sentence; a word that is never written without one keeps it.
          if (found === found.toLowerCase()) known.spelling = found;
        }
        words.add(word);
      }
    }
  }

  /** One word a line, with the power of two of the number of its articles: `facture 7`. */
  text(): string {
    return [...this.#words.values()]
      .map(({ spelling, articles }) => `${spelling} ${Math.floor(Math.log2(articles))}`)
      .sort()
      .join('\n');
  }
}
