/** Texts that say the same in two languages, one beside the other: what translations are learned from. */
import { isDense } from '../words.ts';
import { wordLike } from './word-likeness.ts';
import type { NumberedArticle, NumberedPassage, Numbering } from './numbered.ts';

/** Terms of one side of a pair; longer texts say too little of which term translates which. Pairs of characters are about twice as many. */
const mostWords = 80;
const mostTerms = 160;
/** Pairs that are enough to learn from. */
const mostPairs = 60_000;

/** Pairs of texts; each side keeps its terms in one list. */
export class ParallelTexts {
  readonly source: TextSide;
  readonly translation: TextSide;

  constructor(source: Numbering, translation: Numbering) {
    this.source = new TextSide(source);
    this.translation = new TextSide(translation);
  }

  /** Number of pairs. */
  get size(): number {
    return this.source.size;
  }

  /** Whether there is enough. */
  get isFull(): boolean {
    return this.size >= mostPairs;
  }

  /**
   * Adds an article and its translation: titles are a pair; headings, sentences and passages are pairs where their numbers agree.
   * Where sentences end is seen in few scripts, so a passage whose sentences do not agree is one text.
   */
  add(source: NumberedArticle, translation: NumberedArticle): void {
    this.#pair(source.title, translation.title);
    if (source.passages.length !== translation.passages.length) return;
    for (const [at, passage] of source.passages.entries()) {
      const other = translation.passages[at];
      if (other) this.#addPassage(passage, other);
    }
  }

  #addPassage(passage: NumberedPassage, other: NumberedPassage): void {
    if (passage.isFirst && other.isFirst) this.#pair(passage.heading, other.heading);
    const [sentences, others] = [passage.sentences, other.sentences];
    if (sentences.length === others.length) {
      for (const [at, sentence] of sentences.entries()) this.#pair(sentence, others[at] ?? []);
    } else this.#pair(together(sentences), together(others));
  }

  #pair(source: readonly number[], translation: readonly number[]): void {
    if (source.length === 0 || translation.length === 0) return;
    if (this.source.isLong(source) || this.translation.isLong(translation)) return;
    if (this.#isUntranslated(source, translation)) return;
    this.source.add(source);
    this.translation.add(translation);
  }

  /** Whether both sides have the same terms: names, or a text that nobody has translated, which says nothing about its words. */
  #isUntranslated(source: readonly number[], translation: readonly number[]): boolean {
    return (
      source.length === translation.length &&
      source.every(
        (term, at) => this.source.numbering.termOf(term) === this.translation.numbering.termOf(translation[at] ?? -1),
      )
    );
  }
}

function together(sentences: NumberedPassage['sentences']): number[] {
  return [...new Set(sentences.flat())];
}

/** The texts of one language. */
export class TextSide {
  readonly numbering: Numbering;
  #terms = new Int32Array(1 << 16);
  #size = 0;
  readonly #ends: number[] = [];

  constructor(numbering: Numbering) {
    this.numbering = numbering;
  }

  get size(): number {
    return this.#ends.length;
  }

  /** Whether most of the terms are pairs of characters. */
  get isMostlyDense(): boolean {
    const { size, termOf } = this.numbering;
    let dense = 0;
    for (let term = 0; term < size; term++) if (isDense(termOf(term))) dense++;
    return dense > size / 2;
  }

  isLong(terms: readonly number[]): boolean {
    if (terms.length <= mostWords) return false;
    return terms.length > mostTerms || !isDense(this.numbering.termOf(terms[0] ?? -1));
  }

  add(terms: readonly number[]): void {
    const end = this.#size + terms.length;
    if (end > this.#terms.length) {
      const larger = new Int32Array(2 * this.#terms.length + terms.length);
      larger.set(this.#terms);
      this.#terms = larger;
    }
    this.#terms.set(terms, this.#size);
    this.#size = end;
    this.#ends.push(end);
  }

  /** The texts as they were added. */
  texts(): string[][] {
    return this.#ends.map((end, text) =>
      Array.from(this.#terms.subarray(this.#ends[text - 1] ?? 0, end), this.numbering.termOf),
    );
  }

  /** The texts with the terms that something can be learned about, numbered in their order, whatever was read first. */
  indexed(): IndexedTexts {
    const { numbering, size } = this;
    const all = this.#terms.subarray(0, this.#size);
    const frequencies = new Int32Array(numbering.size);
    for (const term of all) frequencies[term] = (frequencies[term] ?? 0) + 1;
    const tooOften = Math.max(usualInFew, size * usualShare);
    const kept: number[] = [];
    for (const [term, texts] of frequencies.entries()) if (texts >= 2 && texts <= tooOften) kept.push(term);
    kept.sort((a, b) => (numbering.termOf(a) < numbering.termOf(b) ? -1 : 1));
    const numbers = new Int32Array(numbering.size).fill(-1);
    for (const [number, term] of kept.entries()) numbers[term] = number;
    const terms = all.map((term) => numbers[term] ?? -1);
    const starts = new Int32Array(size + 1);
    let [to, from] = [0, 0];
    for (const [text, end] of this.#ends.entries()) {
      for (; from < end; from++) {
        const number = terms[from] ?? -1;
        if (number !== -1) terms[to++] = number;
      }
      starts[text + 1] = to;
    }
    const isWord = wordLike(numbering, frequencies);
    return {
      names: kept.map(numbering.termOf),
      frequency: Int32Array.from(kept, (term) => frequencies[term] ?? 0),
      isWord: Uint8Array.from(kept, (term) => isWord[term] ?? 0),
      terms: terms.subarray(0, to),
      starts,
      ...postingsOf(terms.subarray(0, to), starts, kept.length),
    };
  }
}

/** A term in more texts than this share of them joins words and says nothing itself … */
const usualShare = 0.08;
/** … but among few texts, even a word that matters is in many. */
const usualInFew = 300;

/** Texts as lists of terms, and terms as lists of texts. */
export interface IndexedTexts {
  /** Terms by their numbers, sorted; those that are in one text only, or in too many, are none here. */
  readonly names: readonly string[];
  /** Texts that a term is in. */
  readonly frequency: Int32Array;
  /** 0 for a pair of characters that stands only where two words meet. */
  readonly isWord: Uint8Array;
  /** Terms of all texts; those of a text lie between its start and the next one. */
  readonly terms: Int32Array;
  readonly starts: Int32Array;
  /** Texts of all terms, in the same way. */
  readonly texts: Int32Array;
  readonly textStarts: Int32Array;
}

function postingsOf(terms: Int32Array, starts: Int32Array, count: number): Pick<IndexedTexts, 'texts' | 'textStarts'> {
  const textStarts = new Int32Array(count + 1);
  for (const term of terms) textStarts[term + 1] = (textStarts[term + 1] ?? 0) + 1;
  for (let term = 0; term < count; term++) textStarts[term + 1] = (textStarts[term + 1] ?? 0) + (textStarts[term] ?? 0);
  const next = textStarts.slice(0, count);
  const texts = new Int32Array(terms.length);
  for (let text = 0; text + 1 < starts.length; text++) {
    for (let at = starts[text] ?? 0; at < (starts[text + 1] ?? 0); at++) {
      const term = terms[at] ?? 0;
      const place = next[term] ?? 0;
      texts[place] = text;
      next[term] = place + 1;
    }
  }
  return { texts, textStarts };
}
