/**
 * Everything that the page of an article shows, but the text of its files: that is named by place and digest. One closed value, plain
 * JSON: its hash is the key of the page, and it is all that a process which renders the page is given.
 */
import { hash } from 'node:crypto';
import type { LocalImage, ResolvedLink } from './render/resolved.ts';
import type { Alternate, Article, Page } from './types.ts';

/** What a page says of its article without looking at its text. */
export type PageFrame = Omit<Page, 'html' | 'markdown' | 'toc' | 'originalLocale'>;

/** Values by the addresses that they belong to. Pairs, because an address can be anything: `__proto__` is one. */
export type ByAddress<Value> = readonly (readonly [address: string, value: Value])[];

/** A place below one of the content directories, wherever these are. */
export interface InputPlace {
  /** Number of the content directory, in the order of the configuration. */
  readonly root: number;
  /** Path below it, with `/`. */
  readonly path: string;
}

/** A file that rendering reads. */
export interface InputFile extends InputPlace {
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly digest: string;
}

/** One side of an article's file. */
export interface InputText extends Pick<Article, 'digest' | 'side' | 'bodyStart'> {
  readonly file: InputPlace;
}

/** A file that the article includes, directly or by others. It lies below the article's own content directory. */
export interface IncludedPart {
  readonly path: string;
  /** Undefined for a file that cannot be read, and shows nothing. */
  readonly digest?: string;
  /** True where the file is not published, and shows nothing. */
  readonly isWithheld?: true;
  /** Paths of the files that it includes. */
  readonly includes: ByAddress<string>;
}

export interface RenderInput {
  readonly sourceLocale: string;
  readonly frame: PageFrame;
  readonly text: InputText;
  /** The bilingual edition that knows the source of the article's sentences. */
  readonly aligned?: InputText;
  readonly headingIds: readonly string[];
  readonly footnoteIds: readonly string[];
  /** Ids of the headings that the page of the source has, too. */
  readonly sourceSections: readonly string[];
  /** Those links that are not taken as they are written (`linkAsWritten`). */
  readonly links: ByAddress<ResolvedLink>;
  /** Images that are files of the site. */
  readonly images: ByAddress<LocalImage>;
  /** Paths of the files that the article includes. */
  readonly includes: ByAddress<string>;
  readonly parts: readonly IncludedPart[];
  /** Files of code. */
  readonly code: ByAddress<InputFile>;
}

/** The key of a page: equal inputs have equal keys, and show the same. The code and the interface's strings are not in it. */
export function keyOf(input: RenderInput): string {
  const { frame, ...rest } = input;
  const { alternates, ...own } = frame;
  return sha256([own, digestOfAlternates(alternates), rest]).slice(0, 32);
}

/** All pages of a topic share one list, which is as long as the site has locales. */
const digests = new WeakMap<readonly Alternate[], string>();

function digestOfAlternates(alternates: readonly Alternate[]): string {
  let digest = digests.get(alternates);
  if (digest === undefined) digests.set(alternates, (digest = sha256(alternates)));
  return digest;
}

function sha256(value: unknown): string {
  return hash('sha256', JSON.stringify(value));
}
