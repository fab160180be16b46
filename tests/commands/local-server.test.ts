import { connect } from 'node:net';
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type LocalServer, refuseTaken, serve } from '../../src/commands/local-server.ts';
import { folderOf } from '../support.ts';

const files = { 'index.html': 'home', '404.html': 'not found', 'fr-fr/404.html': 'introuvable', 'a.txt': 'a' };

async function served(base = '/'): Promise<{ site: string; server: LocalServer }> {
  const site = join(folderOf({}), 'site');
  mkdirSync(site);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(site, path, '..'), { recursive: true });
    writeFileSync(join(site, path), text);
  }
  const server = await serve(site, base, 0);
  onTestFinished(() => server.close());
  return { site, server };
}

/** Asks for a path as it is, which `fetch` would tidy. */
function ask({ url }: LocalServer, path: string, method = 'GET'): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: new URL(url).port, path, method }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      response.on('error', reject);
    });
    asked.on('error', reject).end();
  });
}

test('serves files, and says in the language of an address that it has none', async () => {
  const { server } = await served();
  expect(await ask(server, '/')).toEqual({ status: 200, text: 'home' });
  expect(await ask(server, '/x/')).toEqual({ status: 404, text: 'not found' });
  expect(await ask(server, '/fr-fr/x/')).toEqual({ status: 404, text: 'introuvable' });
});

const troubles: [what: string, make: (site: string) => void, path: string, status: number][] = [
  ['the site is away', (site) => renameSync(site, `${site}-away`), '/', 503],
  ['the site is away, for a file', (site) => renameSync(site, `${site}-away`), '/a.txt', 503],
  ['the site is removed', (site) => rmSync(site, { recursive: true }), '/fr-fr/x/', 503],
  [
    'the site is a file',
    (site) => {
      renameSync(site, `${site}-away`);
      writeFileSync(site, '');
    },
    '/',
    503,
  ],
  [
    'the page for missing pages is a folder',
    (site) => {
      rmSync(join(site, '404.html'));
      mkdirSync(join(site, '404.html'));
    },
    '/x/',
    503,
  ],
  ['the page for missing pages is missing', (site) => rmSync(join(site, '404.html')), '/x/', 503],
  ['a file leads in a circle', (site) => symlinkSync('loop', join(site, 'loop')), '/loop', 404],
];

test.each(troubles)('goes on where %s', async (_what, make, path, status) => {
  const { site, server } = await served();
  make(site);
  const answer = await ask(server, path);
  expect(answer.status).toBe(status);
  if (status === 503) expect(answer.text).toContain('The site cannot be read at the moment.');
  for (const back of [site, `${site}-away`]) rmSync(back, { recursive: true, force: true });
  mkdirSync(site);
  writeFileSync(join(site, 'index.html'), 'back');
  expect(await ask(server, '/')).toEqual({ status: 200, text: 'back' });
});

// The system has the file, and no byte of it can be read.
test.runIf(process.platform === 'linux')('goes on where a file cannot be read', async () => {
  const { site, server } = await served();
  symlinkSync('/proc/self/mem', join(site, 'memory'));
  await ask(server, '/memory').catch(() => undefined);
  expect(await ask(server, '/')).toEqual({ status: 200, text: 'home' });
});

test.each([
  '/%',
  '/%zz',
  '/%00',
  '/..%2f..%2fetc/passwd',
  '//',
  '///a',
  '/?%',
  '*',
  'http://a.example/',
  '/'.repeat(9000),
])('goes on after %s', async (path) => {
  const { server } = await served();
  const { status } = await ask(server, path);
  expect(status).toBeGreaterThanOrEqual(200);
  expect(await ask(server, '/')).toEqual({ status: 200, text: 'home' });
});

test.each(['\r\n\r\n', 'GET\r\n\r\n', 'GET / HTTP/9.9\r\n\r\n', '\0\0\0\0', 'CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n'])(
  'goes on after %j, which is no request',
  async (text) => {
    const { server } = await served();
    await new Promise((resolve) => {
      const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
      socket
        .on('close', resolve)
        .on('error', () => undefined)
        .resume();
      socket.end(text);
    });
    expect(await ask(server, '/')).toEqual({ status: 200, text: 'home' });
  },
);

test('a port that was not named gives way to the next free one, and a named one does not', async () => {
  const folder = folderOf({ 'index.html': '', '404.html': '' });
  const first = await serve(folder, '/', 0);
  onTestFinished(() => first.close());
  const port = Number(new URL(first.url).port);
  const second = await serve(folder, '/', port);
  onTestFinished(() => second.close());
  expect(Number(new URL(second.url).port)).toBeGreaterThan(port);
  const refusal = `Port ${port} is taken. Name another one: \`--port N\``;
  await expect(serve(folder, '/', port, true)).rejects.toThrow(refusal);
  await expect(refuseTaken(port)).rejects.toThrow(refusal);
});

test('a port that is free stays free when it is looked at', async () => {
  const folder = folderOf({ 'index.html': '', '404.html': '' });
  const server = await serve(folder, '/', 0);
  const port = Number(new URL(server.url).port);
  await server.close();
  await refuseTaken(port);
  const again = await serve(folder, '/', port, true);
  onTestFinished(() => again.close());
  expect(Number(new URL(again.url).port)).toBe(port);
});
