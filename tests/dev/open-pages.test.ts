/** Which pages of a preview are loaded again, with Vite's own server and sockets. */
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { showsEvent } from '../../src/dev/open-page.ts';
import { OpenPages } from '../../src/dev/open-pages.ts';

const openPages = new OpenPages(50);
let server: ViteDevServer;
/** Digests of the pages that the server has now. */
let pages: Record<string, string>;

beforeAll(async () => {
  server = await createServer({
    configFile: false,
    logLevel: 'silent',
    server: { host: '127.0.0.1', port: 0 },
    optimizeDeps: { noDiscovery: true },
    plugins: [
      {
        name: 'pages',
        configureServer(made) {
          openPages.serve(made);
          made.middlewares.use((request, response, next) => {
            if (request.url?.endsWith('/') !== true) {
              next();
              return;
            }
            const digest = pages[request.url];
            if (digest !== undefined) response.setHeader('server-timing', `page;desc="${digest}"`);
            response.end('<p>page</p>');
          });
        },
      },
    ],
  });
  await server.listen();
});
afterAll(() => server.close());
beforeEach(() => {
  pages = { '/a/': 'a1', '/b/': 'b1' };
});

/** A browser that has said something about its page; gives what it has been told, the next time that it has been told something. */
async function browser(said?: unknown): Promise<() => Promise<string>> {
  const address = server.httpServer?.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no address.');
  const client = await (await fetch(`http://127.0.0.1:${address.port}/@vite/client`)).text();
  const token = /wsToken = "([^"]+)"/.exec(client)?.[1] ?? '';
  const socket = new WebSocket(`ws://127.0.0.1:${address.port}/?token=${token}`, 'vite-hmr');
  onTestFinished(() => socket.close());
  const told: string[] = [];
  let wake: () => void = () => undefined;
  let isConnected = false;
  socket.addEventListener('message', ({ data }) => {
    const { type, event } = JSON.parse(String(data)) as { type: string; event?: string };
    if (type === 'connected') isConnected = true;
    else told.push(event ?? type);
    wake();
  });
  const next = async (isThere: () => boolean) => {
    while (!isThere()) await new Promise<void>((resolve) => (wake = resolve));
  };
  await next(() => isConnected);
  if (said !== undefined) {
    const heard = new Promise<void>((resolve) => server.ws.on(showsEvent, () => resolve()));
    socket.send(JSON.stringify({ type: 'custom', event: showsEvent, data: said }));
    await heard;
  }
  return async () => {
    await next(() => told.length > 0);
    return told.splice(0).join();
  };
}

const shows = (path: string, digest: string, asked = Date.now() + 1) => browser({ path, digest, asked });

test('a change loads the page again that it changes, wherever that is open, and no other', async () => {
  const [a, sameA, b] = [await shows('/a/', 'a1'), await shows('/a/', 'a1'), await shows('/b/', 'b1')];
  pages['/a/'] = 'a2';
  await openPages.reloadChanged();
  expect([await a(), await sameA(), await b()]).toEqual(['full-reload', 'full-reload', 'languedocs:changed']);
});

test('a change without news loads nothing again', async () => {
  const all = [await shows('/a/', 'a1'), await shows('/b/', 'b1')];
  await openPages.reloadChanged();
  expect(await Promise.all(all.map((told) => told()))).toEqual(['languedocs:changed', 'languedocs:changed']);
});

test('of two browsers with a page the one is told that has an older one', async () => {
  const [older, newer] = [await shows('/a/', 'a0'), await shows('/a/', 'a1')];
  await openPages.reloadChanged();
  expect([await older(), await newer()]).toEqual(['full-reload', 'languedocs:changed']);
});

test('a page that is gone is loaded again', async () => {
  const a = await shows('/a/', 'a1');
  pages = {};
  await openPages.reloadChanged();
  expect(await a()).toBe('full-reload');
});

test.each([
  ['was made before', 'a0', 'full-reload'],
  ['was made after', 'a1', 'languedocs:changed'],
])(
  'a page that is still being loaded at a change, and %s, is compared when it is there',
  async (_what, digest, told) => {
    await openPages.reloadChanged();
    expect(await (await shows('/a/', digest, Date.now() - 60_000))()).toBe(told);
  },
);

test.each([
  ['says nothing', undefined],
  ['says nothing that is known', 'page'],
  ['says no path', { path: 1, digest: 'a1', asked: 0 }],
  ['names another server', { path: '//other.example/a/', digest: 'a1', asked: 0 }],
  ['names another server in another way', { path: '/\\other.example/a/', digest: 'a1', asked: 0 }],
  ['does not know what it shows', { path: '/a/', digest: '', asked: Date.now() + 60_000 }],
])('a browser that %s loads its page again', async (_what, said) => {
  const told = await browser(said);
  await openPages.reloadChanged();
  expect(await told()).toBe('full-reload');
});

test('a change to the preview itself loads all pages again', async () => {
  const all = [await shows('/a/', 'a1'), await browser()];
  openPages.reloadAll();
  expect(await Promise.all(all.map((told) => told()))).toEqual(['full-reload', 'full-reload']);
});
