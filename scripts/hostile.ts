/** `npm run hostile`. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Option } from '@commander-js/extra-typings';
import { workFolder } from '../src/config/work-folder.ts';
import { contentOption, readConfiguration } from '../src/commands/command-line/shared-options.ts';
import { programNamed, runProgram } from '../src/commands/command-line/run.ts';
import { wholeNumber } from '../src/commands/command-line/option-kinds.ts';
import { Reporter } from '../src/report/build-report.ts';
import { addOneByOne } from './trials/hostile.ts';
import { hostileFiles } from '../tests/attacks/hostile-files.ts';

await runProgram(
  programNamed('hostile')
    .description(
      'Adds hostile files to articles, each alone, and builds: the build ends, names the file, and makes all other pages as before.',
    )
    .addOption(contentOption)
    .addOption(
      new Option('--every <N>', 'Take only each Nth file.')
        .argParser(wholeNumber({ least: 1 }))
        .default(1, '1, all of them'),
    )
    .addOption(new Option('--start <N>', 'Begin with the Nth file.').argParser(wholeNumber({ least: 1 })).default(1))
    .action(async ({ every, start, ...options }) => {
      const { roots, project } = await readConfiguration(options);
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
        reporter.line(
          `${report.builds} files, ${report.named} named by the build, ${report.failures.length} failures.`,
        );
        if (report.failures.length > 0) process.exitCode = 1;
      } finally {
        rmSync(folder, { recursive: true, force: true });
        rmSync(work, { recursive: true, force: true });
      }
    }),
);
