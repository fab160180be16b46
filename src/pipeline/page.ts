/** From topics to the pages that show them. */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { Root } from 'hast';
import { localeOf } from '../core/locales.ts';
import { languageName } from '../core/languages.ts';
import { codeIn } from './files/code-files.ts';
import { localSize } from './files/downloads.ts';
import { isViewed } from './files/file-kinds.ts';
import type { FileFinder } from './files/referenced-files.ts';
import type { ImageLibrary } from './files/images.ts';
import { includesFor } from './files/includes.ts';
import { anchorIdsOf, encodedAddress, type LinkMap, pagePath } from './link/resolve.ts';
import { missingIn } from './missing.ts';
import { normalize, type Normalized } from './normalize/normalize.ts';
import { manuscriptOf } from './manuscripts.ts';
import type { Manuscript } from './parse/manuscript.ts';
import type { ResolvedLink } from './render/resolved.ts';
import { printable, printableText } from '../core/html.ts';
import { handOverAsWritten, handOverMarkdown } from './render/markdown-export.ts';
import { element, text } from './render/elements.ts';
import { renderOriginals } from './render/originals.ts';
import { plainText } from './render/plain-text.ts';
import { render } from './render/render.ts';
import { serialize } from './render/serialize.ts';
import { rehypeSourceLinks } from './render/source-links.ts';
import { shownIn } from './group/article-for-locale.ts';
import type { Alternate, Article, ListEntry, Original, Page, Segment, TocEntry, Topic } from './types.ts';

/** Where links lead: of all articles (`LinkMap`), or of one (`page-order.ts`). */
export type Links = Pick<LinkMap, 'digest' | 'resolve'>;

/** What pages are made with. */
export interface PageContext {
  readonly sourceLocale: string;
  /** The time that the site is made for, in milliseconds since 1970. */
  readonly time: number;
  readonly base: string;
  /** Published locales, sorted by tag. */
  readonly locales: readonly string[];
  readonly files: FileFinder;
  readonly images: ImageLibrary;
  readonly links: Links;
  /** UI strings of a locale. */
  readonly strings: (locale: string) => (key: string, values?: Record<string, string>) => string;
}

/** The day that a page says it was updated on: the author's own date, else that of the hand-back. */
export function updatedOf({ metadata }: Article): string | undefined {
  return metadata.date ?? metadata.handoff;
}

/** Ids of an article's headings in their order. */
export function headingIdsOf({ anchors }: Article): string[] {
  return anchors.filter(({ depth }) => depth > 0).map(({ id }) => id);
}

/** A page, the source of its sentences where that is known, and why it shows its article as plain text where it does. */
export interface RenderedPage {
  readonly page: Page;
  /** The tree that the page's HTML was written from. */
  readonly body: Root;
  /** Images that it shows: path below the site's root by file. */
  readonly images: readonly (readonly [file: string, path: string])[];
  readonly original?: Original;
  readonly failure?: string;
}

/**
 * The page of a topic in a locale, which shows `article` (see `shownIn`).
 *
 * @param failure why the article is to be shown as plain text, where it is
 */
export function pageOf(
  topic: Topic,
  article: Article,
  locale: string,
  context: PageContext,
  failure?: string,
): RenderedPage {
  const { sourceLocale, base } = context;
  const { result, images } = context.images.noting(() => renderSafely(topic, article, locale, context, failure));
  const { body, markdown, sentences } = result;
  const fallback = article.locale !== locale;
  const source = topic.articles[sourceLocale];
  const original = fallback || source === article ? undefined : originalOf(article, sentences, locale, context);
  const translated = source && source !== article ? source : undefined;
  const sourceIds = translated && anchorIdsOf(translated);
  const toc = sourceIds ? result.toc.map((entry) => withSource(entry, sourceIds)) : result.toc;
  const sourceHref = translated && pagePath(base, sourceLocale, topic.slug);
  if (original && sourceHref !== undefined) addSourceLinks(body, toc, { href: sourceHref, locale }, context);
  const missing = missingIn(article, topic, sourceLocale);
  const page: Page = {
    ...frameOf(topic, article, locale, context),
    html: serialize(body),
    markdown: fallback ? '' : printableText(markdown),
    toc,
    ...(original === undefined ? {} : { originalLocale: original.lang }),
    ...(missing === undefined ? {} : { missing }),
  };
  return {
    page,
    body,
    images,
    ...(original === undefined ? {} : { original }),
    ...(result.failure === undefined ? {} : { failure: result.failure }),
  };
}

