import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { assemble } from '../src/publish/assemble.ts';
import { workFolder } from '../src/config/work-folder.ts';
import { outOption, readConfiguration } from '../src/commands/command-line/site-options.ts';
import { whileLocked } from '../src/disk/lock.ts';
import { runCommand } from '../src/commands/command-line/run.ts';
import type { Command } from '../src/commands/command-line/command.ts';
import { UsageError } from '../src/core/errors.ts';
import { typedFolder } from '../src/commands/command-line/typed-folder.ts';
import { stderr } from '../src/report/output.ts';

const command: Command = {
  name: 'npm run assemble',
  summary: 'Joins the parts of a site that were built with `--locales`, each of its own locales.',
  operands: 'PART…',
  options: {
    out: outOption,
    base: { type: 'string', value: 'PATH', describe: 'The path that the parts were built for. Default: `/`.' },
  },
};

await runCommand(command, async (args) => {
  if (args.operands.length === 0) throw new UsageError('Name the parts: npm run assemble -- parts/a parts/b');
  const parts = args.operands.map(typedFolder);
  for (const part of parts) {
    if (!existsSync(join(part, 'api', 'v1', 'index.json'))) throw new UsageError(`${part} is no part of a site.`);
  }
  const configuration = await readConfiguration(args, true);
  const { out, base } = configuration;
  const files = await whileLocked(workFolder(configuration), out, () => assemble(parts, out, base));
  stderr.line(`${files} files of ${parts.length} parts in ${out}.`);
  return 0;
});
