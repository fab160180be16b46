/** Questions to the index of a locale: the same code in the browser, in the terminal and in the tests. */
import { type ArticleText, functionWordsFile, idTerm, pronunciationFile, titlesFile } from '../files.ts';
import { isDense, isIdeograph, isOneCharacter, termsOf } from '../words.ts';
import { ArticleTexts } from './article-texts.ts';
import { aloneIn, isAskedFor, meaningsOf } from './characters.ts';
import { type Asked, FunctionWords } from './function-words.ts';
import { type ReadFile, readText } from './index-files.ts';
import { KnownWords } from './known-words.ts';
import { LoadOnce } from './load-once.ts';
import { certain, orderByPassages, phrasesIn } from './passage-order.ts';
import type { PronouncedTitles } from './pronunciation.ts';
import { type Meanings, rank, type Ranked, type TermPostings } from './rank.ts';
import type { Reading } from './readings.ts';
import { relatedPostings } from './related-postings.ts';
import { RelatedTerms } from './related.ts';
import type { Wanted } from './snippet.ts';
import { mayBeMisspelt, nearWords } from './spelling.ts';
import { articlesWithMost, type Guess, isBetter, suggest } from './suggestion.ts';
import { type Posting, TermIndex } from './term-index.ts';
import { Titles } from './titles.ts';
import { wantedOf, wantedTerm } from './wanted.ts';

/** Nobody means the fortieth word of a pasted paragraph. */
const mostTerms = 40;
/** Articles whose titles load in no time. */
const fewArticles = 500;
/** Words of a question that are too few to be a wording. */
const fewTerms = 2;
/** Of a begun word, until the reader says more. */
const begunTrust = 0.6;
/** Letters of a beginning that says something of how the word goes on. */
const shortestBeginning = 4;
/** Of another form of a word. */
const formTrust = 0.3;
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

