import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { workFolder } from '../src/config/work-folder.ts';
import { contentOption, readConfiguration } from '../src/commands/command-line/site-options.ts';
import { runCommand } from '../src/commands/command-line/run.ts';
import { wholeNumber } from '../src/commands/command-line/option-kinds.ts';
import type { Command } from '../src/commands/command-line/command.ts';
import { Reporter } from '../src/report/build-report.ts';
import { addOneByOne } from './trials/hostile.ts';
import { hostileFiles } from '../tests/attacks/hostile-files.ts';

const command: Command = {
  name: 'npm run hostile',
  summary:
    'Adds hostile files to articles, each alone, and builds: the build ends, names the file, and makes all other pages as before.',
  options: {
    content: contentOption,
    every: { type: 'string', value: 'N', describe: 'Take only each Nth file. Default: 1, all of them.' },
    start: { type: 'string', value: 'N', describe: 'Begin with the Nth file. Default: 1.' },
  },
};

await runCommand(command, async (args) => {
  const every = wholeNumber(args, 'every', { otherwise: 1, least: 1 });
  const start = wholeNumber(args, 'start', { otherwise: 1, least: 1 });
  const { roots, project } = await readConfiguration(args, false);
  const files = hostileFiles.slice(start - 1).filter((_file, index) => index % every === 0);
  const reporter = new Reporter();
  mkdirSync(join(project, '.languedocs'), { recursive: true });
  const folder = mkdtempSync(join(project, '.languedocs', 'hostile-'));
  const [content, out] = [join(folder, 'content'), join(folder, 'site')];
  const work = workFolder({ project, out });
  try {
    for (const root of roots) cpSync(root, content, { recursive: true });
    const places = { content, out, findings: join(work, 'diagnostics.txt') };
    const report = await addOneByOne(project, places, files, (done) =>
      reporter.progress('Building with one hostile file', done, files.length),
    );
    for (const failure of report.failures) reporter.line(`error ${failure}`);
    reporter.line(`${report.builds} files, ${report.named} named by the build, ${report.failures.length} failures.`);
    return report.failures.length > 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(work, { recursive: true, force: true });
  }
});
