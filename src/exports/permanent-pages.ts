/**
 * The pages of permanent links and of former addresses. There are as many as ids, so they are not rendered one by one: there is
 * a template of each kind, a page with the site's frame, and it is filled here.
 */
import { localeOf } from '../core/locales.ts';
import { asFile } from '../pipeline/group/slugify.ts';
import { reservedPaths } from '../pipeline/group/slugs.ts';
import { type Html, markup, HtmlTemplate } from '../core/html-template.ts';
import { type Catalogue, type Entry, mainEdition } from './catalogue.ts';
import { type KnownId, permanentPath } from './ids.ts';
import type { Redirect } from './redirects.ts';

/** A file of the site: its path below the site's folder, and what is in it. */
export interface SiteFile {
  readonly path: string;
  readonly text: string;
}

const slotsOf = {
  article: ['title', 'canonical', 'slug', 'main', 'direction', 'locales', 'items'],
  choice: ['id', 'items'],
  moved: ['to', 'title', 'locale', 'direction'],
} as const;

type Kind = keyof typeof slotsOf;

export type Templates = { readonly [Each in Kind]: HtmlTemplate<(typeof slotsOf)[Each][number]> };

/** @param pages the rendered pages of `pages/permanent/` */
export function templatesOf(pages: Readonly<Record<Kind, string>>): Templates {
  return {
    article: new HtmlTemplate(pages.article, slotsOf.article),
    choice: new HtmlTemplate(pages.choice, slotsOf.choice),
    moved: new HtmlTemplate(pages.moved, slotsOf.moved),
  };
}

/** A page for each spelling of each id. */
export function* permanentPages(
  ids: readonly KnownId[],
  catalogue: Catalogue,
  { article, choice }: Templates,
): Generator<SiteFile> {
  const isTaken = pathsOfIndonesian(catalogue);
  for (const { id, spellings, entries } of ids) {
    const [only, ...others] = entries;
    const text =
      only && others.length === 0 ? articlePage(only, catalogue, article) : choicePage(id, entries, catalogue, choice);
    for (const spelling of spellings) {
      if (isTaken(spelling)) continue;
      yield { path: `id/${spelling}/index.html`, text };
    }
  }
}

/**
 * Below `/id/` are the pages of Indonesian too, where a site has it without a region: they and the files beside them keep their
 * addresses, on file systems that tell no capital letters as well.
 */
function pathsOfIndonesian({ locales, entries }: Catalogue): (id: string) => boolean {
  if (!locales.includes('id')) return () => false;
  const own = entries.filter(({ pages }) => pages.includes('id')).map(({ slug }) => slug);
  const taken = new Set([...own, ...reservedPaths, 'index', 'llms', 'offer'].map(asFile));
  return (id) => [...id.matchAll(/[./]|$/g)].some(({ index }) => taken.has(asFile(id.slice(0, index))));
}

/** A page at each former address below the base; what lies outside of it only the host can redirect. */
export function* movedPages(
  redirects: readonly Redirect[],
  catalogue: Catalogue,
  { article, moved }: Templates,
): Generator<SiteFile> {
  for (const { from, to, entry, locale } of redirects) {
    if (!from.startsWith(catalogue.base)) continue;
    const path = `${decodeURIComponent(from.slice(catalogue.base.length))}index.html`;
    const title =
      entry.editions.find((edition) => edition.locale === locale) ?? mainEdition(entry, catalogue.sourceLocale);
    const language = title?.locale ?? catalogue.sourceLocale;
    const text =
      locale === undefined
        ? articlePage(entry, catalogue, article)
        : moved.fill({
            to,
            title: title?.title ?? entry.slug,
            locale: language,
            direction: localeOf(language).direction,
          });
    yield { path, text };
  }
}

function articlePage(entry: Entry, { sourceLocale }: Catalogue, template: Templates['article']): string {
  const main = mainEdition(entry, sourceLocale);
  if (!main) return '';
  return template.fill({
    title: main.title,
    canonical: main.url,
    slug: entry.slug,
    main: main.locale,
    direction: localeOf(main.locale).direction,
    locales: entry.pages.join(' '),
    items: markup`${entry.editions.map(({ locale, title, url }) => link(url, locale, title))}`,
  });
}

function choicePage(
  id: string,
  entries: readonly Entry[],
  { base, sourceLocale }: Catalogue,
  template: Templates['choice'],
): string {
  const items = entries.map((entry) => {
    const main = mainEdition(entry, sourceLocale);
    return link(permanentPath(base, entry.slug), main?.locale ?? sourceLocale, main?.title ?? entry.slug);
  });
  return template.fill({ id, items: markup`${items}` });
}

function link(href: string, tag: string, title: string): Html {
  const { direction } = localeOf(tag);
  return markup`<li><a href="${href}" lang="${tag}" hreflang="${tag}" dir="${direction}">${title}</a></li>`;
}
