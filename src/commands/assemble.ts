/** `npm run assemble`: the parts of a site, joined. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, Option } from '@commander-js/extra-typings';
import { workFolder } from '../config/work-folder.ts';
import { UsageError } from '../core/errors.ts';
import { whileLocked } from '../disk/lock.ts';
import { assemble } from '../publish/assemble.ts';
import { counted } from '../report/build-report.ts';
import { stderr } from '../report/output.ts';
import { outOption, readSiteConfiguration } from './command-line/shared-options.ts';
import { typedFolder } from './command-line/typed-folder.ts';

export default (command: Command) =>
  command
    .argument('<PART...>', 'Directories that were built with `--locales`.')
    .addOption(outOption)
    .addOption(new Option('--base <PATH>', 'The path that the parts were built for. Default: `/`.'))
    .action(async (operands, options) => {
      const parts = operands.map(typedFolder);
      for (const part of parts) {
        if (!existsSync(join(part, 'api', 'v1', 'index.json')))
          throw new UsageError(`${part} is not a part of a site: it has no api/v1/index.json.`);
      }
      const configuration = await readSiteConfiguration(options);
      const { out, base } = configuration;
      const files = await whileLocked(workFolder(configuration), out, () => assemble(parts, out, base));
      stderr.line(`${counted(files, 'file')} of ${counted(parts.length, 'part')} in ${out}.`);
    });
