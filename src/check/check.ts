/** All findings of a configuration's articles: those of the pipeline, of each file, and of the whole set. */
import { compareDiagnostics, type Diagnostic } from '../diagnostics.ts';
import type { Library } from '../pipeline/prepare.ts';
import { readSource } from '../pipeline/read.ts';
import type { Article, FileReference, Topic } from '../pipeline/types.ts';
import { inspectBeside, originalOf } from './beside-original.ts';
import { editionsOf, findLabels, findLacks, type Inspected, lacksWhatOthersHave } from './compare-units.ts';
import { inspect, type InspectSettings, type Placed, type Report } from './inspect.ts';
import { knownRules } from './known-rules.ts';
import { setRules } from './set-rules.ts';

export interface CheckContext {
  /** The files to look at. */
  readonly files: readonly FileReference[];
  readonly settings: InspectSettings;
  /** Gives the report that was made under this key before, else makes it. */
  readonly recall: (key: string, make: () => Report) => Report;
}

/** Told now and then while long work goes on. */
export type Progress = (stage: string, done: number, total: number) => void;

/** Every finding with its rule's own severity, in the order of output. Files are those that the library knows, and all others. */
export function check(library: Library, context: CheckContext, progress: Progress = () => undefined): Diagnostic[] {
  const { files } = context;
  const articles = new Map<string, { article: Article; topic: Topic }>();
  for (const topic of library.topics)
    for (const article of Object.values(topic.articles))
      if (article.side === 'target') articles.set(keyOf(article.file), { article, topic });
  const byFile = new Map<string, Inspected>();
  const diagnostics: Diagnostic[] = [...library.diagnostics];
  for (const [index, file] of files.entries()) {
    progress('Checking sentences', index, files.length);
    const report = joined(
      reportOf(file, articles.get(keyOf(file))?.article.digest, context),
      besideOriginal(file, library, context, articles),
    );
    const inspected = {
      file: library.displayPath(file),
      locale: articles.get(keyOf(file))?.article.locale ?? '',
      report,
    };
    byFile.set(keyOf(file), inspected);
    for (const found of report.findings) diagnostics.push({ ...found, file: inspected.file });
  }
  progress('Checking sentences', files.length, files.length);
  for (const found of [
    ...setRules.flatMap((rule) => rule.find(library)),
    ...editionsOf(library.topics, byFile).flatMap(findLacks),
    ...Map.groupBy(byFile.values(), ({ locale }) => locale)
      .values()
      .flatMap(findLabels),
  ]) {
    const severity = knownRules.get(found.rule)?.severity ?? 'warning';
    diagnostics.push({ line: 1, column: 1, endLine: 1, endColumn: 1, ...found, severity });
  }
  return withoutDoubles(diagnostics).sort(compareDiagnostics);
}

/** Rules about one sentence that see the same loss with less evidence. */
const weaker = new Set(['changed-number', 'link-count', 'changed-code', 'code-count']);

/**
 * Reports depend on the bytes of the file, on where it lies (which may tell its language), and on the settings.
 *
 * @param digest the file's digest where it is known already: reading and hashing again takes longer than all the rest
 */
function reportOf(file: FileReference, digest: string | undefined, { settings, recall }: CheckContext): Report {
  const report = (known: string, make: () => Report) =>
    recall([settings.sourceLocale, JSON.stringify(settings.terms), file.root, file.path, known].join(' '), make);
  if (digest !== undefined) {
    try {
      return report(digest, () => {
        const source = readSource(file);
        if (source.digest !== digest) throw new ChangedError();
        return safely(() => inspect(source, settings));
      });
    } catch (error) {
      if (!(error instanceof ChangedError)) throw error;
    }
  }
  const source = readSource(file);
  return report(source.digest, () => safely(() => inspect(source, settings)));
}

/** A file was saved while it was being checked: what is found must not be kept under what it was before. */
class ChangedError extends Error {}

/** A plain translation beside the original that another file of its topic knows. */
function besideOriginal(
  file: FileReference,
  library: Library,
  { settings, recall }: CheckContext,
  articles: ReadonlyMap<string, { article: Article; topic: Topic }>,
): Report | undefined {
  const known = articles.get(keyOf(file));
  const original = known && originalOf(known.article, known.topic, library.pages.sourceLocale);
  if (!known || !original) return undefined;
  const { article, topic } = known;
  const key = [
    'beside',
    settings.sourceLocale,
    JSON.stringify(settings.terms),
    file.root,
    file.path,
    article.digest,
    original.digest,
  ];
  return recall(key.join(' '), () => safely(() => inspectBeside(article, topic, original, settings)));
}

function joined(own: Report, beside: Report | undefined): Report {
  if (!beside) return own;
  return { ...beside, findings: [...own.findings, ...beside.findings] };
}

/** The pipeline has told by then that it cannot process the article. */
function safely(make: () => Report): Report {
  try {
    return make();
  } catch {
    return { findings: [] as Placed[], labels: [], originals: {}, lacks: [] };
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

function keyOf({ root, path }: FileReference): string {
  return `${root}/${path}`;
}
