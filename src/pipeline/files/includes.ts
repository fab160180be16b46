/** Files that are parts of articles, `[!INCLUDE [text](path)]`. */
import { extname, posix } from 'node:path';
import { visit } from 'unist-util-visit';
import { Draft } from '../draft.ts';
import { decodePath, type FileFinder } from './referenced-files.ts';
import { includedFile } from './include-digests.ts';
import { InclusionBudget, inclusionsIn, nameInstead } from './inclusions.ts';
import { parseMarkdown, spanOf } from '../markdown.ts';
import { findReferences } from '../normalize/references.ts';
import { parseManuscript } from '../parse/manuscript.ts';
import { publicationOf } from '../parse/publication-of.ts';
import { reasonToWithhold } from '../parse/publication.ts';
import { readSource } from '../read.ts';
import type { Article, Reference, Source } from '../types.ts';
import type { FileReference } from '../../core/file-reference.ts';
import type { Edit } from '../../core/span.ts';

export interface IncludeContext {
  readonly files: FileFinder;
  readonly sourceLocale: string;
  /** Decides which files are published, in milliseconds since 1970. */
  readonly time: number;
}

/** Where the files come from that articles include. */
export interface IncludeSource {
  readonly sourceLocale: string;
  /** The file that an address in another one means; undefined where there is none. */
  find(from: FileReference, href: string): FileReference | undefined;
  /** A file as it is now. Throws where it cannot be read. */
  read(file: FileReference): Source;
  isPublished(source: Source): boolean;
}

/** What became of a file that an article includes. */
export interface Included {
  /** Its Markdown, its links as the article would write them; empty where it has no text, is no text, is too long, or is not published. */
  readonly text: string;
  /** Why it, or a file that it includes in its turn, is not shown, where that is so. */
  readonly trouble?: 'include-loop' | 'too-much-included' | 'not-published';
}

/** A file with the files that it includes, its links as it writes them. */
interface Expanded extends Included {
  readonly file: FileReference;
}

/**
 * The files that one article includes. Includes may include; each file is read once and put together once, however many times and
 * from wherever it is included, and at all levels together no more than `mostIncluded` characters are taken into other files. One that
 * includes itself, directly or by others, is its name there.
 */
export class Includes {
  readonly #article: FileReference;
  readonly #side: 'target' | 'source';
  readonly #source: IncludeSource;
  /** By path below the article's root; undefined while a file is being put together. */
  readonly #expanded = new Map<string, Expanded | undefined>();
  readonly #texts = new Map<string, Included | undefined>();
  readonly #budget = new InclusionBudget();

  /** @param side of the article that includes: that of bilingual files which is shown */
  constructor(article: FileReference, side: 'target' | 'source', source: IncludeSource) {
    this.#article = article;
    this.#side = side;
    this.#source = source;
  }

  /** What an address in the article includes; undefined where there is no such file. */
  find(href: string): Included | undefined {
    if (!this.#texts.has(href)) {
      const file = this.#source.find(this.#article, href);
      const expanded = file === undefined ? undefined : this.#expand(file);
      this.#texts.set(href, expanded && { ...expanded, text: rebasedFor(this.#article, expanded) });
    }
    return this.#texts.get(href);
  }

  /** Undefined for a file that is being put together already. */
  #expand(file: FileReference): Expanded | undefined {
    if (!this.#expanded.has(file.path)) {
      this.#expanded.set(file.path, undefined);
      this.#expanded.set(file.path, this.#putTogether(file));
    }
    return this.#expanded.get(file.path);
  }

  #putTogether(file: FileReference): Expanded {
    const { text, trouble: own } = ownText(file, this.#side, this.#source);
    const edits: Edit[] = [];
    let trouble = own;
    for (const inclusion of inclusionsIn(text)) {
      if (inclusion.kind !== 'include') continue;
      const inner = this.#source.find(file, inclusion.href);
      const nested = inner && this.#expand(inner);
      if (inner && !nested) trouble ??= 'include-loop';
      trouble ??= nested?.trouble;
      const fits = nested && this.#budget.takes(inclusion, nested.text);
      if (nested && !fits) trouble ??= 'too-much-included';
      const shown = fits === true ? rebasedFor(file, nested) : inner === undefined ? '' : nameInstead(inclusion);
      edits.push({ start: inclusion.start, end: inclusion.end, text: shown });
    }
    const whole = Draft.of(text, 0).apply(edits).text;
    return { file, text: whole, ...(trouble === undefined ? {} : { trouble }) };
  }
}

