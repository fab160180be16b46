/** How near the wording of a question comes to titles: what other forms of a word, compounds and slips of the keyboard share. */
import { titlesFile } from '../files.ts';
import { gramsOf } from '../words.ts';
import { rarity } from './rank.ts';

/** A long title has a word by chance more easily; half of that is taken back. */
const lengthEffect = 0.5;
/** Part of the score that one occurrence earns, by BM25. */
const saturation = 0.12;

/** Share of a question, by rarity, that a title must have in common with it to be like it at all. */
const leastShare = 0.3;

/**
 * The titles in a file of them.
 *
 * @throws where it is damaged
 */
export function titlesIn(text: string): readonly string[] {
  const titles: unknown = JSON.parse(text);
  if (!Array.isArray(titles) || !titles.every((title) => typeof title === 'string'))
    throw new Error(`${titlesFile} is damaged, or of another version.`);
  return titles;
}

/** All titles of an index, ready to be compared with questions. */
export class Titles {
  readonly #grams = new Map<string, number[]>();
  readonly #factors: readonly number[];

  /** @param titles as they are, or as `comparableTitle` gives them */
  constructor(titles: readonly string[]) {
    const sizes = titles.map((title, number) => {
      const grams = new Set(gramsOf(title));
      for (const gram of grams) {
        const list = this.#grams.get(gram);
        if (list) list.push(number);
        else this.#grams.set(gram, [number]);
      }
      return grams.size;
    });
    const mean = sizes.reduce((sum, size) => sum + size, 0) / Math.max(1, sizes.length) || 1;
    this.#factors = sizes.map((size) => {
      const length = 1 - lengthEffect + (lengthEffect * size) / mean;
      return (1 + saturation) / (1 + saturation * length);
    });
  }

  get count(): number {
    return this.#factors.length;
  }

  /** Scores of the titles that are like the question. */
  compare(question: string): Map<number, number> {
    const scores = new Map<number, number>();
    const shares = new Map<number, number>();
    let whole = 0;
    for (const gram of new Set(gramsOf(question))) {
      const articles = this.#grams.get(gram) ?? [];
      const weight = rarity(articles.length, this.count);
      whole += weight;
      for (const article of articles) {
        scores.set(article, (scores.get(article) ?? 0) + weight * (this.#factors[article] ?? 1));
        shares.set(article, (shares.get(article) ?? 0) + weight);
      }
    }
    // Chance hits of single grams are many; a title counts by how much of the question it has.
    for (const [article, score] of scores) {
      const share = (shares.get(article) ?? 0) / whole;
      if (share < leastShare) scores.delete(article);
      else scores.set(article, score * share ** 2);
    }
    return scores;
  }
}
