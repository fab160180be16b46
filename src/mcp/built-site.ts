/** A finished site as assistants may ask for it: its locales, articles, ids and searches. It is read when it is asked for. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type BuiltTopic, isBuiltIndex } from '../disk/built-file.ts';
import { CommandError } from '../core/errors.ts';
import { localeOf } from '../core/locales.ts';
import type { SiteSearch } from '../search/query/site-search.ts';
import { openSiteFolder } from '../search/site-folder.ts';
import {
  type ArticleDocument,
  type IdDocument,
  isArticleDocument,
  isIdDocument,
  isLocalesDocument,
  type LocaleDocument,
} from './documents.ts';
import { SiteFiles } from './site-files.ts';

const api = 'api/v1';

export class BuiltSite {
  readonly locales: readonly LocaleDocument[];
  /** Tag of the locale that articles are written in first. */
  readonly sourceLocale: string;
  /** Path below which the site is served; ends in `/`. */
  readonly base: string;
  /** Scheme and host, where the build was told the site's address. */
  readonly origin: string | undefined;
  readonly #folder: string;
  readonly #files: SiteFiles;
  readonly #searches = new Map<string, SiteSearch | undefined>();
  #slugs: ReadonlySet<string> | undefined;
  #ids: ReadonlySet<string> | undefined;
  #topics: readonly BuiltTopic[] | undefined;

  /** @throws CommandError where the folder holds no finished site */
  constructor(folder: string) {
    this.#folder = folder;
    this.#files = new SiteFiles(folder);
    const { locales, sourceLocale } = this.#files.json(`${api}/locales.json`, isLocalesDocument);
    this.locales = locales;
    this.sourceLocale = sourceLocale;
    const [first] = locales;
    this.base = first?.url.slice(0, first.url.lastIndexOf(`${localeOf(first.tag).path}/`)) ?? '/';
    // The sitemap is there where the build was told the address, and begins with it.
    const sitemap = this.#files.has('sitemap.xml') ? this.#files.text('sitemap.xml') : '';
    const address = /<loc>([^<]+)<\/loc>/.exec(sitemap)?.[1] ?? '';
    this.origin = URL.canParse(address) ? new URL(address).origin : undefined;
  }

  get tags(): string[] {
    return this.locales.map(({ tag }) => tag);
  }

  /** The address of a path, complete where the site's own is known. */
  addressOf(path: string): string {
    return this.origin === undefined ? path : new URL(path, this.origin).href;
  }

  /** Slugs of all articles, those that no list names among them. */
  get slugs(): ReadonlySet<string> {
    return (this.#slugs ??= this.#files.namesIn(`${api}/articles`, '.json'));
  }

  /** The articles that lists name, sorted by slug. */
  get topics(): readonly BuiltTopic[] {
    if (this.#topics) return this.#topics;
    const topics: BuiltTopic[] = [];
    const names = [...this.#files.namesIn(api, '.json')].filter((name) => /^index(?:-\d+)?$/.test(name));
    for (const name of names) topics.push(...this.#files.json(`${api}/${name}.json`, isBuiltIndex).topics);
    topics.sort((a, b) => (a.slug < b.slug ? -1 : 1));
    return (this.#topics = topics);
  }

  /** What the site knows of one of its `slugs`. Throws for any other text. */
  article(slug: string): ArticleDocument {
    return this.#files.json(`${api}/articles/${this.#known(slug)}.json`, isArticleDocument);
  }

  /** The articles that have an id, or had it as their slug; none where nobody has it. */
  articlesOfId(id: string): IdDocument['topics'] {
    this.#ids ??= this.#files.namesIn(`${api}/ids`, '.json');
    return this.#ids.has(id) ? this.#files.json(`${api}/ids/${id}.json`, isIdDocument).topics : [];
  }

  /** The Markdown edition of an article in a locale that has it. Throws where the site lacks it. */
  markdown(tag: string, slug: string): string {
    return this.#files.text(`${localeOf(tag).path}/${this.#known(slug)}.md`);
  }

  /** The page of an article in a locale that has it. Throws where the site lacks it. */
  page(tag: string, slug: string): string {
    return this.#files.text(`${localeOf(tag).path}/${this.#known(slug)}/index.html`);
  }

  /** A slug that may become part of a path. */
  #known(slug: string): string {
    if (this.slugs.has(slug)) return slug;
    throw new RangeError(`${JSON.stringify(slug)} is no slug of the site.`);
  }

  /** The search of a locale; undefined where it has none. */
  search(tag: string): SiteSearch | undefined {
    if (!this.#searches.has(tag)) this.#searches.set(tag, openSiteFolder(this.#folder, localeOf(tag).path));
    return this.#searches.get(tag);
  }
}

/** The site in a folder, which builds may replace while assistants ask for it. */
export class SiteFolder {
  readonly #folder: string;
  #open: { readonly state: string; readonly site: BuiltSite } | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The site that is there now. Throws a CommandError where there is none. */
  get site(): BuiltSite {
    const state = this.#state();
    if (this.#open?.state !== state) this.#open = { state, site: new BuiltSite(this.#folder) };
    return this.#open.site;
  }

  /** Differs where a build has put another site into this place: it moves folders as a whole. */
  #state(): string {
    try {
      return [this.#folder, join(this.#folder, api, 'index.json')]
        .map((place) => statSync(place))
        .map(({ ino, ctimeMs, mtimeMs }) => `${ino} ${ctimeMs} ${mtimeMs}`)
        .join(', ');
    } catch (error) {
      throw new CommandError(`There is no finished site in ${this.#folder}. Build one with \`npm run build\`.`, {
        cause: error,
      });
    }
  }
}
