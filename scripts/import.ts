import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { contentOption, readConfiguration } from '../src/build/configuration.ts';
import { importDrop } from '../src/build/import.ts';
import { whileContentLocked } from '../src/build/lock.ts';
import { type Command, runCommand, UsageError } from '../src/cli/arguments.ts';
import { Reporter } from '../src/cli/report.ts';

const command: Command = {
  name: 'npm run import',
  summary: 'Brings a hand-back drop into the first content directory, as <locale>/<slug>.md.',
  operands: 'DIR…',
  options: {
    content: {
      ...contentOption,
      multiple: false,
      describe: 'Directory to bring the files into. Default: as configured, `content`.',
    },
    'dry-run': { type: 'boolean', describe: 'Say what would be done and do nothing.' },
  },
};

await runCommand(command, async (args) => {
  if (args.operands.length === 0) throw new UsageError('Name at least one directory with handed-back files.');
  const drops = args.operands.map((operand) => resolve(operand));
  for (const drop of drops) {
    if (!statSync(drop, { throwIfNoEntry: false })?.isDirectory())
      throw new UsageError(`There is no directory ${drop}.`);
  }
  const configuration = await readConfiguration(args, false);
  const reporter = new Reporter();
  const dryRun = args.flag('dry-run');
  const counts = { new: 0, changed: 0, unchanged: 0, kept: 0, failed: 0 };
  const results = await whileContentLocked(configuration.project, configuration.roots.slice(0, 1), () =>
    importDrop(configuration, drops, dryRun),
  );
  for (const { outcome, from, to, reason } of results) {
    counts[outcome]++;
    if (outcome !== 'unchanged')
      reporter.line(
        `${outcome.padEnd(8)} ${from}${to === undefined ? '' : ` → ${to}`}${reason === undefined ? '' : ` (${reason})`}`,
      );
  }
  const { unchanged, kept, failed } = counts;
  reporter.line(
    `${counts.new} new, ${counts.changed} changed, ${unchanged} unchanged, ${kept} left as they were, ${failed} not imported` +
      `${dryRun ? '; nothing was written' : ''}.`,
  );
  return failed > 0 ? 1 : 0;
});
