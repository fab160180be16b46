/** Terms that mean nearly the same as those of a question. */
import { relatedFile, relatedPiece } from '../files.ts';
import { parseHead, parsePiece, pieceOf, type Related, relatedIn, type RelatedPiece } from '../related-format.ts';
import { type ReadFile, readText } from './index-files.ts';
import { LoadOnce } from './load-once.ts';

/** The related terms of an index; files are read when they are needed, each once. */
export class RelatedTerms {
  readonly #read: ReadFile;
  readonly #files = new LoadOnce<string>();

  constructor(read: ReadFile) {
    this.#read = read;
    // Before the first question comes: each needs it before it can ask for anything else.
    void this.#textOf(relatedFile);
  }

  /**
   * The terms that are related to one, best first; none where nothing is known, or the files are missing or damaged.
   *
   * @param term as `words.ts` makes it
   */
  async of(term: string): Promise<readonly Related[]> {
    const piece = await this.#pieceWith(term);
    return piece === undefined ? [] : relatedIn(piece, term);
  }

  async #pieceWith(term: string): Promise<RelatedPiece | undefined> {
    const text = await this.#textOf(relatedFile);
    const head = text === undefined ? undefined : parseHead(text);
    if (head === undefined || head.pieces === 0) return head?.terms;
    const pieceText = await this.#textOf(relatedPiece(pieceOf(term, head.pieces)));
    return pieceText === undefined ? undefined : parsePiece(pieceText);
  }

  /** Undefined where the file cannot be read. */
  #textOf(name: string): Promise<string | undefined> {
    return this.#files.get(name, () => readText(this.#read, name)).catch(() => undefined);
  }
}
