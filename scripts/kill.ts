import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { workFolder } from '../src/config/work-folder.ts';
import { runCommand } from '../src/commands/command-line/run.ts';
import { oneOf, wholeNumber } from '../src/commands/command-line/option-kinds.ts';
import type { Command } from '../src/commands/command-line/command.ts';
import { Reporter } from '../src/report/build-report.ts';
import { killAtRandom, type Subject } from './trials/kill.ts';
import { assembleSubject, buildSubject, fixSubject, importSubject } from './trials/kill-subjects.ts';
import { seededRandom } from './trials/random.ts';

const command: Command = {
  name: 'npm run kill',
  summary:
    'Kills commands at random points and looks at what they leave: the old or the new, whole, and a next run that succeeds.',
  options: {
    points: { type: 'string', value: 'N', describe: 'How often each command is killed. Default: 200.' },
    only: { type: 'string', value: 'NAME', describe: '`build`, `assemble`, `import` or `fix` alone.' },
    seed: { type: 'string', value: 'N', describe: 'Where the random numbers begin. Default: 1.' },
  },
};

const project = process.cwd();

const subjects: Readonly<Record<string, (folder: string) => Subject | Promise<Subject>>> = {
  build: (folder) => buildSubject(project, folder),
  assemble: (folder) => assembleSubject(project, folder),
  import: importSubject,
  fix: fixSubject,
};

await runCommand(command, async (args) => {
  const points = wholeNumber(args, 'points', { otherwise: 200, least: 1 });
  const random = seededRandom(wholeNumber(args, 'seed', { otherwise: 1 }));
  const only = oneOf(args, 'only', Object.keys(subjects));
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
  return failed > 0 ? 1 : 0;
});
