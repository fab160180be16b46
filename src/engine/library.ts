/** All articles of a configuration, with what earlier builds found out about them. */
import { join } from 'node:path';
import { type ReportContext, reportInPassing } from '../check/reports.ts';
import type { Report } from '../check/report.ts';
import { collect, type Library } from '../pipeline/pipeline.ts';
import type { PipelineSettings, Progress } from '../pipeline/settings.ts';
import type { Facts } from '../pipeline/types.ts';
import { ignoreOf } from '../pipeline/files/ignore.ts';
import { type StringKey, stringsFor } from '../ui/strings.ts';
import { codeVersion } from './cache/code-version.ts';
import type { Configuration } from '../config/configuration.ts';
import { displayPath } from '../config/display-path.ts';
import { Memory } from './cache/fact-cache.ts';
import { isRecord, isText } from '../core/stored.ts';
import { trustedHomes } from './site-facts.ts';
import { readSlugFile } from './slug-file.ts';

/** Reports of files by all that they depend on: JSON in UTF-8. */
export type Reports = Pick<Memory, 'find' | 'keep'>;

/**
 * All articles of the configuration, grouped, their links checked.
 *
 * @param memory what earlier builds found out about them
 * @param reports gets the reports of the articles that are read, for a check that follows
 */
export function readLibrary(
  configuration: Configuration,
  progress: Progress,
  memory?: Memory,
  reports?: Reports,
): Library {
  const recall: PipelineSettings['recall'] = memory && ((key, make) => memory.recall(key, make, isFacts));
  const slugHistory = readSlugFile(configuration.slugHistory);
  const settings = { ...settingsOf(configuration), slugHistory, ...(recall && { recall }) };
  return collect(reports ? { ...settings, onRead: onReadFor(configuration, reports) } : settings, progress);
}

/** Has the report of each article that is read kept. */
export function onReadFor(configuration: Configuration, reports: Reports): NonNullable<PipelineSettings['onRead']> {
  const context = reportContext(configuration, reports);
  return (manuscript, normalized) => reportInPassing(manuscript, normalized, context);
}

/** Where reports of the configuration's articles are kept, and what they depend on besides files. */
export function reportContext({ options }: Configuration, reports: Reports): ReportContext {
  return {
    settings: { sourceLocale: options.sourceLocale, terms: options.check.terms },
    recall(key, make) {
      const known = reports.find(key);
      if (isReport(known)) return known;
      const report = make();
      const text = JSON.stringify(report);
      // A rule that failed is asked again.
      if (report.isComplete) reports.keep(key, Buffer.from(text));
      // Not the report itself: its strings may be cut out of a whole file, and would keep that in memory.
      return JSON.parse(text) as Report;
    },
  };
}

/** Whether a value that was kept is what was found out about a file. */
export function isFacts(value: unknown): value is Facts {
  return (
    isRecord(value) &&
    Array.isArray(value['diagnostics']) &&
    (value['article'] === undefined || isArticle(value['article']))
  );
}

function isArticle(value: unknown): boolean {
  return (
    isRecord(value) &&
    isText(value['locale']) &&
    isText(value['digest']) &&
    isRecord(value['file']) &&
    isRecord(value['metadata']) &&
    Array.isArray(value['anchors']) &&
    Array.isArray(value['references'])
  );
}

/** Whether a value that was kept is a report that may be taken for what it was made from. */
function isReport(value: unknown): value is Report {
  return (
    isRecord(value) &&
    value['isComplete'] === true &&
    Array.isArray(value['findings']) &&
    Array.isArray(value['labels']) &&
    Array.isArray(value['lacks']) &&
    isRecord(value['originals'])
  );
}

/** How the pipeline is to read and render the articles of a configuration. */
export function settingsOf(configuration: Configuration): PipelineSettings {
  const { roots, options, base, locales, time, wantedSourceLocale } = configuration;
  let homes: ReadonlySet<string> | undefined;
  return {
    roots,
    base,
    sourceLocale: options.sourceLocale,
    documentationHosts: options.documentationHosts,
    documentationSite: options.documentationSite,
    locales,
    time,
    wantedSourceLocale,
    ignore: ignoreOf(options.ignore),
    isHome: ({ root, path }) => {
      homes ??= new Set(trustedHomes(configuration).map(([, file]) => file));
      return homes.has(join(root, path));
    },
    displayPath,
    strings: (tag) => {
      const strings = stringsFor(tag);
      // The renderer names its few strings itself; a wrong name throws like any missing string.
      return (key, values) => strings.t(key as StringKey, values);
    },
  };
}

/** What earlier builds with the same work folder found out about files. */
export function openMemory(work: string): Memory {
  return new Memory(join(work, 'facts.tsv'), codeVersion());
}

/** Changes with the code that renders pages and makes their records for the search, and with the one option that it reads. */
export function renderVersion({ options }: Configuration): string {
  return `${codeVersion()}-${options.sourceLocale}`;
}
