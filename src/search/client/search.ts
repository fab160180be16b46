/** Questions to a locale's Pagefind index. */
import { rank, type TermHits } from './rank.ts';
import { termsOf } from './terms.ts';

/** What a result shows. The index stores words apart in Thai, Chinese and Japanese, so texts come from the record's meta. */
export interface Found {
  readonly title: string;
  readonly summary: string;
  /** Path of the page below the base. */
  readonly url: string;
  /** `Translation` of the page, or `fallback` where the page shows the source article. */
  readonly translation: string;
}

export interface FoundList {
  readonly total: number;
  /** The results from `start` on, loaded when asked for. */
  load(start: number, count: number): Promise<Found[]>;
}

/** The part of Pagefind's module that is used here. */
export interface Pagefind {
  options(options: Readonly<Record<string, unknown>>): Promise<void>;
  init(): Promise<void>;
  search(term: string): Promise<{ results: readonly PagefindResult[] }>;
}

interface PagefindResult {
  readonly id: string;
  readonly score: number;
  data(): Promise<{ readonly meta: Readonly<Record<string, string>> }>;
}

/** An index that is ready to be asked. */
export class SearchIndex {
  readonly #pagefind: Pagefind;
  readonly #pages: number;
  readonly #tag: string;

  constructor(pagefind: Pagefind, pages: number, tag: string) {
    this.#pagefind = pagefind;
    this.#pages = pages;
    this.#tag = tag;
  }

  async search(query: string): Promise<FoundList> {
    const results = new Map<string, PagefindResult>();
    const answers = await Promise.all(termsOf(query, this.#tag).map((term) => this.#ask(term, results)));
    const ranked = rank(answers, this.#pages);
    return {
      total: ranked.length,
      load: (start, count) =>
        Promise.all(
          ranked
            .slice(start, start + count)
            .flatMap(({ id }) => results.get(id) ?? [])
            .map(load),
        ),
    };
  }

  async #ask(term: string, results: Map<string, PagefindResult>): Promise<TermHits> {
    const answer = await this.#pagefind.search(term);
    for (const result of answer.results) results.set(result.id, result);
    return { term, hits: answer.results };
  }
}

async function load(result: PagefindResult): Promise<Found> {
  const { meta } = await result.data();
  const { title = '', summary = '', url = '', translation = 'unknown' } = meta;
  return { title, summary, url, translation };
}

/** Opens the index at a path that ends in `/`. */
export async function openIndex(path: string, tag: string): Promise<SearchIndex> {
  const [pagefind, pages] = await Promise.all([
    import(/* @vite-ignore */ `${path}pagefind.js`) as Promise<Pagefind>,
    countPages(`${path}pagefind-entry.json`),
  ]);
  await pagefind.options({ basePath: path });
  await pagefind.init();
  return new SearchIndex(pagefind, pages, tag);
}

async function countPages(address: string): Promise<number> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`No search index at ${address}: ${response.status}.`);
  const entry = (await response.json()) as { languages: Record<string, { page_count: number }> };
  return Object.values(entry.languages).reduce((sum, { page_count }) => sum + page_count, 0);
}