/** Text of a file by the address with which an article includes it; of its source side for `source`, else of the article's own. */
export type IncludedText = (href: string, side?: 'source') => string | undefined;

/** The content directories as the place that included files come from. */
export function includeSourceOf({ files, sourceLocale, time }: IncludeContext): IncludeSource {
  return {
    sourceLocale,
    find: (from, href) => includedFile(from, href, files),
    read: readSource,
    isPublished: (source) => reasonToWithhold(publicationOf(source), time) === undefined,
  };
}

/** Texts of the files that an article includes, as it is to be read. */
export function includesFor(article: Pick<Article, 'file' | 'side'>, context: IncludeContext): IncludedText {
  return includedTextOf(article, includeSourceOf(context));
}

/** Texts of the files that an article includes, from wherever these come. */
export function includedTextOf({ file, side }: Pick<Article, 'file' | 'side'>, source: IncludeSource): IncludedText {
  const own = new Includes(file, side, source);
  let sources: Includes | undefined;
  return (href, wanted) => {
    const includes = wanted === undefined || wanted === side ? own : (sources ??= new Includes(file, wanted, source));
    return includes.find(href)?.text;
  };
}

/** Addresses of the files that an article includes: in its text, its title, its description, its category, the source of its sentences. */
export function includesOf({
  references,
  metadata: { title = '', description = '', category = '' },
  sourceIncludes = [],
}: Article): string[] {
  const inHeader = [title, description, category].flatMap((text) => (text.includes('[!') ? inclusionsIn(text) : []));
  const own = [...references, ...inHeader].flatMap(({ kind, href }) => (kind === 'include' ? href : []));
  return [...own, ...sourceIncludes];
}

function ownText(file: FileReference, side: 'target' | 'source', includes: IncludeSource): Included {
  const { sourceLocale } = includes;
  let source: Source;
  try {
    source = includes.read(file);
  } catch {
    // It may not be read, or is larger than any text can be.
    return { text: '' };
  }
  // An include file often states no locale; that of its including article is as good, so the source locale stands in.
  // Its own name says nothing either: a part may be called README.
  const place = { ...source, path: `${sourceLocale}/part${extname(file.path)}` };
  const { manuscript } = parseManuscript(place, side, sourceLocale);
  if (!manuscript) return { text: '' };
  // What is not published is shown nowhere.
  if (!includes.isPublished(source)) return { text: '', trouble: 'not-published' };
  return { text: manuscript.draft.text.trim() };
}

/** What an included text refers to, its addresses as the including article would write them. */
export function referencesIn(text: string): Reference[] {
  return findReferences(parseMarkdown(text), Draft.of(text, 0));
}

/** The text of an included file with its relative addresses as another file would write them. */
function rebasedFor(by: FileReference, { file, text }: Expanded): string {
  const [from, to] = [posix.dirname(file.path), posix.dirname(by.path)];
  if (from === to) return text;
  const edits: Edit[] = [];
  visit(parseMarkdown(text), (node) => {
    if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') return;
    const path = decodePath(node.url);
    if (path === undefined || path.startsWith('/') || path.startsWith('~') || node.url.startsWith('#')) return;
    const { start, end } = spanOf(node);
    const at = text.slice(start, end).lastIndexOf(node.url);
    if (at === -1) return;
    const address = posix.relative(to, posix.join(from, node.url));
    edits.push({ start: start + at, end: start + at + node.url.length, text: address });
  });
  return Draft.of(text, 0).apply(edits).text;
}
