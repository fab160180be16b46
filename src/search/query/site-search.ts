/** The search of a site as a reader of one locale meets it: their own language first, the source's where it has nothing. */
import { excerpt, mark, type Piece } from './snippet.ts';
import { LoadOnce } from './load-once.ts';
import type { Answer, SearchIndex } from './search-index.ts';

/** Where the articles of a locale are found. */
export interface IndexPlace {
  /** BCP 47 tag. */
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  /** Path of the index, base included; ends in `/`. */
  readonly index: string;
  /** Path of the locale's pages, base included; ends in `/`. */
  readonly home: string;
}

/** A result as it is shown. */
export interface Found {
  readonly url: string;
  readonly slug: string;
  readonly title: readonly Piece[];
  readonly excerpt: readonly Piece[];
  /** `Translation` of the page. */
  readonly translation: string;
  readonly score: number;
  /** The section or step that the excerpt is from, where a link can lead there. */
  readonly place?: FoundPlace;
}

/** A section or step of an article. */
export interface FoundPlace {
  readonly url: string;
  readonly heading: string;
  /** The heading with the words that were asked for marked. */
  readonly markedHeading: readonly Piece[];
  readonly step?: number;
}

/** What was found, best first. */
export interface FoundList {
  readonly total: number;
  /** Where the results are from. */
  readonly locale: IndexPlace;
  /** True where the reader's own language had nothing. */
  readonly fallback: boolean;
  readonly suggestion?: string;
  /** True where all results are for the suggestion. */
  readonly corrected: boolean;
  readonly id?: string;
  /** The results from `start` on, loaded when asked for. */
  load(start: number, count: number): Promise<Found[]>;
}

/** A question may be answered by several indexes; each is opened when it is needed. */
export class SiteSearch {
  readonly #own: IndexPlace;
  readonly #others: readonly IndexPlace[];
  readonly #open: (place: IndexPlace) => Promise<SearchIndex>;
  readonly #indexes = new LoadOnce<SearchIndex>();

  /**
   * @param places the reader's own, and then those that stand in for it
   * @param open opens an index
   */
  constructor(
    [own, ...others]: readonly [IndexPlace, ...IndexPlace[]],
    open: (place: IndexPlace) => Promise<SearchIndex>,
  ) {
    this.#own = own;
    this.#others = others;
    this.#open = open;
  }

  /** Opens the reader's own index before the first question comes. */
  async prepare(): Promise<void> {
    await this.#index(this.#own);
  }

  async search(question: string): Promise<FoundList> {
    const own = await this.#ask(this.#own, question);
    if (own.total > 0) return own;
    for (const place of this.#others) {
      // An index that stands in may be missing: the part of a site that is built on its own has no other.
      const found = await this.#ask(place, question).catch(() => own);
      if (found.total > 0) return found;
    }
    return own;
  }

  async #ask(place: IndexPlace, question: string): Promise<FoundList> {
    let index = await this.#index(place);
    const answer = await index.search(question, place.tag).catch(async () => {
      // The site may have been published again since the page was opened, and then its files have other names.
      this.#indexes.forget(place.tag);
      index = await this.#index(place);
      return index.search(question, place.tag);
    });
    const answering = index;
    const { results, suggestion, corrected = false, id } = answer;
    return {
      total: results.length,
      locale: place,
      fallback: place !== this.#own,
      corrected,
      ...(suggestion === undefined ? {} : { suggestion }),
      ...(id === undefined ? {} : { id }),
      load: (start, count) =>
        Promise.all(results.slice(start, start + count).map((_, at) => load(answering, answer, start + at, place))),
    };
  }

  #index(place: IndexPlace): Promise<SearchIndex> {
    return this.#indexes.get(place.tag, () => this.#open(place));
  }
}

async function load(index: SearchIndex, { results, wanted }: Answer, at: number, { home }: IndexPlace): Promise<Found> {
  const { article, score } = results[at] ?? { article: -1, score: 0 };
  const { slug, title, translation, passages } = await index.text(article);
  const url = `${home}${slug}/`;
  const { pieces, passage } = excerpt(passages, wanted);
  const place =
    passage === undefined || passage.id === ''
      ? undefined
      : {
          url: `${url}#${passage.id}`,
          heading: passage.heading,
          markedHeading: mark(passage.heading, wanted),
          ...(passage.step === undefined ? {} : { step: passage.step }),
        };
  return {
    url,
    slug,
    title: mark(title, wanted),
    excerpt: pieces,
    translation,
    score,
    ...(place === undefined ? {} : { place }),
  };
}
