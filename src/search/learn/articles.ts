/** Which articles a lesson is learned from. */
import { createHash } from 'node:crypto';
import { type Lesson, learnFrom } from './lesson.ts';
import type { NumberedArticle, Numbering } from './numbered.ts';
import { ParallelTexts } from './parallel.ts';

/** The articles of a language. */
export interface ReadableArticles {
  readonly numbering: Numbering;
  /** An article by its slug; undefined where this language does not have it. */
  readonly read: (slug: string) => NumberedArticle | undefined;
}

/**
 * Learns from the articles that a locale and the source have both. There may be more than enough: they are taken in the order of
 * digests of their slugs, which is a sample of all, and nearly the same after articles were added.
 *
 * @param slugs of all articles of the locale, in any order
 */
export function learnFromArticles(
  slugs: Iterable<string>,
  source: ReadableArticles,
  translation: ReadableArticles,
): Lesson {
  const texts = new ParallelTexts(source.numbering, translation.numbering);
  const ordered = Array.from(slugs, (slug) => ({ slug, digest: createHash('sha256').update(slug).digest('hex') }));
  for (const { slug } of ordered.sort((a, b) => (a.digest < b.digest ? -1 : 1))) {
    if (texts.isFull) break;
    const original = source.read(slug);
    const own = original && translation.read(slug);
    if (own) texts.add(original, own);
  }
  return learnFrom(texts);
}
