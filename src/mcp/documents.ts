/** The documents of a finished site's API, as far as the tools for assistants read them, with the tests of their kinds. */
import { canonicalTag } from '../core/locales.ts';
import { isListOf, isNumber, isRecord, isText } from '../core/stored.ts';

/** `/api/v1/locales.json`. */
export interface LocalesDocument {
  readonly sourceLocale: string;
  readonly locales: readonly LocaleDocument[];
}

export interface LocaleDocument {
  /** BCP 47 tag in canonical case. */
  readonly tag: string;
  /** The locale's own name for itself. */
  readonly name: string;
  /** Path of the home page, with the base. */
  readonly url: string;
  readonly articles: number;
}

/** `/api/v1/articles/<slug>.json`. */
export interface ArticleDocument {
  readonly slug: string;
  readonly sourceLocale: string;
  readonly locales: Readonly<Record<string, EditionDocument>>;
}

export interface EditionDocument {
  readonly title: string;
  /** Path of the page, with the base. */
  readonly url: string;
  readonly translation: string;
  readonly state: string;
  /** `YYYY-MM-DD`. */
  readonly updated?: string;
  readonly headings: readonly HeadingDocument[];
}

export interface HeadingDocument {
  readonly id: string;
  readonly depth: number;
  readonly text: string;
}

/** `/api/v1/ids/<id>.json`. */
export interface IdDocument {
  readonly topics: readonly { readonly slug: string; readonly title: Readonly<Record<string, string>> }[];
}

export function isLocalesDocument(value: unknown): value is LocalesDocument {
  return isRecord(value) && isText(value['sourceLocale']) && isListOf(value['locales'], isLocale);
}

function isLocale(value: unknown): value is LocaleDocument {
  return (
    isRecord(value) &&
    isText(value['tag']) &&
    canonicalTag(value['tag']) === value['tag'] &&
    isText(value['name']) &&
    isText(value['url']) &&
    isNumber(value['articles'])
  );
}

export function isArticleDocument(value: unknown): value is ArticleDocument {
  return (
    isRecord(value) &&
    isText(value['slug']) &&
    isText(value['sourceLocale']) &&
    isRecord(value['locales']) &&
    Object.values(value['locales']).every(isEdition)
  );
}

function isEdition(value: unknown): value is EditionDocument {
  return (
    isRecord(value) &&
    ['title', 'url', 'translation', 'state'].every((name) => isText(value[name])) &&
    (value['updated'] === undefined || isText(value['updated'])) &&
    isListOf(value['headings'], isHeading)
  );
}

function isHeading(value: unknown): value is HeadingDocument {
  return isRecord(value) && isText(value['id']) && isNumber(value['depth']) && isText(value['text']);
}

export function isIdDocument(value: unknown): value is IdDocument {
  return isRecord(value) && isListOf(value['topics'], isIdTopic);
}

function isIdTopic(value: unknown): value is IdDocument['topics'][number] {
  return (
    isRecord(value) && isText(value['slug']) && isRecord(value['title']) && Object.values(value['title']).every(isText)
  );
}
