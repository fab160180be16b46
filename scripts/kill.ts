/** `npm run kill`. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Option } from '@commander-js/extra-typings';
import { workFolder } from '../src/config/work-folder.ts';
import { programNamed, runProgram } from '../src/commands/command-line/run.ts';
import { wholeNumber } from '../src/commands/command-line/option-kinds.ts';
import { Reporter } from '../src/report/build-report.ts';
import { killAtRandom, type Subject } from './trials/kill.ts';
import { assembleSubject, buildSubject, fixSubject, importSubject } from './trials/kill-subjects.ts';
import { seededRandom } from './trials/random.ts';

const project = process.cwd();

const subjects: Readonly<Record<string, (folder: string) => Subject | Promise<Subject>>> = {
  build: (folder) => buildSubject(project, folder),
  assemble: (folder) => assembleSubject(project, folder),
  import: importSubject,
  fix: fixSubject,
};

await runProgram(
  programNamed('kill')
    .description(
      'Kills commands at random points and looks at what they leave: the old or the new, whole, and a next run that succeeds.',
    )
    .addOption(
      new Option('--points <N>', 'How often each command is killed.').argParser(wholeNumber({ least: 1 })).default(200),
    )
    .addOption(new Option('--only <NAME>', 'One of the commands alone.').choices(Object.keys(subjects)))
    .addOption(new Option('--seed <N>', 'Where the random numbers begin.').argParser(wholeNumber()).default(1))
    .action(async ({ points, only, seed }) => {
      const random = seededRandom(seed);
      const reporter = new Reporter();
      mkdirSync(join(project, '.languedocs'), { recursive: true });
      const folder = mkdtempSync(join(project, '.languedocs', 'kill-'));
      let failed = 0;
      try {
        for (const [name, subjectIn] of Object.entries(subjects)) {
          if (only !== undefined && only !== name) continue;
          const own = join(folder, name);
          const report = await killAtRandom(project, await subjectIn(own), points, random, (done) =>
            reporter.progress(`Killing ${name}`, done, points),
          );
          for (const failure of report.failures) reporter.line(`error ${name} ${failure}`);
          reporter.line(
            `${name}: killed ${report.kills - report.finished} times, ${report.finished} were done before; ` +
              `${report.whole} whole, ${report.setAside} set aside until the next run, ${report.failures.length} failures.`,
          );
          failed += report.failures.length;
          for (const out of readdirSync(own))
            rmSync(workFolder({ project, out: join(own, out) }), { recursive: true, force: true });
        }
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
      if (failed > 0) process.exitCode = 1;
    }),
);
