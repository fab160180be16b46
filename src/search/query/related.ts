/** What means nearly the same as words of a question. */
import { relatedFile, relatedPiece } from '../files.ts';
import {
  joined,
  longestExpression,
  parseHead,
  parsePiece,
  pieceOf,
  type Related,
  type RelatedHead,
  relatedIn,
  type RelatedPiece,
} from '../related-format.ts';
import { wordSequence } from '../word-sequence.ts';
import { type ReadFile, readText } from './index-files.ts';
import { LoadOnce } from './load-once.ts';

/** Words of a question, and what means nearly the same as all of them together. */
export interface RelatedWords {
  /** Those that are content; at least one. */
  readonly to: readonly string[];
  /** Best first. */
  readonly related: readonly Related[];
}

/** The related terms of an index; files are read when they are needed, each once. */
export class RelatedTerms {
  readonly #read: ReadFile;
  // A long question asks for hundreds of expressions, so each file is parsed once, too.
  readonly #heads = new LoadOnce<RelatedHead | undefined>();
  readonly #pieces = new LoadOnce<RelatedPiece | undefined>();

  constructor(read: ReadFile) {
    this.#read = read;
    // Before the first question comes: each needs it before it can ask for anything else.
    void this.#head();
  }

  /**
   * What is related to single words of a question, and to expressions such as “money back”.
   *
   * @param content terms of the question that are no function words
   */
  async ofQuestion(question: string, content: readonly string[]): Promise<RelatedWords[]> {
    const sequence = wordSequence(question);
    const known = new Set(content);
    const expressions = new Map(content.map((term) => [term, [term]]));
    for (let start = 0; start < sequence.length; start++) {
      for (let length = 2; length <= longestExpression && start + length <= sequence.length; length++) {
        const terms = sequence.slice(start, start + length);
        if (terms.some((term) => known.has(term))) expressions.set(joined(terms), terms);
      }
    }
    const pieces = new Map(
      await Promise.all(content.map(async (term) => [term, await this.#pieceWith(term)] as const)),
    );
    const found = Array.from(expressions, ([expression, terms]) => {
      const to = terms.filter((term) => known.has(term));
      // It is in the piece of one of its terms.
      const lists = to.map((term) => relatedIn(pieces.get(term) ?? {}, expression));
      return { to, related: lists.find((related) => related.length > 0) ?? [] };
    });
    return found.filter(({ related }) => related.length > 0);
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
    const head = await this.#head();
    if (head === undefined || head.pieces === 0) return head?.terms;
    const name = relatedPiece(pieceOf(term, head.pieces));
    return this.#pieces.get(name, async () => parsePiece(await readText(this.#read, name))).catch(() => undefined);
  }

  /** Undefined where the file is damaged or cannot be read. */
  #head(): Promise<RelatedHead | undefined> {
    return this.#heads
      .get(relatedFile, async () => parseHead(await readText(this.#read, relatedFile)))
      .catch(() => undefined);
  }
}
