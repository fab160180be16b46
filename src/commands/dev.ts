/** `npm run dev`. */
import type { Command } from '@commander-js/extra-typings';
import { startPreview } from '../dev/preview.ts';
import { Reporter } from '../report/build-report.ts';
import {
  baseOption,
  contentOption,
  defaultPort,
  portOption,
  readConfiguration,
  sourceLocaleOption,
} from './command-line/shared-options.ts';
import { refuseTaken } from './local-server.ts';

export default (command: Command) =>
  command
    .addOption(contentOption)
    .addOption(sourceLocaleOption)
    .addOption(baseOption)
    .addOption(portOption)
    .action(async ({ port, ...options }) => {
      const configuration = await readConfiguration(options);
      if (port !== undefined) await refuseTaken(port);
      const reporter = new Reporter();
      const preview = await startPreview(configuration, port ?? defaultPort, reporter);
      reporter.line(`The preview is at ${preview.url} (Ctrl+C ends it). It has no search; \`npm start\` has.`);
      await new Promise<void>((resolve) => {
        // Ctrl+C comes from the terminal, from npm and from `run.cjs`: the second one must not cut short what the first one ends.
        process.on('SIGINT', resolve).on('SIGTERM', resolve);
      });
      await preview.stop();
      // Astro leaves timers behind.
      process.exit(0);
    });
