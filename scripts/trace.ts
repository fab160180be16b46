import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { contentOption, readConfiguration, sourceLocaleOption } from '../src/commands/command-line/site-options.ts';
import { contains } from '../src/disk/contains.ts';
import { runCommand } from '../src/commands/command-line/run.ts';
import type { Command } from '../src/commands/command-line/command.ts';
import { CommandError, UsageError } from '../src/core/errors.ts';
import { typedPath } from '../src/commands/command-line/npm.ts';
import { resultOption, writeResult } from '../src/commands/command-line/result.ts';
import { readLibrary } from '../src/engine/library.ts';
import { articleOf, trace } from '../src/commands/trace-article.ts';

const command: Command = {
  name: 'npm run trace',
  summary: 'Shows one article after every stage of the pipeline.',
  operands: 'FILE',
  options: { content: contentOption, 'source-locale': sourceLocaleOption, out: resultOption },
};

await runCommand(command, async (args) => {
  const [operand, ...more] = args.operands;
  if (operand === undefined || more.length > 0)
    throw new UsageError('Name one article: npm run trace -- content/fr-FR/pay-invoice.md');
  const file = typedPath(operand);
  if (!existsSync(file)) throw new CommandError(`There is no file ${operand}.`);
  const configured = await readConfiguration(args, false);
  const isInside = configured.roots.some((root) => contains(root, file));
  // A file from elsewhere is traced alone with its neighbours: they may know its English.
  const configuration = isInside ? configured : { ...configured, roots: [dirname(file)] };
  const library = readLibrary(configuration, () => undefined);
  writeResult(args, trace(library, file));
  return articleOf(library.topics, file) ? 0 : 1;
});
