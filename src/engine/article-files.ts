/** The files of an article's page: the page, the source of its sentences, its Markdown, and its card for other sites. */
import { embedDocument } from '../exports/embed.ts';
import type { PageEntry } from '../store/page-pack.ts';
import type { Site, SiteLocale } from '../store/site.ts';
import { originalFile } from '../store/site-paths.ts';

/** A kind of file, and how to make one from what the site knows and the rendered page. */
interface Kind {
  /** Path below the site's folder, undefined where this article has none. */
  readonly path: (page: string, entry: PageEntry, site: Pick<Site, 'facts'>) => string | undefined;
  readonly content: (site: Site, tag: string, slug: string, html: Uint8Array) => string | Uint8Array;
}

const kinds: readonly Kind[] = [
  { path: (page) => `${page}/index.html`, content: (_site, _tag, _slug, html) => html },
  {
    // A reader's browser fetches it on demand.
    path: (page, { original }) => (original ? `${page}/${originalFile}` : undefined),
    content: (site, tag, slug) => site.original(tag, slug) ?? '{}',
  },
  {
    path: (page, { fallback }) => (fallback ? undefined : `${page}.md`),
    content: (site, tag, slug) => site.page(tag, slug).markdown,
  },
  {
    path: (page, { fallback }, { facts }) =>
      fallback || facts.origin === undefined ? undefined : `${page}.oembed.json`,
    content: (site, tag, slug) => `${JSON.stringify(embedDocument(site.page(tag, slug), site.facts))}\n`,
  },
];

/** Paths of an article's files below the site's folder. */
export function articlePaths(site: Pick<Site, 'facts'>, { path }: SiteLocale, entry: PageEntry): string[] {
  return kinds.flatMap((kind) => kind.path(`${path}/${entry.slug}`, entry, site) ?? []);
}

/** What these files hold, in the same order. */
export function* articleFiles(
  site: Site,
  { tag, path }: SiteLocale,
  entry: PageEntry,
  html: Uint8Array,
): Generator<{ path: string; content: string | Uint8Array }> {
  for (const kind of kinds) {
    const file = kind.path(`${path}/${entry.slug}`, entry, site);
    if (file !== undefined) yield { path: file, content: kind.content(site, tag, entry.slug, html) };
  }
}
