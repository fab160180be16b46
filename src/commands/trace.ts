/** `npm run trace`. */
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Command } from '@commander-js/extra-typings';
import { contentOption, readConfiguration, sourceLocaleOption } from './command-line/shared-options.ts';
import { contains } from '../disk/contains.ts';
import { CommandError } from '../core/errors.ts';
import { typedPath } from './command-line/npm.ts';
import { resultOption, writeResult } from './command-line/result.ts';
import { readLibrary } from '../engine/library.ts';
import { articleOf, trace } from './trace-article.ts';

export default (command: Command) =>
  command
    .argument('<FILE>', 'An article, such as content/fr-FR/pay-invoice.md.')
    .addOption(contentOption)
    .addOption(sourceLocaleOption)
    .addOption(resultOption)
    .action(async (operand, { out, ...options }) => {
      const file = typedPath(operand);
      if (!existsSync(file)) throw new CommandError(`There is no file ${operand}.`);
      const configured = await readConfiguration(options);
      const isInside = configured.roots.some((root) => contains(root, file));
      // A file from elsewhere is traced alone with its neighbours: they may know its English.
      const configuration = isInside ? configured : { ...configured, roots: [dirname(file)] };
      const library = readLibrary(configuration, () => undefined);
      writeResult(out, trace(library, file));
      if (!articleOf(library.topics, file)) process.exitCode = 1;
    });
