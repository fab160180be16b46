/** Words that hold a sentence together and say nothing of what it is about: “how”, “my”, “please”. */
import { isDense, isIdeograph, runsOf, termsOf, withoutMarks } from '../words.ts';
import { type Character, charactersOf } from './characters.ts';

/** What is asked for. */
export interface Asked {
  /** In the order of the question, each once. */
  readonly terms: readonly string[];
  /** Those of scripts without blanks, character by character. */
  readonly characters: readonly Character[];
}

/** A question, apart by what its words say. */
export interface Sorted {
  readonly content: Asked;
  /** All of it, where there is more than the content. */
  readonly whole?: Asked;
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
  /** Those of one character. It may be part of any word, so it stays in a run, but counts for less. */
  readonly #characters: ReadonlySet<string>;

  /** @param words of the reader's language and of the source's, as they are written */
  constructor(words: readonly string[]) {
    // As terms, with what is left of a word without its prefix.
    this.#words = new Set(words.filter((word) => !isDense(word)).flatMap(termsOf));
    this.#spellings = new Set(words.map(spelled));
    this.#characters = new Set(words.filter(isIdeograph));
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
    const isContent = (term: string): boolean =>
      isDense(term) ? !this.#characters.has(term) : others.has(term) || !this.has(term);
    const content = asked(said, isContent, (character) => this.#characters.has(character));
    const whole = asked(
      question,
      () => true,
      () => false,
    );
    const known = new Set(content.terms);
    return whole.terms.every((term) => known.has(term)) ? { content } : { content, whole };
  }

  /** Terms of words that only without their accents are function words: Vietnamese “thẻ” is no “the”. */
  #otherWords(question: string): ReadonlySet<string> {
    const marked = question.normalize('NFKC').match(/[\p{Script=Latin}\p{M}]{2,}/gu) ?? [];
    const others = marked.filter((word) => withoutMarks(word) !== word && !this.#spellings.has(spelled(word)));
    return new Set(others.flatMap(termsOf));
  }
}

function asked(
  text: string,
  isWanted: (term: string) => boolean,
  isFunctionWord: (character: string) => boolean,
): Asked {
  const terms = [...new Set(termsOf(text).filter(isWanted))];
  const isKana = terms.every((term) => /^\p{Script=Hiragana}+$/u.test(term));
  const runs = runsOf(text).filter((run) => run.length > 1 || run.every(isWanted));
  return { terms, characters: charactersOf(runs, isFunctionWord, isKana) };
}
