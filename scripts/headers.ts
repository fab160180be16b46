import { baseOption, readConfiguration } from '../src/build/configuration.ts';
import { type Command, runCommand, UsageError } from '../src/cli/arguments.ts';
import { formatHeaders, headerFormats } from '../src/site/headers.ts';

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
  },
};

await runCommand(command, async (args) => {
  const wanted = args.string('format') ?? 'netlify';
  const format = headerFormats.find((name) => name === wanted);
  if (format === undefined)
    throw new UsageError(`Unknown --format \`${wanted}\`, expected ${headerFormats.join(', ')}.`);
  const { base } = await readConfiguration(args, false);
  process.stdout.write(formatHeaders(format, base));
  return 0;
});
