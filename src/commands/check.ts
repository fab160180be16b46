/** The work behind `npm run check`: articles, reports kept from run to run, and the site's own policy. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { agentFacts } from '../exports/export-facts.ts';
import { check } from '../check/reports.ts';
import { applyPolicy } from '../check/policy.ts';
import { ruleFailed } from '../check/rule-failed.ts';
import { type Diagnostic, wholeFile } from '../core/diagnostics.ts';
import type { Library } from '../pipeline/pipeline.ts';
import type { Progress } from '../pipeline/settings.ts';
import { ignoreOf } from '../pipeline/files/ignore.ts';
import { listFiles } from '../pipeline/read.ts';
import type { FileReference } from '../pipeline/types.ts';
import { workFolder } from '../config/work-folder.ts';
import { codeVersion } from '../engine/cache/code-version.ts';
import { type Configuration, displayPath } from '../config/configuration.ts';
import { filesBelow } from '../publish/manifest.ts';
import { Memory } from '../engine/cache/fact-cache.ts';
import { openMemory, readLibrary, reportContext, type Reports, pipelineCode } from '../engine/library.ts';
import { readSlugFile } from '../engine/slug-file.ts';

/** Files that decide what is found. */
export const checkCode = ['src/check', ...pipelineCode];

export interface Checked {
  readonly library: Library;
  /** Findings as the site's policy has them. */
  readonly diagnostics: readonly Diagnostic[];
  readonly accepted: number;
  /** False where a rule failed, whatever the policy makes of it. */
  readonly isComplete: boolean;
  /** Locale of a file by its path as it is shown. */
  readonly locales: ReadonlyMap<string, string>;
}

/** Reports of files from earlier runs. */
export function openReports({ project }: Pick<Configuration, 'project'>, work: string): Memory {
  return new Memory(join(work, 'check.tsv'), codeVersion(project, checkCode));
}

/** Where checks of these content directories keep what they found out; previews of them do so too. */
export function checkFolder({ project, roots }: Configuration): string {
  return workFolder({ project, out: roots.join(':') });
}

export function checkArticles(configuration: Configuration, progress: Progress): Checked {
  const work = checkFolder(configuration);
  const memory = openMemory(configuration, work);
  const reports = openReports(configuration, work);
  const read = readLibrary(configuration, progress, memory, reports);
  memory.save();
  memory.close();
  const library = { ...read, diagnostics: [...read.diagnostics, ...addressFindings(read, configuration)] };
  const found = checkLibrary(library, configuration, reports, progress);
  reports.save();
  reports.close();
  return found;
}

/** Addresses and ids that an article names and another one has, as a build finds them. */
function addressFindings(library: Library, { project, options, slugHistory }: Configuration): readonly Diagnostic[] {
  const copied = join(project, 'public');
  const files = existsSync(copied) ? filesBelow(copied) : [];
  return agentFacts(library, readSlugFile(slugHistory), options.documentationSite, files).diagnostics;
}

/** Everything that is wrong with a library's articles. */
export function checkLibrary(
  library: Library,
  configuration: Configuration,
  reports: Reports,
  progress: Progress = () => undefined,
  files: readonly FileReference[] = listFiles(configuration.roots, { ignore: ignoreOf(configuration.options.ignore) }),
): Checked {
  const all = check(library, { files, ...reportContext(configuration, reports) }, progress);
  const { terms: _terms, ...policy } = configuration.options.check;
  const { diagnostics, accepted, unused } = applyPolicy(all, policy);
  const locales = new Map(
    library.topics.flatMap(({ articles }) =>
      Object.values(articles)
        .filter(({ side }) => side === 'target')
        .map(({ file, locale }): [string, string] => [displayPath(file), locale]),
    ),
  );
  const stale = unused.map(({ rule, reason }): Diagnostic => ({
    rule: 'unused-exception',
    severity: 'warning',
    file: 'astro.config.mjs',
    ...wholeFile,
    message: `The exception for \`${rule}\` (“${reason}”) matches no finding.`,
    hint: 'Remove it.',
  }));
  const isComplete = all.every(({ rule }) => rule !== ruleFailed.name);
  return { library, diagnostics: [...stale, ...diagnostics], accepted, isComplete, locales };
}
