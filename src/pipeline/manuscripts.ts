/** Files read again for their pages, each with the originals of its sentences. */
import { align } from './parse/align.ts';
import { type Manuscript, parseBody, parseManuscript } from './parse/manuscript.ts';
import { readSource } from './read.ts';
import type { Article, Topic } from './types.ts';

/**
 * The manuscript of an article, without findings in its header; its segments from its own pairs, else from a bilingual sibling of the
 * same source version.
 */
export function manuscriptOf(article: Article, topic: Topic, sourceLocale: string): Manuscript {
  return withOriginals(manuscriptFrom(article, sourceLocale), article, topic, sourceLocale);
}

/** The manuscript of a plain article with segments, where a bilingual sibling of the same source version has them. */
export function withOriginals(
  manuscript: Manuscript,
  article: Article,
  topic: Topic,
  sourceLocale: string,
): Manuscript {
  if (manuscript.bilingual) return manuscript;
  const sibling = alignableSibling(article, topic);
  const original = sibling && manuscriptIfThere(sibling, sourceLocale);
  const segments = original && align(manuscript.draft, original.draft);
  return segments ? { ...manuscript, draft: manuscript.draft.withSegments(segments) } : manuscript;
}

/** A bilingual article of the topic that was made from the same version of the source; for the source, from this very file. */
export function alignableSibling(article: Article, topic: Topic): Article | undefined {
  const hash = article.metadata.translation === 'source' ? article.digest : article.metadata.sourceHash;
  if (hash === undefined) return undefined;
  return Object.values(topic.articles).find(
    (other) => other.bilingual && other.side === 'target' && other.metadata.sourceHash === hash,
  );
}

/** Undefined where the file was removed after it had been read. */
function manuscriptIfThere(article: Article, sourceLocale: string): Manuscript | undefined {
  try {
    return manuscriptFrom(article, sourceLocale);
  } catch {
    return undefined;
  }
}

function manuscriptFrom(article: Article, sourceLocale: string): Manuscript {
  const source = readSource(article.file);
  if (source.digest === article.digest) return parseBody(source, article);
  const { manuscript } = parseManuscript(source, article.side, sourceLocale);
  if (!manuscript) throw new Error(`${article.file.path} has lost its locale while the build was running.`);
  return manuscript;
}
