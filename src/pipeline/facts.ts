/** Facts of one file: found out from its text, or recalled from an earlier build. What breaks one file costs no other anything. */
import { diagnose, type Diagnostic, wholeFile } from '../core/diagnostics.ts';
import { digestOfIncludes } from './files/include-digests.ts';
import { type IncludeContext, includesFor, includesOf } from './files/includes.ts';
import { factsOf, normalize } from './normalize/normalize.ts';
import { parseManuscript } from './parse/manuscript.ts';
import { localeOfPlace } from '../layouts/locale-of-place.ts';
import { oddPlace, readIfPossible, readSource } from './read.ts';
import type { PipelineSettings } from './settings.ts';
import type { Article, Facts, Source } from './types.ts';
import type { FileReference } from '../core/file-reference.ts';

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
export function withIncludes(
  facts: Facts,
  context: Pick<IncludeContext, 'files' | 'time'>,
  settings: PipelineSettings,
): Facts {
  const { article } = facts;
  const includes = article ? includesOf(article) : [];
  if (!article || includes.length === 0) return facts;
  const { sourceLocale } = settings;
  const make = (): Facts => {
    const source = readSource(article.file);
    const { manuscript } = parseManuscript(source, article.side, sourceLocale);
    if (!manuscript) return facts;
    const displayPath = settings.displayPath(article.file);
    const include = includesFor(article, { ...context, sourceLocale });
    const whole = factsOf(manuscript, normalize(manuscript), displayPath, include);
    return { article: whole, diagnostics: article.side === 'source' ? [] : whole.diagnostics };
  };
  const made = attempt(article, settings, 'its title and headings lack what it includes', () => {
    const own = factsKey({ ...article.file, digest: article.digest }, article.side, settings);
    const key = `${own} ${digestOfIncludes(article.file, includes, context)}`;
    const known = settings.recall?.(key, make);
    // Facts of a file that has changed while it was read are not those that were asked for.
    return known?.article?.digest === article.digest ? known : make();
  });
  return made.article ? made : { article, diagnostics: [...facts.diagnostics, ...made.diagnostics] };
}

/** The English article in a bilingual file. */
export function recover(bilingual: Article, settings: PipelineSettings): Facts {
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
export function attempt(
  { file }: Article,
  { displayPath }: PipelineSettings,
  consequence: string,
  make: () => Facts,
): Facts {
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

/** One article that breaks the pipeline never costs the others their pages. */
export function articleFailed(file: string, consequence: string, error: unknown): Diagnostic {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    rule: 'article-failed',
    severity: 'error',
    file,
    ...wholeFile,
    message: `The article could not be processed (${reason}), so ${consequence}.`,
    hint: 'Simplify what is nested deepest in it, or report the file as a defect of Languedocs.',
  };
}
