/**
 * The pipeline on one screen: from content directories to packs of pages.
 *
 *     read → parse → normalize   each file      facts of articles
 *     group → link               the whole set  topics, links, diagnostics
 *     render                     each page      packs
 */
import { join } from 'node:path';
import { compareDiagnostics, diagnose, type Diagnostic, wholeFile } from '../core/diagnostics.ts';
import { withEnglishAnchors } from './english-anchors.ts';
import { attempt, readArticle, recover, withIncludes } from './facts.ts';
import { FileFinder } from './files/referenced-files.ts';
import { group } from './group/group.ts';
import { ImageLibrary } from './files/images.ts';
import { turningPointsOfIncludes } from './files/include-digests.ts';
import { includesOf } from './files/includes.ts';
import { type LeftOut, leftOutByAuthors, LeftOutTally } from './files/left-out.ts';
import { checkReferences } from './link/check-links.ts';
import { LinkMap } from './link/resolve.ts';
import { markupFindings } from './markup-findings.ts';
import { localesOf } from './lists.ts';
import type { RenderResources } from './page.ts';
import type { PageContext } from './page-inputs.ts';
import { doubtFinding, withheldFinding } from './parse/manuscript.ts';
import { doubtsAt, reasonToWithhold, turningPoints } from './parse/publication.ts';
import { listFiles, oddPlace, readIfPossible } from './read.ts';
import type { PipelineSettings, Progress } from './settings.ts';
import type { Article, Facts, Topic } from './types.ts';
import type { FileReference } from '../core/file-reference.ts';

/** What pages are made with where all articles are known. */
export type LibraryContext = PageContext & RenderResources;

/** The whole set: what phase two knows. */
export interface Library {
  readonly topics: readonly Topic[];
  readonly diagnostics: readonly Diagnostic[];
  readonly pages: LibraryContext;
  readonly displayPath: PipelineSettings['displayPath'];
  /** What lies in the content directories and is not shown. */
  readonly leftOut: readonly LeftOut[];
  /** Times between which the same articles are published. */
  readonly validity: Validity;
}

/** From `since` on and before `until`, in milliseconds since 1970; without a limit where that is undefined. */
export interface Validity {
  readonly since?: number;
  readonly until?: number;
}

/** Reads all files and puts their facts together. */
export function collect(settings: PipelineSettings, progress: Progress): Library {
  const { files, ...found } = filesOf(settings);
  const facts = files.map((file, index) => {
    progress('Reading articles', index, files.length);
    return readArticle(file, settings);
  });
  progress('Reading articles', files.length, files.length);
  return libraryOf(facts, found, settings, progress);
}

/** What is found out about the content directories besides the files to read. */
export interface FoundBesides {
  /** What is wrong with places. */
  readonly diagnostics: readonly Diagnostic[];
  /** Files that are not read, and why, in a sentence. */
  readonly unread: readonly { readonly file: FileReference; readonly why: string }[];
}

/** The files to read. */
export function filesOf({
  roots,
  displayPath,
  ignore,
  isHome,
  sourceLocale,
  wantedSourceLocale,
}: PipelineSettings): FoundBesides & {
  readonly files: FileReference[];
} {
  const diagnostics: Diagnostic[] =
    wantedSourceLocale === undefined ? [] : [otherSource(wantedSourceLocale, sourceLocale)];
  const unread: { file: FileReference; why: string }[] = [];
  const files = listFiles(roots, {
    ignore,
    ...(isHome && { isHome }),
    onOdd: (place) => diagnostics.push(oddPlace(place, displayPath(place))),
    onUnread: (file, why) => unread.push({ file, why }),
  });
  return { files, diagnostics, unread };
}

function otherSource(wanted: string, taken: string): Diagnostic {
  return sourceLocaleWarning(
    `The articles in ${taken} are taken for the source: ${wanted}, the source locale, has none, or translations are of fewer.`,
    `Write \`sourceLocale: '${taken}'\`, or give \`--source-locale ${taken}\`.`,
  );
}

/** Where there are several locales and none of them is the source. One alone may be a hand-back whose source lies elsewhere. */
function lackingSource(topics: readonly Topic[], { sourceLocale, wantedSourceLocale }: PipelineSettings): Diagnostic[] {
  const locales = new Set(topics.flatMap(({ articles }) => Object.keys(articles)));
  if (wantedSourceLocale !== undefined || locales.size < 2 || locales.has(sourceLocale)) return [];
  return [
    sourceLocaleWarning(
      `No article is in ${sourceLocale}, the source locale, so translations have nothing to be compared with, and nothing stands in where one is missing.`,
      'Say which locale articles are written in first: write `sourceLocale` in astro.config.mjs, or give `--source-locale`.',
    ),
  ];
}

function sourceLocaleWarning(message: string, hint: string): Diagnostic {
  return {
    rule: 'source-locale',
    severity: 'warning',
    file: 'astro.config.mjs',
    ...wholeFile,
    message,
    hint,
  };
}

/**
 * Puts the facts of all files together.
 *
 * @param facts in the order of the files
 * @param found what was found out besides
 */
