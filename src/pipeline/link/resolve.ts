import { posix } from 'node:path';
import { canonicalTag, localeOf } from '../../core/locales.ts';
import { localeOfPath } from '../../layouts/locale-of-path.ts';
import { isOfKind } from '../files/file-kinds.ts';
import { decodePath } from '../files/referenced-files.ts';
import { sharedPath } from '../group/cluster.ts';
import { decodeFragment, linkTo, type ResolvedLink } from '../render/resolved.ts';
import { cleanAddress } from '../repairs/link-leftovers.ts';
import { shownIn } from '../group/article-for-locale.ts';
import type { Article, Topic } from '../types.ts';

/** How links that leave the articles are to be read. */
export interface LinkSettings {
  readonly sourceLocale: string;
  readonly base: string;
  /** Hosts whose pages exist in many locales under `/fr-fr/…`, so that the reader's locale can be put in. */
  readonly documentationHosts: readonly string[];
  /** Site that addresses beginning with `/` belong to, `https://docs.example.com`. */
  readonly documentationSite?: string | undefined;
}

/** A link to an article, before anyone asks in which locale. */
export interface ArticleTarget {
  readonly topic: Topic;
  readonly fragment: string;
}

export type Target =
  | ({ readonly kind: 'article' } & ArticleTarget)
  | { readonly kind: 'fragment'; readonly fragment: string }
  | { readonly kind: 'external'; readonly href: string }
  /** A file that is no article: an image to be looked at in full. */
  | { readonly kind: 'file' }
  | { readonly kind: 'missing'; readonly reason: 'article' | 'file' | 'site' | 'xref' };

/** Knows all articles by their files, so that links between them can be followed. */
export class LinkMap {
  readonly #settings: LinkSettings;
  readonly #byFile = new Map<string, Topic>();
  readonly #byPath = new Map<string, Topic>();

  constructor(topics: readonly Topic[], settings: LinkSettings) {
    this.#settings = settings;
    for (const topic of topics) {
      for (const article of Object.values(topic.articles)) {
        this.#byFile.set(withoutExtension(`${article.file.root}/${article.file.path}`), topic);
        const path = sharedPath(article);
        if (path !== undefined) this.#byPath.set(path.toLowerCase(), topic);
      }
    }
  }

