/**
 * The pipeline on one screen: from content directories to packs of pages.
 *
 *     read → parse → normalize   each file      facts of articles
 *     group → link               the whole set  topics, links, diagnostics
 *     render                     each page      packs
 */
import { compareDiagnostics, diagnose, type Diagnostic } from '../diagnostics.ts';
import { FileFinder } from './files.ts';
import { group } from './group/group.ts';
import { ImageLibrary } from './images.ts';
import { checkReferences } from './link/check.ts';
import { LinkMap, type LinkSettings } from './link/resolve.ts';
import { factsOf, normalize } from './normalize/normalize.ts';
import { digestOf, listOf, localesOf, manuscriptOf, alignableSibling, type PageContext, pageOf } from './pages.ts';
import { parseManuscript } from './parse/manuscript.ts';
import { listFiles, readSource } from './read.ts';
import type { Article, FileReference, ListEntry, Page, Topic } from './types.ts';

export interface PipelineSettings extends LinkSettings {
  /** Absolute paths of the content directories. */
  readonly roots: readonly string[];
  /** Locales to publish; all that have articles where undefined. */
  readonly locales?: readonly string[] | undefined;
  /** How a file is called in messages. */
  readonly displayPath: (file: FileReference) => string;
  readonly strings: PageContext['strings'];
}

/** Told now and then while long work goes on. */
export type Progress = (stage: string, done: number, total: number) => void;

/** The whole set: what phase two knows. */
export interface Library {
  readonly topics: readonly Topic[];
  readonly diagnostics: readonly Diagnostic[];
  readonly pages: PageContext;
}

/** Reads all files and puts their facts together. */
export function collect(settings: PipelineSettings, progress: Progress): Library {
  const files = listFiles(settings.roots);
  const diagnostics: Diagnostic[] = [];
  const articles: Article[] = [];
  for (const [index, file] of files.entries()) {
    progress('Reading articles', index, files.length);
    const { article, diagnostics: found } = readArticle(file, settings);
    diagnostics.push(...found);
    if (article) articles.push(article);
  }
  progress('Reading articles', files.length, files.length);

  const grouped = group(
    articles,
    settings.sourceLocale,
    (bilingual) => recover(bilingual, settings),
    ({ file }) => settings.displayPath(file),
  );
  diagnostics.push(...grouped.diagnostics);
  const topics = grouped.topics.map((topic) => withEnglishAnchors(topic, settings));

  const finder = new FileFinder(settings.roots, settings.sourceLocale);
  const pages: PageContext = {
    sourceLocale: settings.sourceLocale,
    base: settings.base,
    locales: settings.locales ?? localesOf(topics),
    files: finder,
    images: new ImageLibrary(finder, settings.base),
    links: new LinkMap(topics, settings),
    strings: settings.strings,
  };
  for (const topic of topics) {
    for (const article of Object.values(topic.articles)) diagnostics.push(...checkArticle(article, pages, settings));
  }
  return { topics, diagnostics: diagnostics.sort(compareDiagnostics), pages };
}

/** All pages of one locale, one after the other, and then its list of articles. */
export function* pagesIn(
  locale: string,
  { topics, pages }: Library,
): Generator<{ page: Page; digest: string }, ListEntry[]> {
  for (const topic of topics) {
    const page = pageOf(topic, locale, pages);
    if (page) yield { page, digest: digestOf(page) };
  }
  return listOf(topics, locale, pages);
}

function readArticle(
  file: FileReference,
  settings: PipelineSettings,
): { article?: Article; diagnostics: Diagnostic[] } {
  const source = readSource(file);
  const displayPath = settings.displayPath(file);
  const { manuscript, findings } = parseManuscript(source, 'target', settings.sourceLocale);
  if (!manuscript) return { diagnostics: diagnose(displayPath, source.text, findings) };
  const article = factsOf(manuscript, normalize(manuscript), displayPath);
  return { article, diagnostics: [...article.diagnostics] };
}

/** The English article in a bilingual file. */
function recover(bilingual: Article, settings: PipelineSettings): Article | undefined {
  const source = readSource(bilingual.file);
  const { manuscript } = parseManuscript(source, 'source', settings.sourceLocale);
  return manuscript && factsOf(manuscript, normalize(manuscript), settings.displayPath(bilingual.file));
}

/** Headings that name no anchor get the English one where a bilingual sibling knows it. */
function withEnglishAnchors(topic: Topic, settings: PipelineSettings): Topic {
  const lacking = Object.values(topic.articles).filter(
    (article) =>
      !article.bilingual && article.anchors.some(({ explicit }) => !explicit) && alignableSibling(article, topic),
  );
  if (lacking.length === 0) return topic;
  const articles = { ...topic.articles };
  for (const article of lacking) {
    const manuscript = manuscriptOf(article, topic, settings.sourceLocale);
    articles[article.locale] = factsOf(manuscript, normalize(manuscript), settings.displayPath(article.file));
  }
  return { ...topic, articles };
}

function checkArticle(
  article: Article,
  { links, images, files, sourceLocale }: PageContext,
  settings: PipelineSettings,
): Diagnostic[] {
  // What is wrong in a recovered article is wrong in the bilingual file too, and reported there.
  if (article.side === 'source') return [];
  const findings = checkReferences(article, { links, images, files, sourceLocale });
  if (findings.length === 0) return [];
  return diagnose(settings.displayPath(article.file), readSource(article.file).text, findings);
}
