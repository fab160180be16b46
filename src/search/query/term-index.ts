/** The terms of an index, asked one at a time. Each file is loaded when a term of it is asked for. */
import { encoded, termsFile, termsPiece } from '../files.ts';
import { impactOf } from '../levels.ts';
import { fileOf, filesOfBeginning, parsePlaces, parseTable, parseTerms, type TermTable } from '../term-format.ts';
import { type ReadFile, readText } from './index-files.ts';
import { LoadOnce } from './load-once.ts';

/** An article that has a term. */
export interface Posting {
  /** Place of the article among the titles. */
  readonly article: number;
  /** As in `impact.ts`; of several terms that begin alike, that of the best. */
  readonly impact: number;
}

/** The postings in articles that are not among the others. */
export function without(postings: readonly Posting[], others: readonly Posting[]): Posting[] {
  const known = new Set(others.map(({ article }) => article));
  return postings.filter(({ article }) => !known.has(article));
}

/** Places of articles by the terms that have them, as `parsePlaces` reads them. */
type Terms = ReadonlyMap<string, string>;

/** An index that answers where a term stands. */
export class TermIndex {
  readonly #table: TermTable;
  readonly #read: ReadFile;
  readonly #files = new LoadOnce<Terms>();

  private constructor(table: TermTable, read: ReadFile) {
    this.#table = table;
    this.#read = read;
  }

  static async open(read: ReadFile): Promise<TermIndex> {
    const table = parseTable(await readText(read, termsFile));
    if (!table) throw damaged(termsFile);
    return new TermIndex(table, read);
  }

  /** Number of articles. */
  get size(): number {
    return this.#table.articles;
  }

  /** See `TermTable`. */
  get order(): string {
    return this.#table.order;
  }

  /** Number of the files of words. */
  get wordFiles(): number {
    return this.#table.wordFiles;
  }

  /** Articles that have the term, in their order. */
  async exactly(term: string): Promise<readonly Posting[]> {
    const wanted = encoded(term);
    const name = fileOf(this.#table, wanted);
    return name === undefined ? [] : this.#postings((await this.#terms(name)).get(wanted) ?? '', name);
  }

  /** Articles that have all of the terms; what they are worth there is what the least of them is. */
  async havingAll(terms: readonly string[]): Promise<readonly Posting[]> {
    const [first = [], ...others] = await Promise.all(terms.map((term) => this.exactly(term)));
    const impacts = others.map((postings) => new Map(postings.map(({ article, impact }) => [article, impact])));
    return first.flatMap(({ article, impact }) => {
      const all = [impact, ...impacts.map((each) => each.get(article) ?? 0)];
      return all.includes(0) ? [] : [{ article, impact: Math.min(...all) }];
    });
  }

  /** Articles that have a term that begins so, in their order; none where there is no such term. */
  async beginningWith(start: string): Promise<readonly Posting[]> {
    const wanted = encoded(start);
    const best = new Map<number, number>();
    const names = filesOfBeginning(this.#table, wanted);
    for (const [at, terms] of (await Promise.all(names.map((name) => this.#terms(name)))).entries())
      for (const [term, places] of terms) {
        if (!term.startsWith(wanted)) continue;
        for (const { article, impact } of this.#postings(places, names[at] ?? ''))
          best.set(article, Math.max(impact, best.get(article) ?? 0));
      }
    const postings = Array.from(best, ([article, impact]): Posting => ({ article, impact }));
    return postings.sort((a, b) => a.article - b.article);
  }

  #terms(name: string): Promise<Terms> {
    return this.#files.get(name, async () => {
      const terms = parseTerms(await readText(this.#read, termsPiece(name)));
      if (!terms) throw damaged(termsPiece(name));
      return terms;
    });
  }

  #postings(places: string, name: string): Posting[] {
    const parsed = parsePlaces(places, this.size);
    if (!parsed) throw damaged(termsPiece(name));
    return parsed.map(({ article, level }) => ({ article, impact: impactOf(level) }));
  }
}

function damaged(file: string): Error {
  return new Error(`${file} is damaged, or of another version.`);
}
