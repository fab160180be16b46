/** Questions to the index of a locale: the same code in the browser, in the terminal and in the tests. */
import { type ArticleText, idTerm, textsFile, textsPerFile, titlesFile, vocabularyFile } from '../files.ts';
import { isDense, isOneCharacter, termsOf } from '../words.ts';
import { type ReadFile, readText } from './index-files.ts';
import { rank, type Ranked, rarity, type TermPostings } from './rank.ts';
import type { Wanted } from './snippet.ts';
import { Dictionary } from './spelling.ts';
import { type PagefindModule, type Posting, TermIndex } from './term-index.ts';
import { Titles } from './titles.ts';

/** Nobody means the fortieth word of a pasted paragraph. */
const mostTerms = 40;
/** Of a begun word, until the reader says more. */
const begunTrust = 0.6;
/** Letters of a beginning that says something of how the word goes on. */
const shortestBeginning = 4;
/** Of another form of a word. */
const formTrust = 0.4;
/** Of a word that stands in for one that no article has. */
const guessTrust = 0.7;

/** The answer to a question, not yet with texts. */
export interface Answer {
  readonly results: readonly Ranked[];
  /** Terms to be marked, and what each is worth. */
  readonly wanted: Wanted;
  /** The question with words that articles have, where it had others. */
  readonly suggestion?: string;
  /** True where no article has any word of the question, so that all results are for the suggestion. */
  readonly corrected?: boolean;
  /** The id that the question is, where an article has it. */
  readonly id?: string;
}

/** Keeps the article of an id above those that only mention it. */
const certain = 100;

/** How a question is meant. */
export interface Asking {
  /** True while the last word may go on. */
  readonly typing?: boolean;
}

interface OtherForms extends TermPostings {
  readonly stem?: string;
}

/** A word of the articles in the place of one that they do not have. */
interface Guess extends TermPostings {
  readonly instead: string;
  readonly term: string;
  readonly spelling: string;
  /** Whether hardly any other word can have been meant. */
  readonly isSure: boolean;
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
      readText(read, titlesFile).then((text) => new Titles(JSON.parse(text) as string[])),
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
    const asked = await Promise.all(terms.map((term) => this.#terms.exactly(term)));
    const last = terms.at(-1);
    const begun = last !== undefined && (typing || isOneCharacter(last)) ? last : undefined;
    const goesOn = begun === undefined ? [] : without(await this.#terms.beginningWith(begun), asked.at(-1) ?? []);
    const missing = terms.filter((term, at) => asked[at]?.length === 0 && !(term === begun && goesOn.length > 0));
    const longer = await this.#longer(missing);
    const unknown = missing.filter((term) => !longer.has(term));
    const forms = await Promise.all(terms.map((term, at) => this.#otherForms(term, asked[at] ?? [])));
    const guesses = await this.#guess(unknown);
    const corrected = unknown.length === terms.length;
    // Beside words that were found, a word is offered only where the typed one leads nowhere and hardly another was meant.
    const lost = terms.filter((_term, at) => forms[at]?.postings.length === 0);
    const sure = guesses.filter(({ instead, isSure }) => isSure && lost.includes(instead));
    const suggestion = suggest(question, corrected ? guesses : sure);
    const known = [
      ...asked.map((postings): TermPostings => ({ postings, trust: 1 })),
      ...forms,
      ...[goesOn, ...longer.values()].map((postings): TermPostings => ({ postings, trust: begunTrust })),
      ...guesses,
    ];
    const results = rank(known, this.#titles.compare(suggestion ?? question), this.size);
    const worth = [...terms.map((term, at) => ({ term, postings: asked[at] ?? [] })), ...guesses];
    const wanted: Wanted = {
      terms: new Map(worth.map(({ term, postings }) => [term, rarity(postings.length, this.size)])),
      stems: [begun, ...longer.keys(), ...forms.map(({ stem }) => stem)].filter((stem) => stem !== undefined),
    };
    if (suggestion === undefined) return { results, wanted };
    return { results, wanted, suggestion, corrected };
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
    const wanted: Wanted = { terms: new Map([[termsOf(id)[0] ?? '', 1]]), stems: [] };
    return {
      results: [...results.map((result) => ({ ...result, score: result.score + certain })), ...rest],
      wanted,
      id,
    };
  }

  /** Articles with words that begin with these terms, as far as there are any: who asks for `bill` means `billing`. */
  async #longer(terms: readonly string[]): Promise<Map<string, readonly Posting[]>> {
    const found = await Promise.all(
      terms
        .filter((term) => !isDense(term) && !/\p{N}/u.test(term) && term.length >= shortestBeginning)
        .map(async (term) => [term, await this.#terms.beginningWith(term)] as const),
    );
    return new Map(found.filter(([, postings]) => postings.length > 0));
  }

  /** Words to take the place of those that no article has, nearest first. */
  async #guess(unknown: readonly string[]): Promise<Guess[]> {
    const words = unknown.filter((term) => !isDense(term));
    if (words.length === 0) return [];
    const dictionary = await this.#loadDictionary();
    const guesses = words.flatMap((instead) =>
      dictionary.near(instead).map(async ({ word: term, spelling, isSure }, at): Promise<Guess> => {
        const postings = await this.#terms.exactly(term);
        return { instead, term, spelling, isSure, postings, trust: guessTrust / (at + 1) };
      }),
    );
    return Promise.all(guesses);
  }

  /** Articles that have another form of a term: what begins like it, without its ending. */
  async #otherForms(term: string, own: readonly Posting[]): Promise<OtherForms> {
    const stem = stemOf(term);
    if (stem === undefined) return { postings: [], trust: 0 };
    return { stem, postings: without(await this.#terms.beginningWith(stem), own), trust: formTrust };
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

/**
 * What the forms of a word have in common, as far as that can be said without a grammar: all but two letters, four at least. Short
 * words, numbers and scripts that are divided into pairs have none.
 */
function stemOf(term: string): string | undefined {
  const letters = Array.from(term);
  if (letters.length < 5 || isDense(term) || /\p{N}/u.test(term)) return undefined;
  return letters.slice(0, Math.max(4, letters.length - 2)).join('');
}

/** The question with the likeliest guesses in it; undefined where there are none. */
function suggest(question: string, guesses: readonly Guess[]): string | undefined {
  if (guesses.length === 0) return undefined;
  return question.replace(/[\p{L}\p{M}\p{N}_]+/gu, (word) => {
    const [term] = termsOf(word);
    return guesses.find(({ instead }) => instead === term)?.spelling ?? word;
  });
}
