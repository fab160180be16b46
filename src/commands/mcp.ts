/** `npm run mcp`: serves a built site to AI assistants over the Model Context Protocol, on standard input and output. */
import type { Command } from '@commander-js/extra-typings';
import { serveStdio, StdioServerTransport } from '@modelcontextprotocol/server/stdio';
import { errorLines } from './command-line/run.ts';
import { protocolOutput, stderr } from '../report/output.ts';
import { builtSiteOption } from './command-line/shared-options.ts';
import { siteFolder } from './command-line/typed-folder.ts';
import { SiteFolder } from '../mcp/built-site.ts';
import { mcpServer } from '../mcp/server.ts';

export default (command: Command) =>
  command
    .description(
      'Serves a built site to AI assistants over the Model Context Protocol: search, articles, steps, state of translations. Reads messages from standard input and answers on standard output, until its input ends.',
    )
    .addOption(builtSiteOption)
    .action(async ({ site }) => {
      const folder = new SiteFolder(siteFolder(site));
      // Whoever starts it learns at once where there is no site.
      const { locales, slugs } = folder.site;
      const transport = new Transport(process.stdin, protocolOutput());
      serveStdio(() => mcpServer(folder), { transport, onerror: (error) => stderr.lines(errorLines(error)) });
      stderr.line(`Serving ${slugs.size} articles in ${locales.length} locales over the Model Context Protocol.`);
      await transport.closed;
    });

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