export function libraryOf(
  facts: readonly Facts[],
  found: FoundBesides,
  given: PipelineSettings,
  progress: Progress,
): Library {
  progress('Grouping and linking', 0, 0);
  const { time = Date.now() } = given;
  const settings = { ...given, time };
  const files = new FileFinder(settings.roots, settings.sourceLocale);
  const whole = facts.map((each) => withIncludes(each, { files, time }, settings));
  const diagnostics = [...found.diagnostics, ...oncePerFolder(whole.flatMap((each) => each.diagnostics))];
  const articles = whole.flatMap(({ article }) => article ?? []);
  const reasons = new Map<Article, string>();
  for (const article of articles) {
    const reason = reasonToWithhold(article.metadata.publication, time);
    if (reason !== undefined) reasons.set(article, reason);
  }
  for (const [{ file }, reason] of reasons) {
    diagnostics.push(...diagnose(settings.displayPath(file), '', [withheldFinding(reason)]));
  }
  for (const { file, metadata } of articles) {
    const doubts = doubtsAt(metadata.publication, time).map(doubtFinding);
    diagnostics.push(...diagnose(settings.displayPath(file), '', doubts));
  }
  const grouped = group(
    articles,
    settings.sourceLocale,
    (bilingual) => {
      const { article, diagnostics: found } = attempt(bilingual, settings, 'its source is not recovered', () =>
        withIncludes(recover(bilingual, settings), { files, time }, settings),
      );
      diagnostics.push(...found);
      return article;
    },
    ({ file }) => settings.displayPath(file),
    settings.slugHistory,
    (article) => reasons.has(article),
  );
  for (const each of grouped.diagnostics) diagnostics.push(each);
  const topics = grouped.topics.map((topic) => {
    const named = Object.entries(topic.articles).map(([locale, article]): [string, Article] => {
      const made = attempt(article, settings, 'its headings have no English anchors', () => ({
        article: withEnglishAnchors(
          article,
          topic,
          { files, sourceLocale: settings.sourceLocale, time },
          settings.displayPath(article.file),
        ),
        diagnostics: [],
      }));
      diagnostics.push(...made.diagnostics);
      return [locale, made.article ?? article];
    });
    return { ...topic, articles: Object.fromEntries(named) };
  });

  const pages = contextOf(topics, settings);
  /** Absolute paths of files that pages show or offer, though they are no articles. */
  const shown = new Set<string>();
  for (const topic of topics) {
    for (const article of Object.values(topic.articles)) {
      const checked = attempt(article, settings, 'its links are not checked', () => ({
        diagnostics: checkArticle(article, pages, settings, (file) => shown.add(file)),
      }));
      // One article may have more findings than a function takes arguments.
      for (const found of checked.diagnostics) diagnostics.push(found);
    }
  }
  const unread = new LeftOutTally();
  for (const { file, why } of found.unread) {
    if (!shown.has(join(file.root, file.path))) unread.add(why, settings.displayPath(file));
  }
  diagnostics.push(...lackingSource(topics, settings));
  diagnostics.push(...markupFindings(topics, settings.displayPath));
  diagnostics.sort(compareDiagnostics);
  return {
    topics,
    diagnostics,
    pages,
    displayPath: settings.displayPath,
    leftOut: [...leftOutByAuthors(diagnostics), ...unread.list()],
    validity: validityOf(
      articles.flatMap((article) => turningPointsOf(article, files)),
      time,
    ),
  };
}

/** Findings about folders that each of their files has, each once. */
function oncePerFolder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const told = new Set<string>();
  return diagnostics.filter(({ rule, message }) => {
    if (rule !== 'locale-unclear' && rule !== 'country-folder') return true;
    return !told.has(message) && told.add(message);
  });
}

/** The moments at which an article, or a part of it that lies in another file, comes or goes. */
function turningPointsOf(article: Article, files: FileFinder): number[] {
  return [
    ...turningPoints(article.metadata.publication),
    ...turningPointsOfIncludes(article.file, includesOf(article), files),
  ];
}

/** The times around one, between moments at which something is published or expires. */
export function validityOf(moments: readonly number[], time: number): Validity {
  let [since, until] = [-Infinity, Infinity];
  for (const moment of moments) {
    if (moment <= time) since = Math.max(since, moment);
    else until = Math.min(until, moment);
  }
  return { ...(since === -Infinity ? {} : { since }), ...(until === Infinity ? {} : { until }) };
}

/** What pages of these topics are made with. */
export function contextOf(topics: readonly Topic[], settings: PipelineSettings): LibraryContext {
  const finder = new FileFinder(settings.roots, settings.sourceLocale);
  return {
    roots: settings.roots,
    sourceLocale: settings.sourceLocale,
    time: settings.time ?? Date.now(),
    base: settings.base,
    locales: settings.locales ?? localesOf(topics),
    files: finder,
    images: new ImageLibrary(finder, settings.base),
    links: new LinkMap(topics, settings),
    strings: settings.strings,
  };
}

function checkArticle(
  article: Article,
  context: LibraryContext,
  settings: PipelineSettings,
  onShown: (file: string) => void,
): Diagnostic[] {
  // What is wrong in a recovered article is wrong in the bilingual file too, and reported there.
  if (article.side === 'source') return [];
  const findings = checkReferences(article, context, onShown);
  if (findings.length === 0) return [];
  const diagnostics: Diagnostic[] = [];
  const name = settings.displayPath(article.file);
  const source = readIfPossible(article.file, (place) => diagnostics.push(oddPlace(place, name)));
  return source ? diagnose(name, source.text, findings) : diagnostics;
}
