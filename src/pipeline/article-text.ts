/** Texts of articles, read again once their facts are known, each with the source of its sentences. */
import type { Draft } from './draft.ts';
import { align } from './parse/align.ts';
import { parseManuscript, readBody } from './parse/manuscript.ts';
import { readSource } from './read.ts';
import type { Article, Source, Topic } from './types.ts';

/** One side of an article's file without its pairs. */
export interface ArticleText {
  readonly draft: Draft;
  readonly bilingual: boolean;
}

/** The text of an article; its segments from its own pairs, else from a bilingual edition of the same version of the source. */
export function textOf(article: Article, topic: Topic, sourceLocale: string): ArticleText {
  return alignedText(readText(article, sourceLocale), article, topic, sourceLocale);
}

/** The text of a plain article with segments, where a bilingual edition of the same version of the source has them. */
export function alignedText<Text extends ArticleText>(
  text: Text,
  article: Article,
  topic: Topic,
  sourceLocale: string,
): Text {
  const sibling = alignableSibling(article, topic);
  return sibling ? withSegmentsOf(text, () => readText(sibling, sourceLocale)) : text;
}

/**
 * A text with the segments of a bilingual one, where it has none of its own.
 *
 * @param read reads the other one; it may throw, where the file was removed after it had been read
 */
export function withSegmentsOf<Text extends ArticleText>(text: Text, read: () => ArticleText): Text {
  if (text.bilingual) return text;
  let other: ArticleText;
  try {
    other = read();
  } catch {
    return text;
  }
  const segments = align(text.draft, other.draft);
  return segments ? { ...text, draft: text.draft.withSegments(segments) } : text;
}

/** A bilingual article of the topic that was made from the same version of the source; for the source, from this very file. */
export function alignableSibling(article: Article, topic: Topic): Article | undefined {
  const hash = article.metadata.translation === 'source' ? article.digest : article.metadata.sourceHash;
  if (hash === undefined) return undefined;
  return Object.values(topic.articles).find(
    (other) => other.bilingual && other.side === 'target' && other.metadata.sourceHash === hash,
  );
}

function readText(article: Article, sourceLocale: string): ArticleText {
  return textIn(readSource(article.file), article, sourceLocale);
}

/** The text in a file. Where the file is not the one that the facts are of, its header is read again. */
export function textIn(
  source: Source,
  { digest, side, bodyStart }: Pick<Article, 'digest' | 'side' | 'bodyStart'>,
  sourceLocale: string,
): ArticleText {
  if (source.digest === digest) return readBody(source, { side, bodyStart });
  const { manuscript } = parseManuscript(source, side, sourceLocale);
  if (!manuscript) throw new Error(`${source.path} has lost its locale while the build was running.`);
  return manuscript;
}
