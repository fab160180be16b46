import { buildSite } from '../src/build/build.ts';
import { contentOption, readConfiguration } from '../src/build/configuration.ts';
import { isFresh, stamp } from '../src/build/freshness.ts';
import { serve } from '../src/build/serve.ts';
import { type Command, runCommand, UsageError } from '../src/cli/arguments.ts';
import { countDiagnostics, Reporter } from '../src/cli/report.ts';

const command: Command = {
  name: 'npm start',
  summary: 'Builds the site where that is needed and serves it on this machine.',
  options: {
    content: contentOption,
    out: { type: 'string', value: 'DIR', describe: 'Directory of the finished site. Default: `dist`.' },
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
  const configuration = await readConfiguration(args, true);
  const reporter = new Reporter();
  if (!isFresh(configuration)) {
    const { diagnostics, pages } = await buildSite(configuration, (stage, done, total) =>
      reporter.progress(stage, done, total),
    );
    stamp(configuration);
    const found = countDiagnostics(diagnostics);
    reporter.line(`${pages} pages built${found === '' ? '' : `; ${found}: \`npm run build\` shows them`}.`);
  }
  const { url } = await serve(configuration.out, configuration.base, port);
  reporter.line(`The help centre is at ${url} (Ctrl+C ends it).`);
  return 0;
});