  /** What an address in an article means. */
  target(article: Article, href: string): Target {
    const address = href.trim();
    if (address.startsWith('#')) return { kind: 'fragment', fragment: decodeFragment(address.slice(1)) };
    if (/^xref:/i.test(address)) return { kind: 'missing', reason: 'xref' };
    if (/^[a-z][a-z0-9+.-]*:/i.test(address) || address.startsWith('//')) return this.#external(address);
    const path = decodePath(address);
    if (path === undefined) return { kind: 'missing', reason: 'file' };
    if (path.startsWith('/')) return this.#siteRelative(address);
    const fragment = decodeFragment(/#(.*)/s.exec(address)?.[1] ?? '');
    const topic = this.#topicAt(article, path);
    if (topic) return { kind: 'article', topic, fragment };
    if (isOfKind('picture', path)) return { kind: 'file' };
    return { kind: 'missing', reason: isOfKind('article', path) || !/\.\w+$/.test(path) ? 'article' : 'file' };
  }

  /** Where a link leads on a page of `pageLocale`. */
  resolve(article: Article, href: string, pageLocale: string): ResolvedLink {
    const target = this.target(article, href);
    if (target.kind === 'fragment') {
      return hasAnchor(article, target.fragment) ? linkTo(target.fragment) : { kind: 'broken' };
    }
    if (target.kind === 'external') return { kind: 'external', href: this.#inLocale(target.href, pageLocale) };
    if (target.kind !== 'article') return { kind: 'broken' };
    const shown = shownIn(target.topic, pageLocale, this.#settings.sourceLocale);
    if (!shown) return { kind: 'broken' };
    const fragment =
      target.fragment !== '' && hasAnchor(shown, target.fragment) ? `#${encodeURI(target.fragment)}` : '';
    const page = pagePath(this.#settings.base, pageLocale, target.topic.slug);
    return { kind: 'page', href: page + fragment, fallback: shown.locale !== pageLocale };
  }

  #topicAt(article: Article, path: string): Topic | undefined {
    const fromRoot = path.startsWith('~/') ? path.slice(2) : undefined;
    const target = fromRoot ?? posix.join(posix.dirname(article.file.path), path);
    if (target.startsWith('../')) return undefined;
    const exact = this.#byFile.get(withoutExtension(`${article.file.root}/${target}`));
    if (exact) return exact;
    const named = withoutExtension(localeOfPath(target)?.pathWithout ?? target).toLowerCase();
    return this.#byPath.get(named);
  }

  #external(href: string): Target {
    const clean = cleanAddress(href);
    const site = this.#settings.documentationSite;
    if (site !== undefined && clean.startsWith(`${site}/`)) {
      const below = clean.slice(site.length + 1);
      const locale = localeFolder(below);
      const path = locale === undefined ? below : below.slice(locale.length + 1);
      const topic = this.#byPath.get(
        withoutExtension(path.replace(/[?#].*/s, ''))
          .replace(/\/$/, '')
          .toLowerCase(),
      );
      if (topic) return { kind: 'article', topic, fragment: decodeFragment(/#(.*)/s.exec(path)?.[1] ?? '') };
    }
    return { kind: 'external', href: clean };
  }

  #siteRelative(address: string): Target {
    const site = this.#settings.documentationSite;
    if (site === undefined) return { kind: 'missing', reason: 'site' };
    const { origin } = new URL(site);
    return this.#external(origin + address);
  }

  /** Puts the reader's locale into the address of a documentation page that names none. */
  #inLocale(href: string, locale: string): string {
    const match = /^(https?:\/\/([^/?#]+))\/(?!\/)(.*)$/is.exec(href);
    if (!match || !this.#settings.documentationHosts.includes((match[2] ?? '').toLowerCase())) return href;
    const [, origin = '', , path = ''] = match;
    if (localeFolder(path) !== undefined) return href;
    return `${origin}/${localeOf(locale).path}/${path}`;
  }
}

/** Path of a page, with the base: `/help/fr-fr/pay-invoice/`. */
export function pagePath(base: string, locale: string, slug: string): string {
  return encodeURI(`${base}${localeOf(locale).path}/${slug}/`);
}

/** True where a fragment leads somewhere in an article; steps and sentences have ids of a fixed form. */
export function hasAnchor(article: Article, fragment: string): boolean {
  if (fragment === '' || /^(?:step-\d+(?:-\d+)?|sp?\d+)$/.test(fragment)) return true;
  return anchorIdsOf(article).has(fragment);
}

const anchorIds = new WeakMap<Article, ReadonlySet<string>>();

/** The ids of all places in an article, with aliases and footnotes. Each of its links asks. */
export function anchorIdsOf(article: Article): ReadonlySet<string> {
  let ids = anchorIds.get(article);
  if (!ids) {
    const anchored = article.anchors.flatMap(({ id, aliases }) => [id, ...aliases]);
    anchorIds.set(article, (ids = new Set([...anchored, ...article.footnoteIds])));
  }
  return ids;
}

/** The first folder of a path where it names a language and its region. */
function localeFolder(path: string): string | undefined {
  const [first = ''] = path.split(/[/?#]/, 1);
  return first.includes('-') && canonicalTag(first) !== undefined ? first : undefined;
}

function withoutExtension(path: string): string {
  return path.replace(/\.(md|mdx|txt)$/i, '');
}

/** As Markdown writes an address into HTML. */
export function encodedAddress(href: string): string {
  if (/^[\w\-./#:?&=+]*$/.test(href)) return href;
  try {
    return encodeURI(decodeURI(href));
  } catch {
    return href;
  }
}
