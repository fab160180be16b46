/** All articles of a configuration, with what earlier builds found out about them. */
import { join } from 'node:path';
import { collect, type Library, type PipelineSettings, type Progress } from '../pipeline/prepare.ts';
import { type StringKey, stringsFor } from '../ui/strings.ts';
import { type Configuration, displayPath } from './configuration.ts';
import { codeVersion, Memory } from './memory.ts';

/** Files that decide what facts and pages look like. */
const pipelineCode = ['src/pipeline', 'src/locales.ts', 'src/diagnostics.ts', 'package-lock.json'];

/** All articles of the configuration, grouped and checked. */
export function readLibrary(configuration: Configuration, progress: Progress, memory?: Memory): Library {
  const recall: PipelineSettings['recall'] = memory && ((key, make) => memory.recall(key, make));
  return collect({ ...settingsOf(configuration), ...(recall === undefined ? {} : { recall }) }, progress);
}

/** How the pipeline is to read and render the articles of a configuration. */
export function settingsOf({ roots, options, base, locales }: Configuration): PipelineSettings {
  return {
    roots,
    base,
    sourceLocale: options.sourceLocale,
    documentationHosts: options.documentationHosts,
    documentationSite: options.documentationSite,
    locales,
    displayPath,
    strings: (tag) => {
      const strings = stringsFor(tag);
      // The renderer names its few strings itself; a wrong name throws like any missing string.
      return (key, values) => strings.t(key as StringKey, values);
    },
  };
}

/** What earlier builds with the same work folder found out about files. */
export function openMemory({ project }: Configuration, work: string): Memory {
  return new Memory(join(work, 'facts.tsv'), codeVersion(project, pipelineCode));
}

/** Files that decide what the search knows of an article. */
export const recordCode = ['src/search', ...pipelineCode];

/** Changes with the code that renders pages and makes their records for the search, and with the one option that it reads. */
export function renderVersion({ project, options }: Configuration): string {
  return `${codeVersion(project, recordCode)}-${options.sourceLocale}`;
}
