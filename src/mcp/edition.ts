/** The edition of an article that an assistant asks for: in the locale that it names, else the one that readers of it are shown. */
import type { BuiltSite } from './built-site.ts';
import { chooseLocale } from './choose-locale.ts';
import type { ArticleDocument, EditionDocument } from './documents.ts';
import { findArticle } from './find-article.ts';
import { isProblem, type Problem } from './problem.ts';

export interface Edition {
  readonly slug: string;
  /** Tag of the locale that it is in. */
  readonly tag: string;
  /** What differs from what was asked for. */
  readonly note?: string;
  readonly facts: EditionDocument;
}

/**
 * @param name slug, id or address of the article
 * @param locale as the assistant writes it; undefined for that of the address, else for that of the source
 */
export function editionOf(name: string, locale: string | undefined, site: BuiltSite): Edition | Problem {
  const found = findArticle(name, site);
  if (isProblem(found)) return found;
  const { slug } = found;
  const chosen = chooseLocale(locale ?? found.locale ?? site.sourceLocale, site.tags);
  if (isProblem(chosen)) return chosen;
  const article = site.article(slug);
  const own = factsIn(article, chosen.tag);
  if (own) return { slug, tag: chosen.tag, ...(chosen.note === undefined ? {} : { note: chosen.note }), facts: own };
  const source = factsIn(article, site.sourceLocale);
  if (source) {
    const note = `The article is not in ${chosen.tag}. This is the original, in ${site.sourceLocale}.`;
    return { slug, tag: site.sourceLocale, note, facts: source };
  }
  const tags = site.tags.filter((tag) => factsIn(article, tag));
  return { problem: `The article ${slug} is not in ${chosen.tag}. Call again with one of: ${tags.join(', ')}.` };
}

/** What is known of an article in a locale; undefined where it is not in it. */
export function factsIn({ locales }: ArticleDocument, tag: string): EditionDocument | undefined {
  // A tag of the site's is never a name that every object has, and a document may be anybody's.
  return Object.hasOwn(locales, tag) ? locales[tag] : undefined;
}
