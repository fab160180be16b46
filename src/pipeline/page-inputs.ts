/** From topics to the inputs of their pages: addresses are resolved, and what other articles add to a page is looked up, once. */
import { basename, relative } from 'node:path';
import { alignableSibling } from './article-text.ts';
import { codeIn, digestOfCode } from './files/code-files.ts';
import { localSize } from './files/downloads.ts';
import { isOfKind, isViewed } from './files/file-kinds.ts';
import type { ImageLibrary } from './files/images.ts';
import { includedFile, partsIncluded } from './files/include-digests.ts';
import { type IncludeContext, includesFor, includesOf, referencesIn } from './files/includes.ts';
import { shownIn } from './group/article-for-locale.ts';
import { anchorIdsOf, encodedAddress, type LinkMap, pagePath } from './link/resolve.ts';
import { missingIn } from './missing.ts';
import type { ByAddress, InputFile, InputPlace, InputText, PageFrame, RenderInput } from './render-input.ts';
import { linkAsWritten, type LocalImage, type ResolvedLink } from './render/resolved.ts';
import type { Alternate, Article, Reference, Topic } from './types.ts';
import type { FileReference } from '../core/file-reference.ts';
import { contains } from '../disk/contains.ts';

/** What the inputs of pages are made with. */
export interface PageContext extends IncludeContext {
  /** Absolute paths of the content directories. */
  readonly roots: readonly string[];
  readonly base: string;
  /** Published locales, sorted by tag. */
  readonly locales: readonly string[];
  readonly images: ImageLibrary;
  readonly links: LinkMap;
}

/** The input of the page of a topic in a locale, which shows `article` (see `shownIn`). */
export function inputOf(topic: Topic, article: Article, locale: string, context: PageContext): RenderInput {
  const { sourceLocale } = context;
  const sibling = article.bilingual ? undefined : alignableSibling(article, topic);
  const source = topic.articles[sourceLocale];
  const sourceIds = source && source !== article ? anchorIdsOf(source) : undefined;
  const missing = missingIn(article, topic, sourceLocale);
  const bare = bareInputOf(topic, article, locale, context);
  const included = sibling ? [...includesOf(article), ...includesOf(sibling)] : includesOf(article);
  return {
    ...bare,
    frame: { ...bare.frame, ...(missing === undefined ? {} : { missing }) },
    ...(sibling && { aligned: inputText(sibling, context) }),
    sourceSections: sourceIds ? bare.headingIds.filter((id) => sourceIds.has(id)) : [],
    ...resolvedIn(article, locale, context),
    includes: byAddress(included, (href) => includedFile(article.file, href, context.files)?.path),
    parts: included.length === 0 ? [] : partsIncluded(article.file, included, context),
    code: byAddress(hrefsOf(article.references, 'code'), (href) => codeFile(article, href, context)),
  };
}

/** The same without anything that takes more than the article's facts: for an article that breaks the rest. */
export function bareInputOf(topic: Topic, article: Article, locale: string, context: PageContext): RenderInput {
  return {
    sourceLocale: context.sourceLocale,
    frame: frameOf(topic, article, locale, context),
    text: inputText(article, context),
    headingIds: headingIdsOf(article),
    footnoteIds: article.footnoteIds,
    sourceSections: [],
    links: [],
    images: [],
    includes: [],
    parts: [],
    code: [],
  };
}

/** The day that a page says it was updated on: the author's own date, else that of the hand-back. */
export function updatedOf({ metadata }: Article): string | undefined {
  return metadata.date ?? metadata.handoff;
}

/** Ids of an article's headings in their order. */
export function headingIdsOf({ anchors }: Article): string[] {
  return anchors.filter(({ depth }) => depth > 0).map(({ id }) => id);
}

/** What is made once for all pages of a context. */
interface Shared {
  readonly alternates: WeakMap<Topic, readonly Alternate[]>;
  /** References in the files that an article includes. */
  readonly included: WeakMap<Article, readonly Reference[]>;
}

const sharedIn = new WeakMap<PageContext, Shared>();

function sharedOf(context: PageContext): Shared {
  let shared = sharedIn.get(context);
  if (!shared) sharedIn.set(context, (shared = { alternates: new WeakMap(), included: new WeakMap() }));
  return shared;
}

/** The languages that a reader can switch to on any page of a topic, fallback pages among them: one list for all pages of the topic. */
export function alternatesOf(topic: Topic, context: PageContext): readonly Alternate[] {
  const { alternates } = sharedOf(context);
  let list = alternates.get(topic);
  if (!list) alternates.set(topic, (list = makeAlternates(topic, context)));
  return list;
}

