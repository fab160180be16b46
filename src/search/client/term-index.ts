/** Pagefind, asked for one term at a time. */
import { indexLanguage, encoded } from '../files.ts';
import { impactAt } from '../layout.ts';

/** The part of Pagefind's module that is used here. */
export interface PagefindModule {
  readonly createInstance: (options: Readonly<Record<string, unknown>>) => PagefindInstance;
}

export interface PagefindInstance {
  init(): Promise<void>;
  /** All articles for `null`; a term in quotes has to be there as it is, without them at the beginning of a word. */
  search(term: string | null): Promise<{ readonly results: readonly PagefindResult[] }>;
}

interface PagefindResult {
  readonly id: string;
  /** Positions at which the term stands. */
  readonly words: readonly number[];
  /** What Pagefind itself would show. */
  data(): Promise<{ readonly url: string }>;
}

/** An article that has a term, and what the term is worth there. */
export interface Posting {
  /** Place of the article among the titles. */
  readonly article: number;
  /** As in `impact.ts`; of several terms that begin alike, that of the best. */
  readonly impact: number;
}

/** A posting as the index has it: the positions tell which terms it is of, because no two terms of an article share one. */
interface Placed extends Posting {
  readonly positions: readonly number[];
}

/** An index that answers where a term stands. Answers are kept: while a reader types, most terms are asked for again. */
export class TermIndex {
  readonly #pagefind: PagefindInstance;
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #answers = new Map<string, Promise<readonly Placed[]>>();

  private constructor(pagefind: PagefindInstance, numbers: ReadonlyMap<string, number>) {
    this.#pagefind = pagefind;
    this.#numbers = numbers;
  }

  /** @param path of the index, ends in `/` */
  static async open(module: PagefindModule, path: string): Promise<TermIndex> {
    // Its worker would have to copy every posting of every term back to us, and is half again as much code to load.
    const pagefind = module.createInstance({ basePath: path, noWorker: true, language: indexLanguage });
    await pagefind.init();
    const { results } = await pagefind.search(null);
    return new TermIndex(pagefind, new Map(results.map(({ id }, number) => [id, number])));
  }

  /** Number of articles. */
  get size(): number {
    return this.#numbers.size;
  }

  /** Articles that have the term. */
  exactly(term: string): Promise<readonly Posting[]> {
    return this.#exactly(term);
  }

  /** Articles that have a term that begins so; none where there is no such term. */
  async beginningWith(start: string): Promise<readonly Posting[]> {
    const question = encoded(start);
    const found = await this.#answer(question);
    if (found.length === 0 || (await this.exactly(start)).length > 0) return found;
    // Where no term begins so, Pagefind answers with the longest term that the question begins with, of the files that it has loaded.
    for (let length = start.length - 1; length > 0; length--) {
      const shorter = await this.#exactly(start.slice(0, length));
      // Asked once more, because the file of the shorter term may have been loaded after the first answer.
      if (shorter.length > 0) return areSame(await this.#ask(question), shorter) ? [] : found;
    }
    return found;
  }

  #exactly(term: string): Promise<readonly Placed[]> {
    return this.#answer(`"${encoded(term)}"`);
  }

  #answer(question: string): Promise<readonly Placed[]> {
    let answer = this.#answers.get(question);
    if (!answer) {
      answer = this.#ask(question);
      this.#answers.set(question, answer);
      // A failure may pass: the next question tries again.
      answer.catch(() => this.#answers.delete(question));
    }
    return answer;
  }

  async #ask(question: string): Promise<readonly Placed[]> {
    const { results } = await this.#pagefind.search(question);
    return results.flatMap(({ id, words }) => {
      const article = this.#numbers.get(id);
      return article === undefined ? [] : [{ article, impact: Math.max(...words.map(impactAt)), positions: words }];
    });
  }
}

function areSame(some: readonly Placed[], others: readonly Placed[]): boolean {
  const known = new Map(others.map(({ article, positions }) => [article, positions.join(' ')]));
  return (
    some.length === others.length && some.every(({ article, positions }) => known.get(article) === positions.join(' '))
  );
}
