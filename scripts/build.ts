import { join, relative } from 'node:path';
import { buildSite } from '../src/engine/build.ts';
import { workFolder } from '../src/config/work-folder.ts';
import {
  baseOption,
  contentOption,
  dateOption,
  outOption,
  readConfiguration,
  sourceLocaleOption,
} from '../src/commands/command-line/site-options.ts';
import { writeAtomic } from '../src/disk/atomic-files.ts';
import { runCommand } from '../src/commands/command-line/run.ts';
import type { Command } from '../src/commands/command-line/command.ts';
import {
  countDiagnostics,
  counted,
  formatDiagnostics,
  formatLeftOut,
  listDiagnostics,
  listLeftOut,
  Reporter,
} from '../src/report/build-report.ts';
import type { Progress } from '../src/pipeline/settings.ts';

const command: Command = {
  name: 'npm run build',
  summary: 'Builds the site.',
  options: {
    content: contentOption,
    'source-locale': sourceLocaleOption,
    out: outOption,
    locales: {
      type: 'string',
      value: 'A,B',
      describe: 'Make the pages of these locales only; `assemble` joins the parts.',
    },
    base: baseOption,
    site: {
      type: 'string',
      value: 'URL',
      describe:
        'Address of the published site; needed for complete links and a sitemap. Its path is the base where `--base` is not given.',
    },
    date: dateOption,
    timing: { type: 'boolean', describe: 'Show what each stage took.' },
    force: { type: 'boolean', describe: 'Make everything anew and trust no cache.' },
  },
};

await runCommand(command, async (args) => {
  const configuration = await readConfiguration(args, true);
  const reporter = new Reporter();
  const progress: Progress = (stage, done, total) => reporter.progress(stage, done, total);
  const result = await buildSite(configuration, progress, { force: args.flag('force') });
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
  if (args.flag('timing')) for (const line of reporter.timings()) reporter.line(line);
  // Articles that cannot be published in full are named above; the others are published all the same.
  return result.diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
});
