import {
  baseOption,
  contentOption,
  portFrom,
  portOption,
  readConfiguration,
  sourceLocaleOption,
} from '../src/commands/command-line/site-options.ts';
import { refuseTaken } from '../src/commands/local-server.ts';
import { runCommand } from '../src/commands/command-line/run.ts';
import type { Command } from '../src/commands/command-line/command.ts';
import { Reporter } from '../src/report/build-report.ts';
import { startPreview } from '../src/dev/preview.ts';

const command: Command = {
  name: 'npm run dev',
  summary: 'Previews the site on this machine and shows edits as they are saved. It has no search: `npm start` has.',
  options: {
    content: contentOption,
    'source-locale': sourceLocaleOption,
    base: baseOption,
    port: portOption,
  },
};

await runCommand(command, async (args) => {
  const { port, isNamed } = portFrom(args);
  const configuration = await readConfiguration(args, false);
  if (isNamed) await refuseTaken(port);
  const reporter = new Reporter();
  const preview = await startPreview(configuration, port, reporter);
  reporter.line(`The preview is at ${preview.url} (Ctrl+C ends it). It has no search; \`npm start\` has.`);
  await new Promise<void>((resolve) => {
    // Ctrl+C comes from the terminal, from npm and from `run.cjs`: the second one shall not cut short what the first one ends.
    process.on('SIGINT', resolve).on('SIGTERM', resolve);
  });
  await preview.stop();
  // Astro leaves timers behind.
  process.exit(0);
});
