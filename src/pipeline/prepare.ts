/**
 * The pipeline on one screen: from content directories to packs of pages.
 *
 *     read → parse → normalize   each file      facts of articles
 *     group → link               the whole set  topics, links, diagnostics
 *     render                     each page      packs
 */
import { compareDiagnostics, diagnose, type Diagnostic } from '../diagnostics.ts';
import { withEnglishAnchors } from './english-anchors.ts';
import { FileFinder } from './files.ts';
import { group } from './group/group.ts';
import type { Ignore } from './ignore.ts';
import { ImageLibrary } from './images.ts';
import { digestOfIncludes } from './include-digests.ts';
import { includesFor, includesOf } from './includes.ts';
import { checkReferences } from './link/check.ts';
import { LinkMap, type LinkSettings } from './link/resolve.ts';
import { markupFindings } from './markup-findings.ts';
import { factsOf, normalize, type Normalized } from './normalize/normalize.ts';
import { pageKey } from './page-key.ts';
import { type PageOrder, pageOrder } from './page-order.ts';
import { localesOf, type PageContext, pageOf, pageWithout, type RenderedPage, updatedOf } from './pages.ts';
import { type Manuscript, parseManuscript, withheldFinding } from './parse/manuscript.ts';
import { reasonToWithhold, turningPoints } from './parse/publication.ts';
import { type LeftOut, leftOutByAuthors, LeftOutTally } from './left-out.ts';
import { localeOfPlace } from './place.ts';
import { listFiles, oddPlace, readIfPossible, readSource } from './read.ts';
import { shownIn } from './shown.ts';
import type { Article, FileReference, SlugHistory, Source, Topic } from './types.ts';

export interface PipelineSettings extends LinkSettings {
  /** Absolute paths of the content directories. */
  readonly roots: readonly string[];
  /** What the site's author wants left out; nothing where undefined. */
  readonly ignore?: Ignore | undefined;
  /** The source locale that was configured, where no article is in it and `sourceLocale` was taken for it. */
  readonly wantedSourceLocale?: string | undefined;
  /** Whether a file called `index.mdx` is a home page of the site; none is where undefined. */
  readonly isHome?: (file: FileReference) => boolean;
  /** Locales to publish; all that have articles where undefined. */
  readonly locales?: readonly string[] | undefined;
  /** Which articles had which slugs in earlier builds; nothing where that is not kept. */
  readonly slugHistory?: SlugHistory;
  /** The time that the site is made for, in milliseconds since 1970, which decides what is published and what has expired; now where undefined. */
  readonly time?: number | undefined;
  /** How a file is called in messages. */
  readonly displayPath: (file: FileReference) => string;
  readonly strings: PageContext['strings'];
  /**
   * Where facts may be taken from instead of being found again: gives the value that was made for the same key before, else makes
   * it. Keys hold all that a value depends on.
   */
  readonly recall?: (key: string, make: () => Facts) => Facts;
  /** Shown each article that is read, but those whose facts are recalled: whoever needs its text too need not read it again. */
  readonly onRead?: (manuscript: Manuscript, normalized: Normalized) => void;
}

/** What phase one finds out about one file; it depends on that file alone. */
export interface Facts {
  /** Undefined where the file cannot be published. */
  readonly article?: Article;
  readonly diagnostics: readonly Diagnostic[];
}

/** Told now and then while long work goes on. */
export type Progress = (stage: string, done: number, total: number) => void;

/** What pages are made with where all articles are known. */
export interface LibraryContext extends PageContext {
  readonly links: LinkMap;
}

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
  /** Files that are not read. */
  readonly unread: LeftOutTally;
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
  const unread = new LeftOutTally();
  const files = listFiles(roots, {
    ignore,
    ...(isHome && { isHome }),
    onOdd: (place) => diagnostics.push(oddPlace(place, displayPath(place))),
    onUnread: (file, why) => unread.add(why, displayPath(file)),
  });
  return { files, diagnostics, unread };
}

