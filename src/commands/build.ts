/** `npm run build`. */
import { join, relative } from 'node:path';
import { type Command, Option } from '@commander-js/extra-typings';
import { buildSite } from '../engine/build.ts';
import { workFolder } from '../config/work-folder.ts';
import { localeTags } from './command-line/option-kinds.ts';
import {
  baseOption,
  contentOption,
  outOption,
  readSiteConfiguration,
  type SiteOptions,
  sourceLocaleOption,
} from './command-line/shared-options.ts';
import { writeAtomic } from '../disk/atomic-files.ts';
import {
  countDiagnostics,
  counted,
  formatDiagnostics,
  formatLeftOut,
  listDiagnostics,
  listLeftOut,
  Reporter,
} from '../report/build-report.ts';
import type { Progress } from '../pipeline/settings.ts';

export default (command: Command) =>
  command
    .addOption(contentOption)
    .addOption(sourceLocaleOption)
    .addOption(outOption)
    .addOption(
      new Option('--locales <A,B>', 'Make the pages of these locales only; `assemble` joins the parts.').argParser(
        localeTags,
      ),
    )
    .addOption(baseOption)
    .option(
      '--site <URL>',
      'Address of the published site; needed for complete links and a sitemap. Its path is the base where `--base` is not given.',
    )
    .option('--date <DATE>', 'Day or time that decides what is published already and what has expired. Default: now.')
    .option('--timing', 'Show what each stage took.')
    .option('--force', 'Make everything again and trust no cache.')
    .action(async (options) => {
      process.exitCode = await build(options);
    });

interface BuildOptions extends SiteOptions {
  readonly out?: string;
  readonly timing?: boolean;
  readonly force?: boolean;
}

/** Gives the exit code. */
async function build({ timing = false, force = false, ...options }: BuildOptions): Promise<number> {
  const configuration = await readSiteConfiguration(options);
  const reporter = new Reporter();
  const progress: Progress = (stage, done, total) => reporter.progress(stage, done, total);
  const result = await buildSite(configuration, progress, { force });
  reporter.end();
  for (const line of formatDiagnostics(result.diagnostics)) reporter.line(line);
  for (const line of formatLeftOut(result.leftOut)) reporter.line(line);
  for (const link of result.minorFlaws.slice(0, 10)) reporter.line(`warning ${link}`);
  const found = countDiagnostics(result.diagnostics);
  if (found !== '' || result.leftOut.length > 0) {
    const report = join(workFolder(configuration), 'diagnostics.txt');
    writeAtomic(report, listDiagnostics(result.diagnostics) + listLeftOut(result.leftOut));
    reporter.line(`All findings are in ${relative(process.cwd(), report)}.`);
  }
  if (result.downloads !== undefined) reporter.line(result.downloads);
  reporter.line(
    `${counted(result.pages, 'page')} in ${counted(result.locales.length, 'locale')} (${result.rendered} rendered, ${counted(result.indexed, 'search index', 'search indexes')} made) in ${configuration.out}${found === '' ? '' : `; ${found}`}.`,
  );
  if (timing) for (const line of reporter.timings()) reporter.line(line);
  // Articles that cannot be published in full are named above; the others are published all the same.
  return result.diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
}
