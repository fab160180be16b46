/** All findings of a configuration's articles: those of the pipeline, of each file, and of the whole set. */
import { compareDiagnostics, type Diagnostic, wholeFile } from '../core/diagnostics.ts';
import type { Library } from '../pipeline/pipeline.ts';
import type { Progress } from '../pipeline/settings.ts';
import { type OddPlace, readIfPossible } from '../pipeline/read.ts';
import type { Normalized } from '../pipeline/normalize/normalize.ts';
import type { Manuscript } from '../pipeline/parse/manuscript.ts';
import type { Article, Topic } from '../pipeline/types.ts';
import type { FileReference } from '../core/file-reference.ts';
import { inspectBeside, originalOf } from './beside-original.ts';
import { editionsOf, findLabels, findLacks, type Inspected, keyOf, lacksWhatOthersHave } from './compare-units.ts';
import { inspect, inspectManuscript, type InspectSettings, reportOfFailure } from './inspect.ts';
import type { Report } from './report.ts';
import { knownRules } from './known-rules.ts';
import { ruleFailed } from './rule-failed.ts';
import { findInSet } from './set-rules.ts';

/** Where reports are kept, and what they depend on besides files. */
export interface ReportContext {
  readonly settings: InspectSettings;
  /** Gives the report that was made under this key before, else makes it; only complete ones are kept. */
  readonly recall: (key: string, make: () => Report) => Report;
}

export interface CheckContext extends ReportContext {
  /** The files to look at. */
  readonly files: readonly FileReference[];
}

/** An article that is published, in its topic. */
interface Known {
  readonly article: Article;
  readonly topic: Topic;
}

/** Every finding with its rule's own severity, in the order of output. Files are those that the library knows, and all others. */
export function check(library: Library, context: CheckContext, progress: Progress = () => undefined): Diagnostic[] {
  const { files } = context;
  const articles = new Map<string, Known>();
  for (const topic of library.topics)
    for (const article of Object.values(topic.articles))
      if (article.side === 'target') articles.set(keyOf(article.file), { article, topic });
  const failed = new Set(library.diagnostics.filter(({ rule }) => rule === 'article-failed').map(({ file }) => file));
  const byFile = new Map<string, Inspected>();
  const diagnostics: Diagnostic[] = [...library.diagnostics];
  for (const [index, file] of files.entries()) {
    progress('Checking sentences', index, files.length);
    const key = keyOf(file);
    const known = articles.get(key);
    const report = joined(
      reportOf(file, known?.article.digest, context),
      known && besideOriginal(known, library.pages.sourceLocale, context),
    );
    const inspected = { file: library.displayPath(file), locale: known?.article.locale, report };
    byFile.set(key, inspected);
    // What breaks the pipeline breaks the check too, and has been told.
    const isTold = !known && failed.has(inspected.file);
    for (const found of report.findings)
      if (!isTold || found.rule !== ruleFailed.name) diagnostics.push({ ...found, file: inspected.file });
  }
  progress('Checking sentences', files.length, files.length);
  for (const found of [
    ...findInSet(library),
    ...editionsOf(library.topics, byFile).flatMap(findLacks),
    ...Map.groupBy(byFile.values(), ({ locale }) => locale)
      .values()
      .flatMap(findLabels),
  ]) {
    const severity = knownRules.get(found.rule)?.severity ?? 'warning';
    diagnostics.push({ ...wholeFile, ...found, severity });
  }
  return withoutDoubles(diagnostics).sort(compareDiagnostics);
}

/** Rules about one sentence that see the same loss with less evidence. */
const weaker = new Set(['changed-number', 'link-count', 'changed-code', 'code-count']);

/** Reports depend on the bytes of files, on where the file lies (which may tell its language), and on the settings. */
function reportKey({ root, path }: FileReference, { settings }: ReportContext, ...digests: readonly string[]): string {
  return [settings.sourceLocale, JSON.stringify(settings.terms), root, path, ...digests].join(' ');
}

/** Makes the report of a file that is being read, so that `check` need not read it again. */
export function reportInPassing(manuscript: Manuscript, normalized: Normalized, context: ReportContext): void {
  context.recall(reportKey(manuscript.file, context, manuscript.file.digest), () =>
    safely(() => inspectManuscript(manuscript, normalized, context.settings)),
  );
}

/**
 * What is wrong in one file.
 *
 * @param digest the file's digest where it is known already: reading and hashing again takes longer than all the rest
 */
function reportOf(file: FileReference, digest: string | undefined, context: CheckContext): Report {
  const { settings, recall } = context;
  if (digest !== undefined) {
    try {
      return recall(reportKey(file, context, digest), () => {
        const source = readIfPossible(file, () => undefined);
        if (source?.digest !== digest) throw new ChangedError();
        return safely(() => inspect(source, settings));
      });
    } catch (error) {
      if (!(error instanceof ChangedError)) throw error;
    }
  }
  let unreadable: OddPlace | undefined;
  const source = readIfPossible(file, (place) => (unreadable = place));
  if (!source) return reportOfUnreadable(unreadable);
  return recall(reportKey(file, context, source.digest), () => safely(() => inspect(source, settings)));
}

function reportOfUnreadable(place: OddPlace | undefined): Report {
  const findings = place ? [{ ...place.reason, ...wholeFile }] : [];
  return { findings, labels: [], originals: {}, lacks: [], isComplete: true };
}

/** A file was saved or removed while it was being checked: what is found must not be kept under what it was before. */
class ChangedError extends Error {}

/** A plain translation beside the original that another file of its topic knows. */
function besideOriginal({ article, topic }: Known, sourceLocale: string, context: CheckContext): Report | undefined {
  const original = originalOf(article, topic, sourceLocale);
  if (!original) return undefined;
  return context.recall(`beside ${reportKey(article.file, context, article.digest, original.digest)}`, () =>
    safely(() => inspectBeside(article, topic, original, context.settings)),
  );
}

function joined(own: Report, beside: Report | undefined): Report {
  if (!beside) return own;
  return {
    ...beside,
    findings: [...own.findings, ...beside.findings],
    isComplete: own.isComplete && beside.isComplete,
  };
}

/** What breaks the look at one file costs no other file its findings. */
function safely(make: () => Report): Report {
  try {
    return make();
  } catch (error) {
    return reportOfFailure(error);
  }
}

/** One finding for one thing: a rule may see the same place from two sides. */
function withoutDoubles(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const proved = new Set(
    diagnostics
      .filter(({ rule }) => rule === lacksWhatOthersHave.name)
      .map(({ file, segment }) => `${file} ${segment ?? ''}`),
  );
  const unique = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const { rule, file, line, column, message, segment } = diagnostic;
    if (weaker.has(rule) && proved.has(`${file} ${segment ?? ''}`)) continue;
    unique.set(`${rule} ${file}:${line}:${column} ${message}`, diagnostic);
  }
  return [...unique.values()];
}