/**
 * The page of an article that cannot be read or rendered at all, so that its address and what leads there stay right: title and
 * summary, which are known already.
 */
export function pageWithout(
  topic: Topic,
  article: Article,
  locale: string,
  context: PageContext,
  error: unknown,
): RenderedPage {
  const [title, summary] = [printable(article.title), printable(article.summary)];
  const body: Root = { type: 'root', children: [element('h1', {}, [text(title)]), element('p', {}, [text(summary)])] };
  return {
    page: { ...frameOf(topic, article, locale, context), html: serialize(body), markdown: '', toc: [] },
    body,
    images: [],
    failure: reasonOf(error),
  };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What a page says of its article without looking at its text. */
function frameOf(
  topic: Topic,
  article: Article,
  locale: string,
  context: PageContext,
): Omit<Page, 'html' | 'markdown' | 'toc'> {
  const { sourceLocale, base } = context;
  const { metadata } = article;
  const updated = updatedOf(article);
  const source = topic.articles[sourceLocale];
  return {
    locale,
    slug: topic.slug,
    title: article.title,
    description: article.summary,
    bodyLocale: article.locale,
    translation: metadata.translation,
    state: topic.states[article.locale] ?? 'current',
    ...(updated === undefined ? {} : { updated }),
    ...(article.category === undefined ? {} : { category: article.category }),
    alternates: alternatesOf(topic, context),
    canonical: pagePath(base, article.locale, topic.slug),
    ...(source && source !== article ? { sourceHref: pagePath(base, sourceLocale, topic.slug) } : {}),
    ...(metadata.keywords === undefined ? {} : { keywords: metadata.keywords }),
    noindex: metadata.noindex || article.locale !== locale,
  };
}

function withSource(entry: TocEntry, sourceIds: ReadonlySet<string>): TocEntry {
  return sourceIds.has(entry.id) ? { ...entry, inSource: true } : entry;
}

function addSourceLinks(
  body: Root,
  toc: readonly TocEntry[],
  { href, locale }: { href: string; locale: string },
  { sourceLocale, strings }: PageContext,
): void {
  const sections = new Set(toc.flatMap(({ id, inSource }) => (inSource === true ? [id] : [])));
  const label = strings(locale)('notice.original', { language: languageName(sourceLocale, locale) });
  rehypeSourceLinks({ sections, href, language: sourceLocale, label })(body);
}

/** The source of the page's sentences; undefined where no sentence has one. */
function originalOf(
  article: Article,
  sentences: readonly Segment[],
  locale: string,
  context: PageContext,
): Original | undefined {
  const { sourceLocale } = context;
  // A page is made anew when its own links come to lead elsewhere. Others in its source are taken as they are written.
  const known = new Set(article.references.flatMap(({ href }) => [href, encodedAddress(href)]));
  const originals = renderOriginals(sentences, {
    fallbackLanguage: sourceLocale,
    resolveLink: (href) => {
      if (known.has(href)) return resolveLink(article, href, locale, context);
      return /^(?:https?|mailto):/i.test(href) ? { kind: 'external', href } : { kind: 'broken' };
    },
    footnoteIds: article.footnoteIds,
    resolveImage: (src) => (known.has(src) ? context.images.resolve(article.file, src) : undefined),
  });
  if (Object.keys(originals).length === 0) return undefined;
  return { lang: sourceLocale, dir: localeOf(sourceLocale).direction, sentences: originals };
}

/** An article that breaks the renderer is shown as plain text: one article never costs the others their pages. */
function renderSafely(topic: Topic, article: Article, locale: string, context: PageContext, failure?: string) {
  let manuscript: Manuscript | undefined;
  try {
    manuscript = manuscriptOf(article, topic, context.sourceLocale);
    if (failure !== undefined) return asPlainText(article, manuscript, failure);
    return { ...renderFor(article, normalize(manuscript, headingIdsOf(article)), locale, context), failure: undefined };
  } catch (error) {
    return asPlainText(article, manuscript, reasonOf(error));
  }
}

/** @param manuscript undefined where only the title is known: of a file that was removed after it had been read */
function asPlainText({ title }: Article, manuscript: Manuscript | undefined, failure: string) {
  const content = manuscript?.draft.text ?? '';
  return {
    body: plainText(title, content),
    markdown: handOverAsWritten(title, content),
    toc: [],
    sentences: [],
    failure,
  };
}

function renderFor(article: Article, normalized: Normalized, locale: string, context: PageContext) {
  const { files, images, sourceLocale } = context;
  const codes = new Map<string, string | undefined>();
  const rendering = {
    title: article.title,
    headingIds: headingIdsOf(article),
    isSource: article.locale === sourceLocale,
    fallbackLanguage: sourceLocale,
    resolveLink: (href: string) => resolveLink(article, href, locale, context),
    resolveImage: (src: string) => images.resolve(article.file, src),
    include: includesFor(article, context),
    code: (href: string) => {
      if (!codes.has(href)) {
        const file = files.find(article.file, { kind: 'code', href });
        codes.set(href, file === undefined ? undefined : codeIn(file));
      }
      return codes.get(href);
    },
    t: context.strings(article.locale),
  };
  const markdown = handOverMarkdown(normalized, rendering);
  return { ...render(normalized, rendering), markdown };
}

/**
 * Where a link of an article leads on a page of `locale`: to an article, another site, a place on the page, an image in
 * full, or a file to download.
 */
export function resolveLink(
  article: Article,
  href: string,
  locale: string,
  { links, images }: PageContext,
): ResolvedLink {
  const link = links.resolve(article, href, locale);
  if (link.kind !== 'broken') return link;
  const image = images.resolve(article.file, href);
  if (image?.kind === 'local') return { kind: 'external', href: image.src };
  const download = images.download(article.file, href);
  if (!download) return link;
  images.publish(download);
  const name = isViewed(download.file) ? {} : { name: basename(download.file) };
  return { kind: 'download', href: download.href, size: localSize(download.bytes, locale), ...name };
}

/** The languages that a reader can switch to on any page of a topic, fallback pages among them. */
export function alternatesOf(topic: Topic, { locales, base, sourceLocale }: PageContext): Alternate[] {
  return locales
    .filter((locale) => shownIn(topic, locale, sourceLocale) !== undefined)
    .map((locale) => ({
      locale,
      href: pagePath(base, locale, topic.slug),
      translated: topic.articles[locale] !== undefined,
    }));
}

/** What the lists of a locale say about its articles, in the order of its own collation. */
export function listOf(topics: readonly Topic[], locale: string, { sourceLocale, base }: PageContext): ListEntry[] {
  const collator = new Intl.Collator(locale, { numeric: true });
  return topics
    .flatMap((topic): ListEntry[] => {
      const article = shownIn(topic, locale, sourceLocale);
      if (!article || article.metadata.publication.unlisted === true) return [];
      const { metadata } = article;
      const updated = updatedOf(article);
      return [
        {
          slug: topic.slug,
          title: article.title,
          summary: article.summary,
          href: pagePath(base, locale, topic.slug),
          bodyLocale: article.locale,
          ...(article.category === undefined ? {} : { category: article.category }),
          ...(updated === undefined ? {} : { updated }),
          noindex: metadata.noindex,
        },
      ];
    })
    .sort((a, b) => collator.compare(a.title, b.title) || (a.slug < b.slug ? -1 : 1));
}

/**
 * Changes whenever anything that a page shows has changed, at once or when it is asked for.
 *
 * @param page JSON of the page
 * @param original JSON of its original, where it has one
 */
export function digestOf(page: string, original = 'null'): string {
  return createHash('sha256').update(`[${page},${original}]`).digest('hex').slice(0, 32);
}

/** All locales that have an article of their own, sorted by tag. */
export function localesOf(topics: readonly Topic[]): string[] {
  return [...new Set(topics.flatMap(({ articles }) => Object.keys(articles)))].sort().map((tag) => localeOf(tag).tag);
}
