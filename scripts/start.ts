import { buildSite } from '../src/engine/build.ts';
import {
  baseOption,
  contentOption,
  outOption,
  portFrom,
  portOption,
  readConfiguration,
  sourceLocaleOption,
} from '../src/commands/command-line/site-options.ts';
import { refuseTaken, serve } from '../src/commands/local-server.ts';
import { runCommand } from '../src/commands/command-line/run.ts';
import type { Command } from '../src/commands/command-line/command.ts';
import { countDiagnostics, formatLeftOut, Reporter } from '../src/report/build-report.ts';

const command: Command = {
  name: 'npm start',
  summary: 'Builds the site where that is needed and serves it on this machine.',
  options: {
    content: contentOption,
    'source-locale': sourceLocaleOption,
    out: outOption,
    base: baseOption,
    port: portOption,
  },
};

await runCommand(command, async (args) => {
  const { port, isNamed } = portFrom(args);
  const configuration = await readConfiguration(args, true);
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
  const { url } = await serve(configuration.out, configuration.base, port, isNamed);
  reporter.line(`The help centre is at ${url} (Ctrl+C ends it).`);
  return 0;
});
