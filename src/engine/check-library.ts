/** Everything that is wrong with the articles of a configuration, with the reports that earlier runs have kept. */
import { join } from 'node:path';
import { applyPolicy } from '../check/policy.ts';
import { check } from '../check/reports.ts';
import { ruleFailed } from '../check/rule-failed.ts';
import type { Configuration } from '../config/configuration.ts';
import { displayPath } from '../config/display-path.ts';
import { type Diagnostic, wholeFile } from '../core/diagnostics.ts';
import type { FileReference } from '../core/file-reference.ts';
import { ignoreOf } from '../pipeline/files/ignore.ts';
import type { Library } from '../pipeline/pipeline.ts';
import { listFiles } from '../pipeline/read.ts';
import type { Progress } from '../pipeline/settings.ts';
import { codeVersion } from './cache/code-version.ts';
import { Memory } from './cache/fact-cache.ts';
import { reportContext, type Reports } from './library.ts';

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
export function openReports(work: string): Memory {
  return new Memory(join(work, 'check.tsv'), codeVersion());
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
