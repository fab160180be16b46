/** `npm run fuzz`. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Option } from '@commander-js/extra-typings';
import { contentOption, readConfiguration, type SiteOptions } from '../src/commands/command-line/shared-options.ts';
import { programNamed, runProgram } from '../src/commands/command-line/run.ts';
import { wholeNumber } from '../src/commands/command-line/option-kinds.ts';
import { CommandError } from '../src/core/errors.ts';
import { Reporter } from '../src/report/build-report.ts';
import { listFiles, readSource } from '../src/pipeline/read.ts';
import { fuzz } from './trials/fuzz.ts';

/** Enough to have all kinds of articles. */
const most = 20_000;

interface FuzzOptions extends SiteOptions {
  readonly browser?: boolean;
  readonly minutes: number;
  readonly seed: number;
}

await runProgram(
  programNamed('fuzz')
    .description(
      'Damages articles at random and sends them through the pipeline: nothing crashes, hangs, or is lost, and all HTML is valid. ' +
        'Hostile articles go through all outputs of a site: each stays in its place, and leads nowhere that it may not.',
    )
    .option('--browser', 'Show hostile articles in a real browser, and damage none.')
    .addOption(contentOption)
    .addOption(new Option('--minutes <N>', 'How long.').argParser(wholeNumber({ least: 1 })).default(1))
    .addOption(new Option('--seed <N>', 'Where the random numbers begin.').argParser(wholeNumber()).default(1))
    .action(async (options) => {
      process.exitCode = await fuzzArticles(options);
    }),
);

/** Gives the exit code. */
async function fuzzArticles({ browser = false, minutes, seed, ...options }: FuzzOptions): Promise<number> {
  const { roots, project } = await readConfiguration(options);
  if (browser) return inBrowser(project, minutes * 60_000, seed);
  const files = listFiles(roots);
  if (files.length === 0) throw new CommandError('There are no articles to damage.');
  const step = Math.ceil(files.length / most);
  const articles = files
    .filter((_file, index) => index % step === 0)
    .map((file) => ({ path: file.path, text: readSource(file).text }));
  const reporter = new Reporter();
  const report = await fuzz(articles, minutes * 60_000, seed, (done) =>
    reporter.progress('Trying damaged articles', done, 0),
  );
  const counts = new Map<string, number>();
  for (const { failures } of report.failed) {
    for (const oracle of new Set(failures.map((failure) => failure.oracle)))
      counts.set(oracle, (counts.get(oracle) ?? 0) + 1);
  }
  if (report.failed.length > 0) {
    const folder = join(project, '.languedocs', 'fuzz');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'failed.json'), JSON.stringify(report.failed, undefined, 1));
    reporter.line(`The files are in ${folder}.`);
  }
  for (const { seed: own, number } of report.hangs)
    reporter.line(`error article ${number} of thread ${own} did not end`);
  const said = [...counts].map(([oracle, count]) => `${count} ${oracle}`).join(', ');
  reporter.line(
    `${report.files} damaged files, ${report.hostile} pages of hostile ones, ${report.hangs.length} hangs, ${said === '' ? 'no failures' : said}.`,
  );
  return report.failed.length + report.hangs.length > 0 ? 1 : 0;
}

async function inBrowser(project: string, milliseconds: number, seed: number): Promise<number> {
  // Only here, because the browser is there for developers alone.
  const { fuzzInBrowser } = await import('./trials/hostile-browser.ts');
  const reporter = new Reporter();
  const folder = join(project, '.languedocs', 'fuzz', 'hostile');
  const { shown, pages, failures } = await fuzzInBrowser(folder, milliseconds, seed, (done) =>
    reporter.progress('Showing hostile articles', done, 0),
  );
  rmSync(folder, { recursive: true, force: true });
  for (const { what, seed: own } of failures.slice(0, 20)) reporter.line(`seed ${own}: ${what}`);
  reporter.line(
    `${pages} pages of hostile articles and ${shown - pages} other pieces in a browser, ${failures.length === 0 ? 'none' : failures.length} out of its place.`,
  );
  return failures.length === 0 ? 0 : 1;
}
