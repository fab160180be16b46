/**
 * The documents of the static JSON API, `/api/v1/`, by their paths below it. `openapi.ts` describes them. Fields are added, never
 * renamed or removed: tools that other people wrote read them.
 */
import { localeOf } from '../core/locales.ts';
import type { Catalogue, Edition, Entry } from './catalogue.ts';
import { type KnownId, permanentPath } from './ids.ts';
import { openApiDocument } from './openapi.ts';
import { statusOf } from './translation-status.ts';

/** One topic in `/api/v1/index.json`. */
export interface ApiTopic {
  readonly slug: string;
  /** Title by locale tag. */
  readonly title: Readonly<Record<string, string>>;
  /** All ids that any edition states, sorted. */
  readonly ids: readonly string[];
  /** Editions by locale tag; fallback pages are not among them. */
  readonly locales: Readonly<Record<string, ApiEdition>>;
}

export type ApiEdition = Pick<Edition, 'url' | 'file' | 'translation' | 'state'>;

/** `/api/v1/index.json`, and where it has several pages, the pages after it. */
export interface ApiIndex {
  readonly topics: readonly ApiTopic[];
  /** Path of the next page; absent on the last one. */
  readonly next?: string;
}

/** `/api/v1/articles/<slug>.json`. */
export interface ApiArticle {
  readonly slug: string;
  readonly formerSlugs: readonly string[];
  readonly ids: readonly string[];
  /** Path that opens the article in the reader's language. */
  readonly permanent: string;
  readonly sourceLocale: string;
  /** Locales without a translation whose readers are shown the source. */
  readonly fallbacks: readonly string[];
  readonly locales: Readonly<Record<string, ApiArticleEdition>>;
}

export type ApiArticleEdition = Omit<Edition, 'locale' | 'rules' | 'unlisted'>;

/** `/api/v1/ids/<id>.json`. */
export interface ApiId {
  readonly id: string;
  /** Path that opens the article, or the choice between them, in the reader's language. */
  readonly permanent: string;
  readonly topics: readonly ApiIdTopic[];
}

export interface ApiIdTopic {
  readonly slug: string;
  readonly permanent: string;
  /** Path of the article's document in this API. */
  readonly article: string;
  readonly title: Readonly<Record<string, string>>;
  /** Locales that have a page for it. */
  readonly pages: readonly string[];
}

/** A document, and the path below `/api/v1/` that it is served at. */
export interface ApiFile {
  readonly path: string;
  readonly document: unknown;
}

/** Editions that one page of the index lists: some 36 bytes each when compressed, so that no page comes near a megabyte. */
const editionsOnPage = 20_000;

/** All documents, one after the other. */
export function* apiFiles(
  catalogue: Catalogue,
  ids: readonly KnownId[],
  title: string,
  perPage = editionsOnPage,
): Generator<ApiFile> {
  yield { path: 'openapi.json', document: openApiDocument(title, catalogue.base) };
  yield { path: 'locales.json', document: localesDocument(catalogue) };
  yield* indexPages(catalogue, perPage);
  for (const entry of catalogue.entries) {
    yield { path: `articles/${entry.slug}.json`, document: articleDocument(entry, catalogue) };
  }
  for (const known of ids) {
    const document = idDocument(known, catalogue);
    for (const spelling of known.spellings) yield { path: `ids/${spelling}.json`, document };
  }
  const reports = catalogue.locales.map((locale) => statusOf(locale, catalogue));
  yield {
    path: 'status.json',
    document: { sourceLocale: catalogue.sourceLocale, locales: reports.map(({ summary }) => summary) },
  };
  for (const { summary, articles, missing } of reports) {
    yield { path: `status/${summary.path}.json`, document: { ...summary, list: articles, missing } };
  }
}

/** Path of a document, with the base. */
export function apiPath(base: string, path: string): string {
  return encodeURI(`${base}api/v1/${path}`);
}

function* indexPages({ entries: known, base }: Catalogue, perPage: number): Generator<ApiFile> {
  const entries = known.flatMap((entry) => {
    const editions = entry.editions.filter(({ unlisted }) => unlisted !== true);
    return editions.length === 0 ? [] : [{ ...entry, editions }];
  });
  const pages: Entry[][] = [[]];
  let onPage = 0;
  for (const entry of entries) {
    if (onPage > 0 && onPage + entry.editions.length > perPage) {
      pages.push([]);
      onPage = 0;
    }
    pages.at(-1)?.push(entry);
    onPage += entry.editions.length;
  }
  const nameOf = (at: number): string => (at === 0 ? 'index.json' : `index-${at + 1}.json`);
  for (const [at, page] of pages.entries()) {
    const topics = page.map(topicDocument);
    const document: ApiIndex = at + 1 < pages.length ? { topics, next: apiPath(base, nameOf(at + 1)) } : { topics };
    yield { path: nameOf(at), document };
  }
}

function topicDocument({ slug, ids, editions }: Entry): ApiTopic {
  return {
    slug,
    title: titlesOf(editions),
    ids,
    locales: Object.fromEntries(editions.map((edition) => [edition.locale, shortEdition(edition)])),
  };
}

function shortEdition({ url, file, translation, state }: Edition): ApiEdition {
  return { url, file, translation, state };
}

function titlesOf(editions: readonly Edition[]): Record<string, string> {
  return Object.fromEntries(editions.map(({ locale, title }) => [locale, title]));
}

function articleDocument(entry: Entry, { base, sourceLocale }: Catalogue): ApiArticle {
  const { slug, formerSlugs, ids, editions, pages } = entry;
  const own = new Set(editions.map(({ locale }) => locale));
  return {
    slug,
    formerSlugs,
    ids,
    permanent: permanentPath(base, slug),
    sourceLocale,
    fallbacks: pages.filter((locale) => !own.has(locale)),
    locales: Object.fromEntries(
      editions.map((edition): [string, ApiArticleEdition] => {
        const { locale, rules: _rules, unlisted: _unlisted, ...rest } = edition;
        return [locale, rest];
      }),
    ),
  };
}

function idDocument({ id, entries }: KnownId, { base }: Catalogue): ApiId {
  return {
    id,
    permanent: permanentPath(base, id),
    topics: entries.map(({ slug, editions, pages }) => ({
      slug,
      permanent: permanentPath(base, slug),
      article: apiPath(base, `articles/${slug}.json`),
      title: titlesOf(editions),
      pages,
    })),
  };
}

function localesDocument({ locales, entries, base, sourceLocale }: Catalogue): unknown {
  const counts = new Map<string, number>();
  for (const { locale } of entries.flatMap(({ editions }) => editions)) {
    counts.set(locale, (counts.get(locale) ?? 0) + 1);
  }
  return {
    sourceLocale,
    locales: locales.map((tag) => {
      const { path, name, direction } = localeOf(tag);
      return { tag, path, name, direction, url: `${base}${path}/`, articles: counts.get(tag) ?? 0 };
    }),
  };
}
