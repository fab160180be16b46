/** Questions to the index of a locale: the same code in the browser, in the terminal and in the tests. */
import { type ArticleText, functionWordsFile, idTerm } from '../files.ts';
import { termsOf } from '../words.ts';
import { ArticleTexts } from './article-texts.ts';
import { allMeanings, findWords, type FoundWords } from './found-words.ts';
import { type Asked, FunctionWords } from './function-words.ts';
import { type ReadFile, readText } from './index-files.ts';
import { KnownWords } from './known-words.ts';
import type { Lexicon, Reading } from './lexicon.ts';
import { LoadedTitles } from './loaded-titles.ts';
import { certain, orderByPassages, phrasesIn } from './passage-order.ts';
import { rank, type Ranked } from './rank.ts';
import { RelatedTerms } from './related.ts';
import type { Wanted } from './snippet.ts';
import { oddlyJoined } from './spelling.ts';
import { betterGuesses, guessesFor, suggest } from './suggestion.ts';
import { TermIndex, without } from './term-index.ts';
import { wantedOf, wantedTerm } from './wanted.ts';

/** Nobody means the fortieth word of a pasted paragraph. */
const mostTerms = 40;
/** Articles whose titles load in no time. */
const fewTitles = 500;
/** Words of a question that are too few to be a wording. */
const fewTerms = 2;

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

/** What stands in an index beside its terms. */
interface Beside {
  readonly functionWords: FunctionWords;
  readonly read: ReadFile;
}

/** An index that is ready to be asked. */
export class SearchIndex {
  readonly #terms: TermIndex;
  readonly #functionWords: FunctionWords;
  readonly #related: RelatedTerms;
  readonly #texts: ArticleTexts;
  readonly #words: KnownWords;
  readonly #titles: LoadedTitles;

  readonly #lexicon: Lexicon = {
    count: async (terms) => (await this.#terms.havingAll(terms)).length,
    wordsBeginningWith: (letters) => this.#words.beginningWith(letters),
    pronouncedTitles: () => this.#titles.pronounced(),
  };

  constructor(terms: TermIndex, { functionWords, read }: Beside) {
    this.#terms = terms;
    this.#functionWords = functionWords;
    this.#related = new RelatedTerms(read);
    this.#texts = new ArticleTexts(read, terms.order);
    this.#words = new KnownWords(read, terms.wordFiles);
    this.#titles = new LoadedTitles(read);
  }

  static async open(read: ReadFile): Promise<SearchIndex> {
    const [terms, functionWords] = await Promise.all([
      TermIndex.open(read),
      readText(read, functionWordsFile).then((text) => new FunctionWords(text.split('\n'))),
    ]);
    return new SearchIndex(terms, { functionWords, read });
  }

  /** Number of articles. */
  get size(): number {
    return this.#terms.size;
  }

  /**
   * The same for a question that is being typed and one that is done, so that no result moves when Enter is pressed.
   *
   * @param tag BCP 47 tag of the articles' language; without it a question is only taken as it stands
   */
  async search(question: string, tag?: string): Promise<Answer> {
    const byId = await this.#byId(question);
    if (byId) return byId;
    const { content, whole } = this.#functionWords.sort(question);
    const found = await this.#find(question, content, tag);
    // Of function words alone a question is one for them: “who am I”.
    return found.results.length > 0 || whole === undefined ? found : this.#find(question, whole, tag);
  }

  async #find(question: string, words: Asked, tag: string | undefined): Promise<Answer> {
    const asked = { ...words, terms: words.terms.slice(0, mostTerms) };
    if (asked.terms.length > fewTerms) void this.#titles.worded();
    const found = await findWords(question, asked, { index: this.#terms, related: this.#related });
    const { unknown } = found;
    const isOdd = unknown.length > 0 || oddlyJoined.test(question);
    const reading = isOdd && tag !== undefined ? await this.#reading(question, tag) : undefined;
    if (reading?.isWhole === true)
      return { ...(await this.search(reading.question)), suggestion: reading.question, corrected: true };
    const guesses = await guessesFor(unknown, { words: this.#words, index: this.#terms });
    const corrected = unknown.length > 0 && unknown.length === found.terms.length;
    const suggestion = reading?.question ?? suggest(question, corrected ? guesses : betterGuesses(found, guesses));
    const understood = suggestion ?? question;
    const wording = await this.#wording(understood, found);
    const ranked = rank(allMeanings(found, guesses), wording, this.size);
    const wanted = wantedOf(understood, { found, guesses }, this.size, (word) => this.#functionWords.isLittle(word));
    const results = await orderByPassages(ranked, wanted, phrasesIn(question), this.#texts);
    if (suggestion === undefined) return { results, wanted };
    return { results, wanted, suggestion, corrected };
  }

  /**
   * Scores of titles that are worded like the question. One or two words that articles have are not compared: that says little, and most
   * people ask so, and need not load all titles.
   */
  async #wording(question: string, { terms, missing }: FoundWords): Promise<ReadonlyMap<number, number>> {
    if (this.size > fewTitles && terms.length <= fewTerms && missing.length === 0) return new Map();
    const titles = await this.#titles.worded();
    return titles?.compare(question) ?? new Map<number, number>();
  }

  /** What the result of an article shows. */
  text(article: number): Promise<ArticleText> {
    return this.#texts.of(article);
  }

  /** A question that is nothing but an id is answered by the articles that have it. */
  async #byId(question: string): Promise<Answer | undefined> {
    const id = question.trim();
    if (/\s/.test(id) || !/\d/.test(id)) return undefined;
    const term = idTerm(id);
    const own = term === '' ? [] : await this.#terms.exactly(term);
    if (own.length === 0) return undefined;
    const others = await this.#terms.exactly(termsOf(id)[0] ?? '');
    const results = rank([[{ postings: own, trust: 1 }]], new Map(), this.size);
    const rest = rank([[{ postings: without(others, own), trust: 1 }]], new Map(), this.size);
    const wanted = wantedTerm(termsOf(id)[0] ?? '');
    return {
      results: [...results.map((result) => ({ ...result, score: result.score + certain })), ...rest],
      wanted,
      id,
    };
  }

  /** The question as it was meant, where it was typed with other letters. */
  async #reading(question: string, tag: string): Promise<Reading | undefined> {
    // A module of its own, so that only those load it who need it. Without it the search still answers.
    const module = await import('./readings.ts').catch(() => undefined);
    return module?.readingOf(question, tag, this.#lexicon);
  }
}
