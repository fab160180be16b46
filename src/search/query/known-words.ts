/** The words of an index, loaded as far as they may be meant. */
import { wordsPiece } from '../files.ts';
import { fileOfBeginning, fileOfEnd, type KnownWord, parseWords } from '../word-format.ts';
import { fold } from '../words.ts';
import { type ReadFile, readText } from './index-files.ts';
import { LoadOnce } from './load-once.ts';

export class KnownWords {
  readonly #read: ReadFile;
  readonly #count: number;
  readonly #files = new LoadOnce<readonly KnownWord[]>();

  /** @param files number of the files of words */
  constructor(read: ReadFile, files: number) {
    this.#read = read;
    this.#count = files;
  }

  /** Words, among them all that begin or end like this one. */
  near(word: string): Promise<KnownWord[]> {
    return this.#in([fileOfBeginning(word, this.#count), fileOfEnd(word, this.#count)]);
  }

  /** Words, among them all that begin with one of these letters. */
  beginningWith(letters: readonly string[]): Promise<KnownWord[]> {
    return this.#in(letters.map((letter) => fileOfBeginning(fold(letter), this.#count)));
  }

  /** The words of some files, each once, sorted. */
  async #in(files: readonly number[]): Promise<KnownWord[]> {
    if (this.#count === 0) return [];
    const loaded = await Promise.all(Array.from(new Set(files), (file) => this.#load(wordsPiece(file))));
    const words = new Map(loaded.flat().map((word) => [word.word, word]));
    return Array.from(words.values()).sort((a, b) => (a.spelling < b.spelling ? -1 : 1));
  }

  #load(name: string): Promise<readonly KnownWord[]> {
    const load = async (): Promise<readonly KnownWord[]> => parseWords(await readText(this.#read, name));
    // Without them the search still answers.
    return this.#files.get(name, load).catch(() => []);
  }
}
