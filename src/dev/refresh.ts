/** One saved article, read again without the rest of the set. */
import { diagnose, type Diagnostic } from '../core/diagnostics.ts';
import { withEnglishAnchors } from '../pipeline/english-anchors.ts';
import { includesFor } from '../pipeline/files/includes.ts';
import { listEntryOf } from '../pipeline/lists.ts';
import { checkReferences } from '../pipeline/link/check-links.ts';
import { factsOf, normalize } from '../pipeline/normalize/normalize.ts';
import { parseManuscript } from '../pipeline/parse/manuscript.ts';
import type { Library } from '../pipeline/pipeline.ts';
import { readSource } from '../pipeline/read.ts';
import type { Article, Topic } from '../pipeline/types.ts';
import type { FileReference } from '../core/file-reference.ts';

/** What a saved article changes beyond its own text. */
export interface Refreshed {
  /** Findings in this file. */
  readonly diagnostics: readonly Diagnostic[];
  /** True where lists say something else of the article now. */
  readonly listed: boolean;
  /** True where other articles may be grouped, linked or dated otherwise now: only the whole set can tell. */
  readonly spreads: boolean;
}

/**
 * Brings the facts of a topic's article up to date, in place, so that the links of all others find them. Pages read the text itself
 * when they are rendered.
 *
 * @returns undefined where the file may not belong to this topic any more; nothing has been changed then
 */
export function refresh(file: FileReference, topic: Topic, library: Library): Refreshed | undefined {
  const before = Object.values(topic.articles).filter((article) => isOf(article, file));
  const listed = (articles: readonly Article[]): string =>
    JSON.stringify(articles.map((article) => listEntryOf(topic, article, article.locale, library.pages.base)));
  try {
    // A bilingual file can be two articles: its own and the recovered source.
    const source = readSource(file);
    const facts = before.map((article) => factsFrom(article, library, source));
    if (!facts.every((fact) => fact !== undefined)) return undefined;
    if (facts.some((fact, index) => !staysIn(fact, before[index]))) return undefined;

    const articles = topic.articles as Record<string, Article>;
    for (const fact of facts) articles[fact.locale] = fact;
    for (const fact of facts)
      articles[fact.locale] = withEnglishAnchors(fact, topic, library.pages, library.displayPath(file));
    const after = facts.map(({ locale }) => articles[locale]);
    return {
      diagnostics: facts.flatMap((article) =>
        article.side === 'source'
          ? []
          : [
              ...article.diagnostics,
              ...diagnose(library.displayPath(file), source.text, checkReferences(article, library.pages)),
            ],
      ),
      listed: listed(before) !== listed(facts),
      spreads: before.some((article, index) => shared(article) !== shared(after[index])),
    };
  } catch {
    // The whole pipeline knows what to say about a file that breaks it.
    return undefined;
  }
}

function isOf(article: Article, { root, path }: FileReference): boolean {
  return article.file.root === root && article.file.path === path;
}

function factsFrom(
  article: Article,
  { pages, displayPath }: Library,
  source: ReturnType<typeof readSource>,
): Article | undefined {
  const { manuscript } = parseManuscript(source, article.side, pages.sourceLocale);
  return (
    manuscript && factsOf(manuscript, normalize(manuscript), displayPath(article.file), includesFor(article, pages))
  );
}

function staysIn(now: Article, before: Article | undefined): boolean {
  return (
    before?.locale === now.locale &&
    before.bilingual === now.bilingual &&
    before.metadata.slug === now.metadata.slug &&
    JSON.stringify(before.metadata.publication) === JSON.stringify(now.metadata.publication)
  );
}

/** What only an article's own page, its lists and its own findings show, and where references stand. */
const own: ReadonlySet<string> = new Set([
  'digest',
  'bodyStart',
  'summary',
  'description',
  'steps',
  'visibleMarkup',
  'diagnostics',
  'span',
]);

/** All else that is known of an article: groups, links, states and other pages may depend on it. */
function shared(article: Article | undefined): string {
  return article ? JSON.stringify(article, (key, value: unknown) => (own.has(key) ? undefined : value)) : '';
}