function otherSource(wanted: string, taken: string): Diagnostic {
  return {
    rule: 'source-locale',
    severity: 'warning',
    file: 'astro.config.mjs',
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 1,
    message: `No article is in ${wanted}, the source locale; the articles in ${taken} are taken for the source.`,
    hint: `Write \`sourceLocale: '${taken}'\`, or give \`--source-locale ${taken}\`.`,
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
  settings: PipelineSettings,
  progress: Progress,
): Library {
  progress('Grouping and linking', 0, 0);
  const files = new FileFinder(settings.roots, settings.sourceLocale);
  const whole = facts.map((each) => withIncludes(each, files, settings));
  const diagnostics = [...found.diagnostics, ...oncePerFolder(whole.flatMap((each) => each.diagnostics))];
  const articles = whole.flatMap(({ article }) => article ?? []);
  const { time = Date.now() } = settings;
  const reasons = new Map<Article, string>();
  for (const article of articles) {
    const reason = reasonToWithhold(article.metadata.publication, time);
    if (reason !== undefined) reasons.set(article, reason);
  }
  for (const [{ file }, reason] of reasons) {
    diagnostics.push(...diagnose(settings.displayPath(file), '', [withheldFinding(reason)]));
  }
  const grouped = group(
    articles,
    settings.sourceLocale,
    (bilingual) => {
      const { article, diagnostics: found } = attempt(bilingual, settings, 'its source is not recovered', () =>
        withIncludes(recover(bilingual, settings), files, settings),
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
          { files, sourceLocale: settings.sourceLocale },
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
  for (const topic of topics) {
    for (const article of Object.values(topic.articles)) {
      const checked = attempt(article, settings, 'its links are not checked', () => ({
        diagnostics: checkArticle(article, pages, settings),
      }));
      // One article may have more findings than a function takes arguments.
      for (const found of checked.diagnostics) diagnostics.push(found);
    }
  }
  diagnostics.push(...markupFindings(topics, settings.displayPath));
  diagnostics.sort(compareDiagnostics);
  return {
    topics,
    diagnostics,
    pages,
    displayPath: settings.displayPath,
    leftOut: [...leftOutByAuthors(diagnostics), ...found.unread.list()],
    validity: validityOf(articles, time),
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

function validityOf(articles: readonly Article[], time: number): Validity {
  let [since, until] = [-Infinity, Infinity];
  for (const { metadata } of articles) {
    for (const moment of turningPoints(metadata.publication)) {
      if (moment <= time) since = Math.max(since, moment);
      else until = Math.min(until, moment);
    }
  }
  return { ...(since === -Infinity ? {} : { since }), ...(until === Infinity ? {} : { until }) };
}

/** What pages of these topics are made with. */
export function contextOf(topics: readonly Topic[], settings: PipelineSettings): LibraryContext {
  const finder = new FileFinder(settings.roots, settings.sourceLocale);
  return {
    sourceLocale: settings.sourceLocale,
    base: settings.base,
    locales: settings.locales ?? localesOf(topics),
    files: finder,
    images: new ImageLibrary(finder, settings.base),
    links: new LinkMap(topics, settings),
    strings: settings.strings,
  };
}

/** A page that can be rendered, and what it would show. */
export interface PlannedPage {
  readonly slug: string;
  /** What lists and sitemaps say of it. */
  readonly facts: { slug: string; noindex: boolean; unlisted?: true; fallback: boolean; updated?: string };
  /** Equal keys mean equal pages, so that one that was rendered before need not be rendered again. */
  readonly key: () => string;
  readonly render: () => RenderedPage;
  /** The page with its article as plain text, and why. */
  readonly renderPlain: (failure: string) => RenderedPage;
  /** The page that stands in for one that cannot be rendered because of an error. */
  readonly renderWithout: (error: unknown) => RenderedPage;
  /** What it takes to render the page in another process. */
  readonly order: () => PageOrder;
  /** The article's file, as a user would type it. */
  readonly file: string;
}

/** All pages of one locale, in the order of their slugs. */
export function* plannedPages(locale: string, { topics, pages, displayPath }: Library): Generator<PlannedPage> {
  for (const topic of topics) {
    const article = shownIn(topic, locale, pages.sourceLocale);
    if (!article) continue;
    const fallback = article.locale !== locale;
    const updated = updatedOf(article);
    yield {
      slug: topic.slug,
      facts: {
        slug: topic.slug,
        noindex: article.metadata.noindex || fallback,
        fallback,
        ...(article.metadata.publication.unlisted === true ? { unlisted: true } : {}),
        ...(updated === undefined ? {} : { updated }),
      },
      key: () => pageKey(topic, article, locale, pages),
      render: () => pageOf(topic, article, locale, pages),
      renderPlain: (failure) => pageOf(topic, article, locale, pages, failure),
      renderWithout: (error) => pageWithout(topic, article, locale, pages, error),
      order: () => pageOrder(topic, article, locale, pages),
      file: displayPath(article.file),
    };
  }
}

/**
 * What was found out about a file before; undefined where that is nothing.
 *
 * @param digest of the file, where it is known; else the file is read
 */
export function recallArticle(
  file: FileReference,
  digest: string | undefined,
  settings: PipelineSettings,
  find: (key: string) => Facts | undefined,
): Facts | undefined {
  try {
    return find(factsKey({ ...file, digest: digest ?? readSource(file).digest }, 'target', settings));
  } catch {
    // Whoever reads it then says why it cannot be read.
    return undefined;
  }
}

/** Facts of one file. */
export function readArticle(file: FileReference, settings: PipelineSettings): Facts {
  const displayPath = settings.displayPath(file);
  const diagnostics: Diagnostic[] = [];
  const source = readIfPossible(file, (place) => diagnostics.push(oddPlace(place, displayPath)));
  if (!source) return { diagnostics };
  try {
    return recalled(source, 'target', settings, () => {
      try {
        return factsIn(source, displayPath, settings);
      } catch (error) {
        // Whoever keeps facts never keeps a failure.
        throw new FailedArticle(articleFailed(displayPath, 'it is not published', error));
      }
    });
  } catch (error) {
    if (error instanceof FailedArticle) return { diagnostics: [error.diagnostic] };
    throw error;
  }
}

class FailedArticle extends Error {
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.diagnostic = diagnostic;
  }
}

function factsIn(source: Source, displayPath: string, { sourceLocale, onRead }: PipelineSettings): Facts {
  const { manuscript, findings } = parseManuscript(source, 'target', sourceLocale);
  if (!manuscript) return { diagnostics: diagnose(displayPath, source.text, findings) };
  const normalized = normalize(manuscript);
  const article = factsOf(manuscript, normalized, displayPath);
  onRead?.(manuscript, normalized);
  return { article, diagnostics: article.diagnostics };
}

/**
 * Facts of an article with those of the files that it includes, whose words may be in its title, its summary and its headings; the same
 * facts where it includes none. These depend on the included files too, and are kept under the digests of all of them.
 */
function withIncludes(facts: Facts, files: FileFinder, settings: PipelineSettings): Facts {
  const { article } = facts;
  const includes = article ? includesOf(article) : [];
  if (!article || includes.length === 0) return facts;
  const { sourceLocale } = settings;
  const make = (): Facts => {
    const source = readSource(article.file);
    const { manuscript } = parseManuscript(source, article.side, sourceLocale);
    if (!manuscript) return facts;
    const displayPath = settings.displayPath(article.file);
    const include = includesFor(article, { files, sourceLocale });
    const whole = factsOf(manuscript, normalize(manuscript), displayPath, include);
    return { article: whole, diagnostics: article.side === 'source' ? [] : whole.diagnostics };
  };
  const made = attempt(article, settings, 'its title and headings lack what it includes', () => {
    const own = factsKey({ ...article.file, digest: article.digest }, article.side, settings);
    const key = `${own} ${digestOfIncludes(article.file, includes, files)}`;
    const known = settings.recall?.(key, make);
    // Facts of a file that has changed while it was read are not those that were asked for.
    return known?.article?.digest === article.digest ? known : make();
  });
  return made.article ? made : { article, diagnostics: [...facts.diagnostics, ...made.diagnostics] };
}

/** The English article in a bilingual file. */
function recover(bilingual: Article, settings: PipelineSettings): Facts {
  const odd: Diagnostic[] = [];
  const source = readIfPossible(bilingual.file, (place) => odd.push(oddPlace(place, settings.displayPath(place))));
  if (!source) return { diagnostics: odd };
  return recalled(source, 'source', settings, () => {
    const { manuscript } = parseManuscript(source, 'source', settings.sourceLocale);
    if (!manuscript) return { diagnostics: [] };
    return {
      article: factsOf(manuscript, normalize(manuscript), settings.displayPath(bilingual.file)),
      diagnostics: [],
    };
  });
}

/** Facts that only the whole set can ask for. What breaks one file's costs nobody else's. */
function attempt({ file }: Article, { displayPath }: PipelineSettings, consequence: string, make: () => Facts): Facts {
  try {
    return make();
  } catch (error) {
    return { diagnostics: [articleFailed(displayPath(file), consequence, error)] };
  }
}

function recalled(source: Source, side: 'target' | 'source', settings: PipelineSettings, make: () => Facts): Facts {
  return settings.recall ? settings.recall(factsKey(source, side, settings), make) : make();
}

/** Facts depend on the file's place and content, on the locale that its place says, and on one setting. */
function factsKey(source: Omit<Source, 'text'>, side: 'target' | 'source', settings: PipelineSettings): string {
  const locale = localeOfPlace(source) ?? '';
  return [side, settings.sourceLocale, locale, source.root, settings.displayPath(source), source.digest].join(' ');
}

function checkArticle(
  article: Article,
  { links, images, files, sourceLocale }: LibraryContext,
  settings: PipelineSettings,
): Diagnostic[] {
  // What is wrong in a recovered article is wrong in the bilingual file too, and reported there.
  if (article.side === 'source') return [];
  const findings = checkReferences(article, { links, images, files, sourceLocale });
  if (findings.length === 0) return [];
  const diagnostics: Diagnostic[] = [];
  const name = settings.displayPath(article.file);
  const source = readIfPossible(article.file, (place) => diagnostics.push(oddPlace(place, name)));
  return source ? diagnose(name, source.text, findings) : diagnostics;
}

/** One article that breaks the pipeline never costs the others their pages. */
export function articleFailed(file: string, consequence: string, error: unknown): Diagnostic {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    rule: 'article-failed',
    severity: 'error',
    file,
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 1,
    message: `The article could not be processed (${reason}), so ${consequence}.`,
    hint: 'Simplify what is nested deepest in it, or report the file as a defect of Languedocs.',
  };
}
