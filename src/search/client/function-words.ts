/** Words that hold a sentence together and say nothing of what it is about: “how”, “my”, “please”. */
import { isDense, termsOf, withoutMarks } from '../words.ts';

/** The terms of a question, apart by what they say. */
export interface Sorted {
  /** In the order of the question, each once. */
  readonly content: readonly string[];
  /** Those that are of function words only. */
  readonly little: readonly string[];
}

/** A capital dotted I has its dot as a mark when it is small. */
function spelled(word: string): string {
  return word.toLowerCase().normalize('NFKC').replaceAll('i\u0307', 'i');
}

export class FunctionWords {
  readonly #words: ReadonlySet<string>;
  readonly #spellings: ReadonlySet<string>;
  /** In scripts without blanks, the longest first; undefined where there are none. */
  readonly #inRuns: RegExp | undefined;

  /** @param words of the reader's language and of the source's, as they are written */
  constructor(words: readonly string[]) {
    // As terms, with what is left of a word without its prefix.
    this.#words = new Set(words.filter((word) => !isDense(word)).flatMap(termsOf));
    this.#spellings = new Set(words.map(spelled));
    // One character alone may be part of any word.
    const dense = words.filter((word) => isDense(word) && /^[\p{L}\p{M}]{2,}$/u.test(word)).map(withoutMarks);
    dense.sort((a, b) => b.length - a.length);
    this.#inRuns = dense.length === 0 ? undefined : new RegExp(dense.join('|'), 'gu');
  }

  /** Whether a term is a function word: a letter alone is one, too, as in `l'article`. */
  has(term: string): boolean {
    return this.#words.has(term) || /^\p{L}$/u.test(term);
  }

  /** Whether a word as it is written in a text is a function word. */
  isLittle(word: string): boolean {
    return this.#spellings.has(spelled(word)) || (!isDense(word) && this.has(spelled(word)));
  }

  sort(question: string): Sorted {
    // Pairs of characters that reach over the end of a function word belong to no word at all.
    const said = this.#inRuns === undefined ? question : withoutMarks(question).replace(this.#inRuns, ' ');
    const others = this.#otherWords(question);
    const content = new Set(termsOf(said).filter((term) => isDense(term) || others.has(term) || !this.has(term)));
    const little = new Set(termsOf(question).filter((term) => !content.has(term)));
    return { content: [...content], little: [...little] };
  }

  /** Terms of words that only without their accents are function words: Vietnamese “thẻ” is no “the”. */
  #otherWords(question: string): ReadonlySet<string> {
    const marked = question.normalize('NFKC').match(/[\p{Script=Latin}\p{M}]{2,}/gu) ?? [];
    const others = marked.filter((word) => withoutMarks(word) !== word && !this.#spellings.has(spelled(word)));
    return new Set(others.flatMap(termsOf));
  }
}
