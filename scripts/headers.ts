import { baseOption, readConfiguration } from '../src/commands/command-line/site-options.ts';
import { runCommand } from '../src/commands/command-line/run.ts';
import { oneOf } from '../src/commands/command-line/option-kinds.ts';
import type { Command } from '../src/commands/command-line/command.ts';
import { linesOf, resultOption, writeResult } from '../src/commands/command-line/result.ts';
import { formatHeaders, headerFormats } from '../src/exports/headers.ts';

const command: Command = {
  name: 'npm run headers',
  summary:
    'Prints the headers that a host shall send with the files of the site: security, and how long they may be kept.',
  options: {
    format: {
      type: 'string',
      value: 'FORMAT',
      describe: '`netlify` (`_headers`, also for Cloudflare Pages) or `nginx` (to include in a `server`).',
    },
    base: baseOption,
    out: resultOption,
  },
};

await runCommand(command, async (args) => {
  const format = oneOf(args, 'format', headerFormats) ?? 'netlify';
  const { base } = await readConfiguration(args, false);
  writeResult(args, linesOf(formatHeaders(format, base)));
  return 0;
});
