/** The words that a locale's articles have, for questions with a word that they do not have. */
import { fileOfBeginning, fileOfEnd, wordLine } from './word-format.ts';
import { fold, isDense } from './words.ts';

/** Shorter words have too many neighbours to guess at. */
const shortest = 4;
const wordPattern = /[\p{L}\p{M}]+/gu;

/** The words of texts as they are spelled there, each spelling once. */
export function spellingsOf(texts: readonly string[]): string[] {
  const spellings = new Set<string>();
  for (const text of texts)
    for (const found of text.match(wordPattern) ?? [])
      if (found.length >= shortest && !spellings.has(found) && !isDense(found)) spellings.add(found);
  return [...spellings];
}

/** Some kilobyte, compressed; the words that begin with one letter may be more. */
const wordsPerFile = 250;

/** One of the ways to write a word, such as `facture` and `facturé`. */
interface Way {
  spelling: string;
  /** How often articles have it, with and without a capital. */
  articles: number;
}

interface Word {
  /** By their lower case. */
  readonly ways: Map<string, Way>;
  /** Articles that have it, however it is written. */
  articles: number;
  /** Number of the last article that was found to have it. */
  last: number;
}

/** Collects the words of articles. */
export class Vocabulary {
  /** By their folded form. */
  readonly #words = new Map<string, Word>();
  /** By spelling: folding takes longer than all the rest, and articles share their words. */
  readonly #known = new Map<string, { readonly word: Word; readonly way: Way }>();
  #articles = 0;

  /** Counts the words of one article, given by their spellings. */
  add(spellings: Iterable<string>): void {
    const article = ++this.#articles;
    for (const spelling of spellings) {
      const { word, way } = this.#wordOf(spelling);
      way.articles++;
      if (word.last !== article) word.articles++;
      word.last = article;
    }
  }

  /** The texts of the files, as `word-format.ts` has them; each word is written as most articles write it. */
  files(): string[] {
    const count = Math.ceil((2 * this.#words.size) / wordsPerFile);
    const files = Array.from({ length: count }, (): string[] => []);
    for (const [word, { ways, articles }] of this.#words) {
      const line = wordLine(mostUsual([...ways.values()]), Math.floor(Math.log2(articles)));
      for (const file of new Set([fileOfBeginning(word, count), fileOfEnd(word, count)])) files[file]?.push(line);
    }
    return files.map((lines) => lines.sort().join('\n'));
  }

  #wordOf(spelling: string): { readonly word: Word; readonly way: Way } {
    const known = this.#known.get(spelling);
    if (known) return known;
    const folded = fold(spelling);
    let word = this.#words.get(folded);
    if (!word) this.#words.set(folded, (word = { ways: new Map(), articles: 0, last: 0 }));
    const lower = spelling.toLowerCase();
    let way = word.ways.get(lower);
    if (!way) word.ways.set(lower, (way = { spelling, articles: 0 }));
    // A capital may only begin a sentence; a word that is never written without one keeps it.
    else if (spelling === lower) way.spelling = spelling;
    const found = { word, way };
    this.#known.set(spelling, found);
    return found;
  }
}

/** The same whatever the order of the articles is. */
function mostUsual(ways: readonly Way[]): string {
  const best = ways.reduce((best, way) => {
    const isBetter = way.articles === best.articles ? way.spelling < best.spelling : way.articles > best.articles;
    return isBetter ? way : best;
  });
  return best.spelling;
}
