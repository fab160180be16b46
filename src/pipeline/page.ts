/** From the input of a page to the page. Nothing else is known here, and no files are read but those that the input names. */
import { createHash } from 'node:crypto';
import type { Root } from 'hast';
import { messageOf } from '../core/errors.ts';
import { localeOf } from '../core/locales.ts';
import { languageName } from '../core/languages.ts';
import type { ArticleText } from './article-text.ts';
import { InputFiles } from './input-files.ts';
import { normalize } from './normalize/normalize.ts';
import type { RenderInput } from './render-input.ts';
import { printable, printableText } from '../core/html.ts';
import { handOverAsWritten, handOverMarkdown } from './render/markdown-export.ts';
import { element, text } from './render/elements.ts';
import { renderOriginals } from './render/originals.ts';
import { plainText } from './render/plain-text.ts';
import { render } from './render/render.ts';
import type { RenderContext } from './render/render-context.ts';
import { decodeFragment, imageAsWritten, linkAsWritten, linkTo } from './render/resolved.ts';
import { serialize } from './render/serialize.ts';
import { rehypeSourceLinks } from './render/source-links.ts';
import type { Original, Page, Segment, TocEntry } from './types.ts';

/** What pages are rendered with, besides their inputs. */
export interface RenderResources {
  /** Absolute paths of the content directories. */
  readonly roots: readonly string[];
  /** UI strings of a locale. */
  readonly strings: (locale: string) => (key: string, values?: Record<string, string>) => string;
}

/** A page, the source of its sentences where that is known, and why it shows its article as plain text where it does. */
export interface RenderedPage {
  readonly page: Page;
  /** The tree that the page's HTML was written from. */
  readonly body: Root;
  readonly original?: Original;
  readonly failure?: string;
  /** True where files have changed since the input was made, so that the page is not the one that the input's key means. */
  readonly isOutdated?: true;
}

/**
 * The page of an input.
 *
 * @param failure why the article is to be shown as plain text, where it is
 */
export function pageOf(input: RenderInput, resources: RenderResources, failure?: string): RenderedPage {
  const { frame, sourceLocale } = input;
  const files = new InputFiles(input, resources.roots);
  const addresses = addressesOf(input);
  const result = renderSafely(input, { files, addresses, strings: resources.strings }, failure);
  const { body, sentences } = result;
  const isTranslation = frame.bodyLocale === frame.locale && frame.bodyLocale !== sourceLocale;
  const original = isTranslation ? originalOf(input, sentences, addresses) : undefined;
  const sections = new Set(input.sourceSections);
  const toc = result.toc.map((entry): TocEntry => (sections.has(entry.id) ? { ...entry, inSource: true } : entry));
  if (original) addSourceLinks(body, toc, input, resources);
  return {
    page: {
      ...frame,
      html: serialize(body),
      markdown: frame.bodyLocale === frame.locale ? printableText(result.markdown) : '',
      toc,
      ...(original === undefined ? {} : { originalLocale: original.lang }),
    },
    body,
    ...(original === undefined ? {} : { original }),
    ...(result.failure === undefined ? {} : { failure: result.failure }),
    ...(files.hasChanged ? { isOutdated: true } : {}),
  };
}

/**
 * The page of an article that cannot be read or rendered at all, so that its address and what leads there stay right: title and
 * summary, which are known already.
 */
export function pageWithout({ frame }: RenderInput, error: unknown): RenderedPage {
  const [title, summary] = [printable(frame.title), printable(frame.description)];
  const body: Root = { type: 'root', children: [element('h1', {}, [text(title)]), element('p', {}, [text(summary)])] };
  return { page: { ...frame, html: serialize(body), markdown: '', toc: [] }, body, failure: messageOf(error) };
}

type Addresses = Pick<RenderContext, 'resolveLink' | 'resolveImage'>;

/** Where the input says that addresses lead. Others are those of footnotes, or are taken as they are written. */
function addressesOf(input: RenderInput): Addresses {
  const links = new Map(input.links);
  const images = new Map(input.images);
  const footnotes = new Map(input.footnoteIds.map((id) => [id, linkTo(id)]));
  const footnoteLink = (href: string) =>
    href.startsWith('#') ? footnotes.get(decodeFragment(href.slice(1))) : undefined;
  return {
    resolveLink: (href) => links.get(href) ?? footnoteLink(href) ?? linkAsWritten(href),
    resolveImage: (src) => images.get(src) ?? imageAsWritten(src),
  };
}

function addSourceLinks(
  body: Root,
  toc: readonly TocEntry[],
  { frame: { locale, sourceHref }, sourceLocale }: RenderInput,
  { strings }: RenderResources,
): void {
  if (sourceHref === undefined) return;
  const sections = new Set(toc.flatMap(({ id, inSource }) => (inSource === true ? [id] : [])));
  const label = strings(locale)('notice.original', { language: languageName(sourceLocale, locale) });
  rehypeSourceLinks({ sections, href: sourceHref, language: sourceLocale, label })(body);
}

/** The source of the page's sentences; undefined where no sentence has one. */
function originalOf(
  { sourceLocale, footnoteIds }: RenderInput,
  sentences: readonly Segment[],
  addresses: Addresses,
): Original | undefined {
  const originals = renderOriginals(sentences, { fallbackLanguage: sourceLocale, footnoteIds, ...addresses });
  if (Object.keys(originals).length === 0) return undefined;
  return { lang: sourceLocale, dir: localeOf(sourceLocale).direction, sentences: originals };
}

interface Rendering extends Pick<RenderResources, 'strings'> {
  readonly files: InputFiles;
  readonly addresses: Addresses;
}

/** An article that breaks the renderer is shown as plain text: one article never costs the others their pages. */
function renderSafely(input: RenderInput, rendering: Rendering, failure?: string) {
  let article: ArticleText | undefined;
  try {
    article = rendering.files.text();
    if (failure !== undefined) return asPlainText(input, article, failure);
    return { ...renderText(input, article, rendering), failure: undefined };
  } catch (error) {
    return asPlainText(input, article, messageOf(error));
  }
}

/** @param article undefined where only the title is known: of a file that was removed after it had been read */
function asPlainText({ frame: { title } }: RenderInput, article: ArticleText | undefined, failure: string) {
  const content = article?.draft.text ?? '';
  return {
    body: plainText(title, content),
    markdown: handOverAsWritten(title, content),
    toc: [],
    sentences: [],
    failure,
  };
}

function renderText(input: RenderInput, { draft }: ArticleText, { files, addresses, strings }: Rendering) {
  const { frame, sourceLocale, headingIds } = input;
  const { title, bodyLocale: locale, translation } = frame;
  const normalized = normalize({ draft, locale, side: input.text.side, metadata: { translation } }, headingIds);
  const context: RenderContext = {
    title,
    headingIds,
    isSource: locale === sourceLocale,
    fallbackLanguage: sourceLocale,
    include: files.includes(),
    code: files.code(),
    t: strings(locale),
    ...addresses,
  };
  const markdown = handOverMarkdown(normalized, context);
  return { ...render(normalized, context), markdown };
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
