/** The articles as every generator can read them: plain Markdown with a title. */
import { canonicalTag } from '../../src/core/locales.ts';
import { localeOfPath } from '../../src/layouts/locale-of-path.ts';
import { readHeader } from '../../src/pipeline/parse/header.ts';

/** One article in one locale. Articles with the same slug are translations of each other. */
export interface PlainArticle {
  /** BCP 47 tag, `fr-FR`. */
  readonly locale: string;
  /** Path below the locale without an ending: lower case letters, digits, hyphens and slashes. */
  readonly slug: string;
  readonly title: string;
  /** Markdown without front matter and without the heading that repeats the title. */
  readonly body: string;
}

/** A file to be written: its path below the project's folder, with slashes, and its text. */
export interface PeerFile {
  readonly path: string;
  readonly text: string;
}

/**
 * The article in a plain file, as `extract --side target` writes it; undefined where the file does not say its locale.
 *
 * @param path below the content directory, with slashes
 */
export function plainArticle(path: string, text: string): PlainArticle | undefined {
  const { fields, bodyStart } = readHeader(text);
  const ofPath = localeOfPath(path);
  const named = fields['ms.contentlocale'];
  const locale = (typeof named === 'string' ? canonicalTag(named.trim()) : undefined) ?? ofPath?.tag;
  if (locale === undefined) return undefined;
  const body = text.slice(bodyStart);
  const heading = /^#[ \t]+(?<words>\S.*)$/m.exec(body);
  const isFirst = heading !== null && body.slice(0, heading.index).trim() === '';
  const words = heading?.groups?.['words']?.replace(/<[^>]*>?/g, '').trim();
  const slug = slugOf(ofPath?.pathWithout ?? path);
  return {
    locale,
    slug,
    title:
      [fields['title'], words, slug].find((title): title is string => typeof title === 'string' && title !== '') ??
      slug,
    body: neutralize(isFirst ? body.slice(heading.index + heading[0].length) : body).trimStart(),
  };
}

function slugOf(path: string): string {
  const slug = path
    .replace(/\.[^./]+$/, '')
    .split('/')
    .map((part) =>
      part
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, ''),
    )
    .filter(Boolean)
    .join('/');
  // Every generator takes `index` for the page of the folder.
  return slug === '' || /(?:^|\/)index$/.test(slug) ? `${slug}-article`.replace(/^-/, '') : slug;
}

/**
 * Takes out what only stops a generator: images beside the article, which Astro refuses where they are missing, become addresses
 * in the site; Hugo's marks of a shortcode become text.
 */
function neutralize(body: string): string {
  return body
    .replace(/(!\[(?:\\.|[^\]\\[]|\[[^\][]*\])*\]\(\s*<?)(?![a-z][a-z0-9+.-]*:|\/|#)/gi, '$1/')
    .replace(/^([ \t]*\[[^\]]+\]:[ \t]*<?)(?![a-z][a-z0-9+.-]*:|\/|#|<)/gim, '$1/')
    .replace(/\{\{(?=[<%])/g, '{&#123;');
}

/** Sorted, and only the first where several files claim one place. */
export function onePerPlace(articles: readonly PlainArticle[]): PlainArticle[] {
  const places = new Map<string, PlainArticle>();
  for (const article of articles) {
    const place = `${article.locale}/${article.slug}`;
    if (!places.has(place)) places.set(place, article);
  }
  return [...places].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, article]) => article);
}

/** Tags of the locales, sorted. */
export function localesOf(articles: readonly PlainArticle[]): string[] {
  return [...new Set(articles.map(({ locale }) => locale))].sort();
}

/** The locale that a peer is told to be the first: English where there is any, else the one with the most articles. */
export function mainLocale(articles: readonly PlainArticle[]): string {
  const counts = new Map<string, number>();
  for (const { locale } of articles) counts.set(locale, (counts.get(locale) ?? 0) + 1);
  const ranked = [...counts].sort(([one, fewer], [other, more]) => more - fewer || (one < other ? -1 : 1));
  return ranked.find(([locale]) => locale === 'en-US')?.[0] ?? ranked[0]?.[0] ?? 'en-US';
}

/** The article as a file with a title in its front matter. */
export function markdownFile(folder: string, { slug, title, body }: PlainArticle): PeerFile {
  return { path: `${folder}/${slug}.md`, text: `---\ntitle: ${JSON.stringify(title)}\n---\n\n${body}` };
}
