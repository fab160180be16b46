/** Serves a built site to AI assistants over the Model Context Protocol, on standard input and output. */
import { serveStdio, StdioServerTransport } from '@modelcontextprotocol/server/stdio';
import { errorLines, runCommand } from '../src/commands/command-line/run.ts';
import type { Command } from '../src/commands/command-line/command.ts';
import { protocolOutput, stderr } from '../src/report/output.ts';
import { siteFolder } from '../src/commands/command-line/typed-folder.ts';
import { SiteFolder } from '../src/mcp/built-site.ts';
import { mcpServer } from '../src/mcp/server.ts';

const command: Command = {
  name: 'npm run mcp',
  summary:
    'Serves a built site to AI assistants over the Model Context Protocol: search, articles, steps, state of translations. Reads messages from standard input and answers on standard output, until its input ends.',
  options: {
    site: { type: 'string', value: 'DIR', describe: 'Directory of the built site. Default: `dist`.' },
  },
};

/** Tells when it is closed, by the client or after an error. */
class Transport extends StdioServerTransport {
  readonly #closed = Promise.withResolvers<undefined>();

  get closed(): Promise<undefined> {
    return this.#closed.promise;
  }

  override async close(): Promise<void> {
    await super.close();
    this.#closed.resolve(undefined);
  }
}

await runCommand(command, async (args) => {
  const folder = new SiteFolder(siteFolder(args));
  // Whoever starts it learns at once where there is no site.
  const { locales, slugs } = folder.site;
  const transport = new Transport(process.stdin, protocolOutput());
  serveStdio(() => mcpServer(folder), { transport, onerror: (error) => stderr.lines(errorLines(error)) });
  stderr.line(`Serving ${slugs.size} articles in ${locales.length} locales over the Model Context Protocol.`);
  await transport.closed;
  return 0;
});
