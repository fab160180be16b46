import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentOption, readConfiguration } from '../src/build/configuration.ts';
import { type Command, CommandError, runCommand, wholeNumber } from '../src/cli/arguments.ts';
import { Reporter } from '../src/cli/report.ts';
import { listFiles, readSource } from '../src/pipeline/read.ts';
import { fuzz } from '../src/trials/fuzz.ts';

const command: Command = {
  name: 'npm run fuzz',
  summary:
    'Damages articles at random and sends them through the pipeline: nothing crashes, hangs, or is lost, and all HTML is valid.',
  options: {
    content: contentOption,
    minutes: { type: 'string', value: 'N', describe: 'How long. Default: 1.' },
    seed: { type: 'string', value: 'N', describe: 'Where the random numbers begin. Default: 1.' },
  },
};

/** Enough to have all kinds of articles. */
const most = 20_000;

await runCommand(command, async (args) => {
  const minutes = wholeNumber(args, 'minutes', { otherwise: 1, least: 1 });
  const seed = wholeNumber(args, 'seed', { otherwise: 1 });
  const { roots, project } = await readConfiguration(args, false);
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
  reporter.line(`${report.files} damaged files, ${report.hangs.length} hangs, ${said === '' ? 'no failures' : said}.`);
  return report.failed.length + report.hangs.length > 0 ? 1 : 0;
});