function makeAlternates(topic: Topic, { locales, base, sourceLocale }: PageContext): Alternate[] {
  return locales
    .filter((locale) => shownIn(topic, locale, sourceLocale) !== undefined)
    .map((locale) => ({
      locale,
      href: pagePath(base, locale, topic.slug),
      translated: topic.articles[locale] !== undefined,
    }));
}

function frameOf(topic: Topic, article: Article, locale: string, context: PageContext): PageFrame {
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

function inputText({ file, digest, side, bodyStart }: Article, context: PageContext): InputText {
  return { file: inputPlace(file, context), digest, side, bodyStart };
}

function inputPlace({ root, path }: FileReference, { roots }: PageContext): InputPlace {
  const at = roots.indexOf(root);
  if (at === -1) throw new Error(`${root} is not one of the content directories.`);
  return { root: at, path };
}

/** Where the addresses of an article lead on a page of `locale`, and of those that included files name. */
function resolvedIn(article: Article, locale: string, context: PageContext): Pick<RenderInput, 'links' | 'images'> {
  const links = new Map<string, ResolvedLink>();
  const images = new Map<string, LocalImage>();
  for (const { kind, href } of allReferences(article, context)) {
    // The definition of an address may be that of a picture.
    if (kind === 'image' || (kind === 'link' && isPicture(href))) addImage(href);
    // Of code that cannot be shown the name is, with a link.
    if (kind === 'link' || kind === 'code') addLink(href);
  }
  return { links: [...links], images: [...images] };

  function addLink(href: string): void {
    const encoded = encodedAddress(href);
    for (const address of encoded === href ? [href] : [href, encoded]) {
      if (links.has(address)) continue;
      const link = resolveLink(article, address, locale, context);
      const written = linkAsWritten(address);
      const isAsWritten = link.kind === 'broken' ? written.kind === 'broken' : isEqual(link, written);
      if (!isAsWritten) links.set(address, link);
    }
  }

  function addImage(src: string): void {
    const encoded = encodedAddress(src);
    for (const address of encoded === src ? [src] : [src, encoded]) {
      const image = images.has(address) ? undefined : context.images.resolve(article.file, address);
      if (image) images.set(address, image);
    }
  }
}

function isEqual(link: ResolvedLink, written: ResolvedLink): boolean {
  return link.kind === 'external' && written.kind === 'external' && link.href === written.href;
}

function isPicture(href: string): boolean {
  return isOfKind('picture', href.replace(/[?#].*/s, ''));
}

/** The references of an article and of the files that it includes. */
function* allReferences(article: Article, context: PageContext): Generator<Reference> {
  yield* article.references;
  if (!article.references.some(({ kind }) => kind === 'include')) return;
  const shared = sharedOf(context).included;
  let included = shared.get(article);
  if (!included) {
    const include = includesFor(article, context);
    const texts = hrefsOf(article.references, 'include').map((href) => include(href) ?? '');
    shared.set(article, (included = texts.flatMap((text) => referencesIn(text))));
  }
  yield* included;
}

function hrefsOf(references: readonly Reference[], wanted: Reference['kind']): string[] {
  return references.flatMap(({ kind, href }) => (kind === wanted ? href : []));
}

function byAddress<Value>(hrefs: readonly string[], valueOf: (href: string) => Value | undefined): ByAddress<Value> {
  return [...new Set(hrefs)].flatMap((href) => {
    const value = valueOf(href);
    return value === undefined ? [] : [[href, value] as const];
  });
}

function codeFile({ file }: Article, href: string, { files, roots }: PageContext): InputFile | undefined {
  const found = files.find(file, { kind: 'code', href });
  const text = found === undefined ? undefined : codeIn(found);
  if (found === undefined || text === undefined) return undefined;
  const root = roots.findIndex((each) => contains(each, found));
  if (root === -1) throw new Error(`${found} is in none of the content directories.`);
  const path = relative(roots[root] ?? '', found).replaceAll('\\', '/');
  return { root, path, digest: digestOfCode(text) };
}

/**
 * Where a link of an article leads on a page of `locale`: to an article, another site, a place on the page, an image in
 * full, or a file to download.
 */
function resolveLink(article: Article, href: string, locale: string, { links, images }: PageContext): ResolvedLink {
  const link = links.resolve(article, href, locale);
  if (link.kind !== 'broken') return link;
  const image = images.resolve(article.file, href);
  if (image) return { kind: 'external', href: image.src };
  const download = images.download(article.file, href);
  if (!download) return link;
  images.publish(download);
  const name = isViewed(download.file) ? {} : { name: basename(download.file) };
  return { kind: 'download', href: download.href, size: localSize(download.bytes, locale), ...name };
}
