import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sirv from 'sirv';
import { CommandError } from '../core/errors.ts';
import { headersOf } from '../exports/headers.ts';

/** A local server for a built site, the way a static host would serve it, with the headers that `npm run headers` prints for hosts. */
export interface LocalServer {
  /** Address of the site, base included. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves `folder` below `base` on this machine only. Port 0 takes any free one.
 *
 * @param isNamed whether only this port will do; else the next one is tried where it is taken
 */
export async function serve(folder: string, base: string, port: number, isNamed = false): Promise<LocalServer> {
  const files = sirv(folder, { dev: true, etag: true });
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const path = request.url ?? '/';
    for (const [name, value] of headersOf(path, base)) response.setHeader(name, value);
    if (!path.startsWith(base)) {
      // Browsers ask the host itself for `robots.txt` and the like; a page in its place would be read as one.
      if (/\.\w+$/.test(path)) response.writeHead(404).end();
      else response.writeHead(302, { location: base }).end();
      return;
    }
    request.url = `/${path.slice(base.length)}`;
    files(request, response, () => {
      const page = notFoundPage(folder, path.slice(base.length));
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(page);
    });
  };
  const server = createServer((request, response) => {
    // A file that is there and cannot be read: it may have gone since it was looked for.
    response.once('pipe', (file) => file.once('error', () => unavailable(response)));
    try {
      answer(request, response);
    } catch {
      unavailable(response);
    }
  });
  const taken = await listen(server, port, isNamed ? port : port + 20);
  return {
    url: `http://localhost:${taken}${base}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => (error ? reject(error) : resolve()));
      }),
  };
}

function unusable(port: number, code: string): CommandError {
  const reason = code === 'EACCES' ? 'may not be listened on by you' : 'is taken';
  return new CommandError(`Port ${port} ${reason}. Name another one: \`--port N\`, or \`--port 0\` for any free one.`);
}

/** Somebody may build the site anew, move or remove it while it is served: the next request may find it again. */
function unavailable(response: ServerResponse): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  response
    .writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '1' })
    .end('The site cannot be read at the moment. If this stays so, `npm run build` makes it again.\n');
}

/** The not-found page of the locale that the path names, else of the site. */
function notFoundPage(folder: string, path: string): Buffer {
  const locale = /^([a-z-]+)\//.exec(path)?.[1] ?? '';
  const own = join(folder, locale, '404.html');
  return readFileSync(existsSync(own) ? own : join(folder, '404.html'));
}

/** Throws a CommandError where a port cannot be listened on now. */
export async function refuseTaken(port: number): Promise<void> {
  const server = createServer();
  await listen(server, port, port);
  await new Promise((resolve) => server.close(resolve));
}

/** @param last the last port that is tried */
async function listen(server: Server, port: number, last: number): Promise<number> {
  for (let candidate = port; ; candidate++) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(candidate, '127.0.0.1', () => {
          server.off('error', reject);
          resolve();
        });
      });
      const address = server.address();
      return typeof address === 'object' && address ? address.port : candidate;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'EADDRINUSE' && candidate < Math.min(last, 65_535)) continue;
      throw code === 'EADDRINUSE' || code === 'EACCES' ? unusable(candidate, code) : error;
    }
  }
}
