/** Questions to the index of a locale: the same code in the browser, in the terminal and in the tests. */
import { type ArticleText, idTerm, textsFile, textsPerFile, titlesFile, vocabularyFile } from '../files.ts';
import { isDense, termsOf } from '../words.ts';
import { type ReadFile, readText } from './index-files.ts';
import { rank, type Ranked, type TermPostings } from './rank.ts';
import { Dictionary } from './spelling.ts';
import { type PagefindModule, type Posting, TermIndex } from './term-index.ts';
import { Titles } from './titles.ts';

/** Nobody means the fortieth word of a pasted paragraph. */
const mostTerms = 40;
/** Of a begun word, until the reader says more. */
const begunTrust = 0.6;
/** Of a word that stands in for one that no article has. */
const guessTrust = 0.7;

/** The answer to a question, not yet with texts. */
export interface Answer {
  readonly results: readonly Ranked[];
  /** The question with words that articles have, where it had others. */
  readonly suggestion?: string;
  /** The id that the question is, where an article has it. */
  readonly id?: string;
}

/** How a question is meant. */
export interface Asking {
  /** True while the last word may go on. */
  readonly typing?: boolean;
}

/** An index that is ready to be asked. */
export class SearchIndex {
  readonly #terms: TermIndex;
  readonly #titles: Titles;
  readonly #read: ReadFile;
  readonly #texts = new Map<string, Promise<readonly ArticleText[]>>();
  #dictionary: Promise<Dictionary> | undefined;

  constructor(terms: TermIndex, titles: Titles, read: ReadFile) {
    this.#terms = terms;
    this.#titles = titles;
    this.#read = read;
  }

  /**
   * @param path of the index, ends in `/`
   * @param read gives the files below it
   */
  static async open(pagefind: Promise<PagefindModule>, path: string, read: ReadFile): Promise<SearchIndex> {
    const [terms, titles] = await Promise.all([
      pagefind.then((module) => TermIndex.open(module, path)),
      readText(read, titlesFile).then((text) => new Titles(text.split('\n'))),
    ]);
    return new SearchIndex(terms, titles, read);
  }

  /** Number of articles. */
  get size(): number {
    return this.#titles.count;
  }

  async search(question: string, { typing = false }: Asking = {}): Promise<Answer> {
    const byId = await this.#byId(question);
    if (byId) return byId;
    const terms = [...new Set(termsOf(question))].slice(0, mostTerms);
    const found = await Promise.all(terms.map((term) => this.#terms.exactly(term)));
    const known: TermPostings[] = found.map((postings) => ({ postings, trust: 1 }));
    const last = terms.at(-1);
    if (last !== undefined && (typing || (isDense(last) && [...last].length === 1))) {
      const begun = await this.#terms.beginningWith(last);
      known.push({ postings: without(begun, found.at(-1) ?? []), trust: begunTrust });
      if (begun.length > 0) found[found.length - 1] = begun;
    }
    const corrected = await this.#guess(question, terms, found);
    known.push(...corrected.postings);
    const wording = this.#titles.compare(corrected.suggestion ?? question);
    const results = rank(known, wording, this.size);
    return corrected.suggestion === undefined ? { results } : { results, suggestion: corrected.suggestion };
  }

  title(article: number): string {
    return this.#titles.at(article);
  }

  /** What the result of an article shows. */
  async text(article: number): Promise<ArticleText> {
    const name = textsFile(article);
    let texts = this.#texts.get(name);
    if (!texts) {
      texts = readText(this.#read, name).then((text) => JSON.parse(text) as ArticleText[]);
      this.#texts.set(name, texts);
      texts.catch(() => this.#texts.delete(name));
    }
    const found = (await texts)[article % textsPerFile];
    if (!found) throw new Error(`The index has no text of article ${article}.`);
    return found;
  }

  /** A question that is nothing but an id is answered by the articles that have it. */
  async #byId(question: string): Promise<Answer | undefined> {
    const id = question.trim();
    if (/\s/.test(id) || !/\d/.test(id)) return undefined;
    const term = idTerm(id);
    const own = term === '' ? [] : await this.#terms.exactly(term);
    if (own.length === 0) return undefined;
    const others = await this.#terms.exactly(termsOf(id)[0] ?? '');
    const results = rank([{ postings: own, trust: 1 }], new Map(), this.size);
    const rest = rank([{ postings: without(others, own), trust: 1 }], new Map(), this.size);
    return { results: [...results.map((result) => ({ ...result, score: result.score + 100 })), ...rest], id };
  }

  /** Words to take the place of those that no article has. */
  async #guess(
    question: string,
    terms: readonly string[],
    found: readonly (readonly Posting[])[],
  ): Promise<{ postings: TermPostings[]; suggestion?: string }> {
    const unknown = terms.filter((term, index) => found[index]?.length === 0 && !isDense(term));
    if (unknown.length === 0) return { postings: [] };
    const dictionary = await this.#loadDictionary();
    const postings: TermPostings[] = [];
    let suggestion = question;
    for (const term of unknown) {
      const guesses = dictionary.guess(term);
      const answers = await Promise.all(guesses.map(({ word }) => this.#terms.exactly(word)));
      answers.forEach((answer, index) => postings.push({ postings: answer, trust: guessTrust / (index + 1) }));
      const [best] = guesses;
      if (best) suggestion = replaceWord(suggestion, term, best.spelling);
    }
    return suggestion === question ? { postings } : { postings, suggestion };
  }

  #loadDictionary(): Promise<Dictionary> {
    // Without guesses the search still answers.
    this.#dictionary ??= readText(this.#read, vocabularyFile).then(
      (text) => new Dictionary(text),
      () => new Dictionary(''),
    );
    return this.#dictionary;
  }
}

function without(postings: readonly Posting[], others: readonly Posting[]): Posting[] {
  const known = new Set(others.map(({ article }) => article));
  return postings.filter(({ article }) => !known.has(article));
}

/** Puts a spelling in the place of the word whose term is `term`. */
function replaceWord(question: string, term: string, spelling: string): string {
  return question.replace(/[\p{L}\p{M}\p{N}_]+/gu, (word) => (termsOf(word)[0] === term ? spelling : word));
}
