/** `npm start`. */
import type { Command } from '@commander-js/extra-typings';
import { buildSite } from '../engine/build.ts';
import { countDiagnostics, formatLeftOut, Reporter } from '../report/build-report.ts';
import {
  baseOption,
  contentOption,
  defaultPort,
  outOption,
  portOption,
  readSiteConfiguration,
  sourceLocaleOption,
} from './command-line/shared-options.ts';
import { refuseTaken, serve } from './local-server.ts';

export default (command: Command) =>
  command
    .addOption(contentOption)
    .addOption(sourceLocaleOption)
    .addOption(outOption)
    .addOption(baseOption)
    .addOption(portOption)
    .action(async ({ port, ...options }) => {
      const configuration = await readSiteConfiguration(options);
      const isNamed = port !== undefined;
      if (isNamed) await refuseTaken(port);
      const reporter = new Reporter();
      const { diagnostics, pages, changed, leftOut } = await buildSite(configuration, (stage, done, total) =>
        reporter.progress(stage, done, total),
      );
      if (changed) {
        const found = countDiagnostics(diagnostics);
        for (const line of formatLeftOut(leftOut)) reporter.line(line);
        reporter.line(`${pages} pages built${found === '' ? '' : `; ${found}: \`npm run build\` shows them`}.`);
      }
      const { url } = await serve(configuration.out, configuration.base, port ?? defaultPort, isNamed);
      reporter.line(`The help centre is at ${url} (Ctrl+C ends it).`);
    });
