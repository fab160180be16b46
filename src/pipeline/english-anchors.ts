import { type IncludeContext, includesFor } from './files/includes.ts';
import { factsOf, normalize } from './normalize/normalize.ts';
import { alignableSibling, alignedText } from './article-text.ts';
import { headingIdsOf } from './page-inputs.ts';
import { parseManuscript } from './parse/manuscript.ts';
import { readSource } from './read.ts';
import type { Article, Topic } from './types.ts';

/**
 * An article whose headings name no anchor, with the English ones where they are known: by a bilingual sibling of the same source
 * version, or by a source article with the same headings. Any other article comes back as it is.
 *
 * @param displayPath the article's file as a user would type it
 */
export function withEnglishAnchors(
  article: Article,
  topic: Topic,
  context: IncludeContext,
  displayPath: string,
): Article {
  const { sourceLocale } = context;
  const source = topic.articles[sourceLocale];
  const isNamed = article.bilingual || article.anchors.every(({ explicit }) => explicit);
  if (isNamed || article.locale === sourceLocale) return article;
  const alike = source && depthsOf(source) === depthsOf(article) ? headingIdsOf(source) : [];
  if (alike.length === 0 && !alignableSibling(article, topic)) return article;
  try {
    const { manuscript } = parseManuscript(readSource(article.file), article.side, sourceLocale);
    if (!manuscript) return article;
    const aligned = alignedText(manuscript, article, topic, sourceLocale);
    return factsOf(aligned, normalize(aligned, alike), displayPath, includesFor(article, context));
  } catch {
    // It, or the sibling, is not there any more; whoever renders the page says so.
    return article;
  }
}

function depthsOf({ anchors }: Article): string {
  return anchors.map(({ depth }) => (depth > 0 ? depth : '')).join('');
}
