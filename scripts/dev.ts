import { contentOption, readConfiguration } from '../src/build/configuration.ts';
import { type Command, runCommand, UsageError } from '../src/cli/arguments.ts';
import { Reporter } from '../src/cli/report.ts';
import { startPreview } from '../src/dev/preview.ts';

const command: Command = {
  name: 'npm run dev',
  summary: 'Previews the site on this machine and shows edits as they are saved. It has no search: `npm start` has.',
  options: {
    content: contentOption,
    base: {
      type: 'string',
      value: 'PATH',
      describe: 'Path below which the site is served, such as `/help/`. Default: `/`.',
    },
    port: {
      type: 'string',
      value: 'N',
      describe: 'Port to listen on; the next free one where it is taken. Default: 4321.',
    },
  },
};

await runCommand(command, async (args) => {
  const port = Number(args.string('port') ?? '4321');
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new UsageError('Wrong --port, expected a number from 0 to 65535.');
  const configuration = await readConfiguration(args, false);
  const reporter = new Reporter();
  const preview = await startPreview(configuration, port, reporter);
  reporter.line(`The preview is at ${preview.url} (Ctrl+C ends it). It has no search; \`npm start\` has.`);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve).once('SIGTERM', resolve);
  });
  await preview.stop();
  // Astro leaves timers behind.
  process.exit(0);
});