/** Letters with a sign between them that no word has: on another keyboard it is a letter. */
const oddlyJoined = /[\p{L}\p{N}][^\s\p{L}\p{M}\p{N}_.@'’-]+[\p{L}\p{N}]/u;

interface Forms extends TermPostings {
  readonly stem?: string;
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
  readonly #read: ReadFile;
  readonly #related: RelatedTerms;
  readonly #texts: ArticleTexts;
  readonly #words: KnownWords;
  readonly #titles = new LoadOnce<Titles>();
  readonly #pronouncedTitles = new LoadOnce<PronouncedTitles>();

  constructor(terms: TermIndex, { functionWords, read }: Beside) {
    this.#terms = terms;
    this.#functionWords = functionWords;
    this.#read = read;
    this.#related = new RelatedTerms(read);
    this.#texts = new ArticleTexts(read);
    this.#words = new KnownWords(read, terms.wordFiles);
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
    const terms = words.terms.slice(0, mostTerms);
    // What is needed in any case is loaded at the same time, so that a slow line is waited for once.
    if (terms.length > fewTerms) this.#loadTitles().catch(() => undefined);
    const [asked, related, alike] = await Promise.all([
      Promise.all(terms.map((term) => this.#terms.exactly(term))),
      relatedPostings(question, terms, { related: this.#related, index: this.#terms }),
      Promise.all(terms.map((term) => this.#alike(term))),
    ]);
    const known = new Map(terms.map((term, at) => [term, (asked[at] ?? []).length > 0]));
    const characters = words.characters.filter((character) => isAskedFor(character, known));
    const missing = terms.filter((term) => known.get(term) !== true || (isOneCharacter(term) && !isIdeograph(term)));
    const lone = aloneIn(characters, (pair) => known.get(pair) === true);
    // Each takes a file where articles are many.
    const alone = new Map(await this.#meanings(this.size <= fewArticles ? aloneIn(characters, () => false) : lone));
    const longer = await this.#longer(missing);
    const isRelated = new Set(related.flatMap(({ to }) => to));
    const unknown = missing.filter((term) => !longer.has(term) && !isRelated.has(term));
    const isOdd = unknown.length > 0 || oddlyJoined.test(question);
    const reading = isOdd && tag !== undefined ? await this.#reading(question, tag) : undefined;
    if (reading?.isWhole === true)
      return { ...(await this.search(reading.question)), suggestion: reading.question, corrected: true };
    const forms = alike.map((form, at) => ({ ...form, postings: without(form.postings, asked[at] ?? []) }));
    const guesses = await this.#guess(unknown);
    const corrected = unknown.length > 0 && unknown.length === terms.length;
    const certainly = terms.map((term, at): Meanings => [
      { postings: asked[at] ?? [], trust: 1 },
      ...forms.slice(at, at + 1),
      { postings: without(longer.get(term) ?? [], asked[at] ?? []), trust: begunTrust },
      ...related.filter(({ to }) => to.includes(term)),
    ]);
    const besides = articlesWithMost(certainly);
    // A word of which articles have another form is no slip.
    const lost = terms.filter((_term, at) => forms[at]?.postings.length === 0);
    const offered = guesses.filter((guess) => lost.includes(guess.instead) && isBetter(guess, besides));
    const suggestion = reading?.question ?? suggest(question, corrected ? guesses : offered);
    const meanings = terms.map((term, at): Meanings => [
      ...(certainly[at] ?? []),
      ...guesses.filter(({ instead }) => instead === term),
    ]);
    const ofTerm = new Map([...alone, ...terms.map((term, at) => [term, meanings[at] ?? []] as const)]);
    const inRuns = meaningsOf(characters, (term) => ofTerm.get(term) ?? []);
    const others = meanings.filter((_meanings, at) => !isDense(terms[at] ?? ''));
    const wording = await this.#wordings(suggestion ?? question, terms, missing);
    const ranked = rank([...others, ...inRuns], wording, this.size);
    const wanted = wantedOf(
      suggestion ?? question,
      [
        ...terms.map((term, at) => ({ term, postings: asked[at] ?? [], longer: longer.get(term), form: forms[at] })),
        ...lone.filter(isIdeograph).map((term) => ({
          term,
          postings: [],
          longer: alone.get(term)?.flatMap(({ postings }) => postings),
          form: undefined,
        })),
      ],
      [
        ...guesses.map(({ term, instead, postings }) => ({ term, of: instead, postings })),
        ...related.flatMap(({ terms: all, to: [of = ''], postings }) => all.map((term) => ({ term, of, postings }))),
      ],
      this.size,
      (word) => this.#functionWords.isLittle(word),
    );
    const results = await orderByPassages(ranked, wanted, phrasesIn(question), this.#texts);
    if (suggestion === undefined) return { results, wanted };
    return { results, wanted, suggestion, corrected };
  }

  /**
   * Titles that are worded like the question. One or two words that articles have are not compared: that says little, and most people
   * ask so, and need not load all titles.
   */
  async #wordings(
    question: string,
    terms: readonly string[],
    missing: readonly string[],
  ): Promise<ReadonlyMap<number, number>> {
    if (this.size > fewArticles && terms.length <= fewTerms && missing.length === 0) return new Map();
    // Without titles there is an order, too.
    const titles = await this.#loadTitles().catch(() => undefined);
    return titles?.compare(question) ?? new Map<number, number>();
  }

  #loadTitles(): Promise<Titles> {
    return this.#titles.get(
      titlesFile,
      async () => new Titles(JSON.parse(await readText(this.#read, titlesFile)) as string[]),
    );
  }

  async #meanings(terms: readonly string[]): Promise<[string, Meanings][]> {
    return Promise.all(
      terms.map(async (term): Promise<[string, Meanings]> => [
        term,
        [{ postings: await this.#terms.exactly(term), trust: 1 }],
      ]),
    );
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

  /** Articles with words that begin with these terms, as far as there are any: who asks for `bill` means `billing`. */
  async #longer(terms: readonly string[]): Promise<Map<string, readonly Posting[]>> {
    const found = await Promise.all(
      terms.filter(isBeginning).map(async (term) => [term, await this.#terms.beginningWith(term)] as const),
    );
    return new Map(found.filter(([, postings]) => postings.length > 0));
  }

  async #loadPronouncedTitles(): Promise<PronouncedTitles> {
    const [readings, titles] = await Promise.all([
      readText(this.#read, pronunciationFile),
      readText(this.#read, titlesFile),
    ]);
    return { readings, titles: JSON.parse(titles) as string[] };
  }

  /** The question as it was meant, where it was typed with other letters. */
  async #reading(question: string, tag: string): Promise<Reading | undefined> {
    // A module of its own, so that only those load it who need it. Without it the search still answers.
    const module = await import('./readings.ts').catch(() => undefined);
    return module?.readingOf(question, tag, {
      count: async (terms) => {
        const [first = [], ...others] = await Promise.all(terms.map((term) => this.#terms.exactly(term)));
        const rest = others.map((postings) => new Set(postings.map(({ article }) => article)));
        return first.filter(({ article }) => rest.every((articles) => articles.has(article))).length;
      },
      wordsBeginningWith: (letters) => this.#words.beginningWith(letters),
      pronouncedTitles: () =>
        this.#pronouncedTitles.get(titlesFile, () => this.#loadPronouncedTitles()).catch(() => undefined),
    });
  }

  /** Words to take the place of those that no article has, nearest first. */
  async #guess(unknown: readonly string[]): Promise<Guess[]> {
    const words = unknown.filter((term) => !isDense(term) && mayBeMisspelt(term));
    const guesses = words.map(async (instead) => {
      const near = nearWords(instead, await this.#words.near(instead));
      return Promise.all(
        near.map(async ({ word: term, spelling, isSure }, at): Promise<Guess> => {
          const postings = await this.#terms.exactly(term);
          return { instead, term, spelling, isSure, postings, trust: guessTrust / (at + 1) };
        }),
      );
    });
    return (await Promise.all(guesses)).flat();
  }

  /** Articles that have a term or another form of it: what begins like it, without its ending. */
  async #alike(term: string): Promise<Forms> {
    const stem = stemOf(term);
    if (stem === undefined) return { postings: [], trust: 0 };
    return { stem, postings: await this.#terms.beginningWith(stem), trust: formTrust };
  }
}

/** Whether the words that begin so can be meant: while somebody types, that of one character of a dense script can. */
function isBeginning(term: string): boolean {
  if (isDense(term)) return isOneCharacter(term);
  return !/\p{N}/u.test(term) && term.length >= shortestBeginning;
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
