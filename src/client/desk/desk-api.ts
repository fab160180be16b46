/** What the desk loads: cards, ids, articles and search indexes, each once and only when it is needed. */
import type { ApiArticle, ApiId } from '../../exports/api.ts';
import { type Card, cardPath, type Cards, shardOf } from '../../exports/card.ts';
import { apiFileOf } from '../../exports/id.ts';
import { openIndexAt } from '../../search/query/browser.ts';
import { LoadOnce } from '../../search/query/load-once.ts';
import { SiteSearch } from '../../search/query/site-search.ts';
import type { Lookup } from '../../exports/question.ts';

export class DeskLibrary {
  readonly #base: string;
  readonly #shards: number;
  readonly #files = new LoadOnce<unknown>();
  readonly #searches = new Map<string, SiteSearch>();

  /**
   * @param base path of the site's root
   * @param shards number of files that the cards of a locale are in
   */
  constructor(base: string, shards: number) {
    this.#base = base;
    this.#shards = shards;
  }

  /** The card of an article in a locale; undefined where there is no such article. */
  async card(slug: string, locale: string): Promise<Card | undefined> {
    const path = cardPath(locale.toLowerCase(), shardOf(slug, this.#shards));
    const cards = await this.#load<Cards>(path);
    // A slug, of which the agent's device may keep some that are gone, may be a name that every object has.
    return cards && Object.hasOwn(cards, slug) ? cards[slug] : undefined;
  }

  /** Slugs of the articles that the first known candidate leads to. */
  async find({ candidates }: Lookup): Promise<string[]> {
    for (const candidate of candidates) {
      const known = await this.#load<ApiId>(apiFileOf('ids', candidate));
      if (known) return known.topics.map(({ slug }) => slug);
    }
    return [];
  }

  article(slug: string): Promise<ApiArticle | undefined> {
    return this.#load<ApiArticle>(apiFileOf('articles', slug));
  }

  /** Slugs of the articles that a locale's search finds, best first, at most so many; and how many there are. */
  async search(words: string, locale: string, most: number): Promise<{ slugs: string[]; total: number }> {
    const found = await this.#search(locale).search(words);
    const first = await found.load(0, most);
    return { slugs: first.map(({ slug }) => slug), total: found.total };
  }

  /** Begins to load a locale's search, so that the first answer comes at once. */
  prepare(locale: string): void {
    this.#search(locale)
      .prepare()
      .catch(() => undefined);
  }

  #search(locale: string): SiteSearch {
    let search = this.#searches.get(locale);
    if (!search) {
      const path = locale.toLowerCase();
      const place = {
        tag: locale,
        // Hits are shown from their cards, which know their direction.
        direction: 'ltr' as const,
        index: `${this.#base}pagefind/${path}/`,
        home: `${this.#base}${path}/`,
      };
      search = new SiteSearch([place], openIndexAt);
      this.#searches.set(locale, search);
    }
    return search;
  }

  /** A JSON file of the site; undefined where there is none. */
  async #load<Value>(path: string | undefined): Promise<Value | undefined> {
    if (path === undefined) return undefined;
    return this.#files.get(path, () => fetchJson(this.#base + path)) as Promise<Value | undefined>;
  }
}

async function fetchJson(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}
