/** Texts as numbers of their terms: what is learned from texts counts terms many times, and numbers are counted fastest. */
import type { SearchRecord } from '../record.ts';
import { termCountsOf, isDense, isOneCharacter } from '../words.ts';

/** Numbers of terms, in the order in which they were asked for. */
export class Numbering {
  readonly #numbers = new Map<string, number>();
  readonly #terms: string[] = [];

  get size(): number {
    return this.#terms.length;
  }

  readonly termOf = (number: number): string => this.#terms[number] ?? '';

  /** The terms of a text that something can be learned about, each once. */
  numbersOf(text: string): number[] {
    const numbers: number[] = [];
    for (const term of termCountsOf(text).keys()) {
      let number = this.#numbers.get(term);
      if (number === undefined) {
        number = isLearnable(term) ? this.#terms.push(term) - 1 : -1;
        this.#numbers.set(term, number);
      }
      if (number !== -1) numbers.push(number);
    }
    return numbers;
  }
}

/** Whether a term can have a meaning of its own: numbers, versions and single letters have none. */
export function isLearnable(term: string): boolean {
  return isDense(term) ? !isOneCharacter(term) : term.length > 1 && !/[\p{N}_]/u.test(term);
}

/** A passage of an article, sentence by sentence. */
export interface NumberedPassage {
  readonly heading: readonly number[];
  /** True for the first passage below its heading. */
  readonly isFirst: boolean;
  readonly sentences: readonly (readonly number[])[];
}

/** An article as it is learned from. */
export interface NumberedArticle {
  readonly title: readonly number[];
  readonly passages: readonly NumberedPassage[];
}

/** Characters of a passage that are looked at; longer ones are tables and listings. */
const longestPassage = 2000;

export function numberedArticle({ text }: Pick<SearchRecord, 'text'>, numbering: Numbering): NumberedArticle {
  let last: string | undefined;
  const passages = text.passages.map(({ heading, text: passage }): NumberedPassage => {
    const isFirst = heading !== last;
    last = heading;
    return {
      heading: isFirst ? numbering.numbersOf(heading) : [],
      isFirst,
      sentences: sentencesOf(passage.slice(0, longestPassage)).map((sentence) => numbering.numbersOf(sentence)),
    };
  });
  return { title: numbering.numbersOf(text.title), passages };
}

/** Signs that end a sentence or introduce one, with the blanks that follow them where a script has blanks. */
const sentenceEnd = /(?<=[.!?:؟۔।])\s+|(?<=[。！？：])\s*/u;

function sentencesOf(text: string): string[] {
  return text.split(sentenceEnd).filter((sentence) => sentence !== '');
}
