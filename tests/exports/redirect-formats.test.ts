import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { canSay, formatRedirects, type RedirectFormat } from '../../src/exports/redirect-formats.ts';
import { folderOf } from '../support.ts';

const rules = [
  { from: '/old/', to: '/en-us/new/' },
  { from: '/fr-fr/caf%C3%A9/', to: '/fr-fr/bar/' },
];

const rows: [RedirectFormat, string[]][] = [
  ['netlify', ['/old/ /en-us/new/ 301', '/fr-fr/caf%C3%A9/ /fr-fr/bar/ 301']],
  [
    'nginx',
    [
      '"/old/" "/en-us/new/";',
      '"/old" "/en-us/new/";',
      '"/fr-fr/café/" "/fr-fr/bar/";',
      '"/fr-fr/café" "/fr-fr/bar/";',
    ],
  ],
  [
    'cloudflare',
    [
      'https://x.example/old/,https://x.example/en-us/new/,301',
      'https://x.example/old,https://x.example/en-us/new/,301',
      'https://x.example/fr-fr/caf%C3%A9/,https://x.example/fr-fr/bar/,301',
      'https://x.example/fr-fr/caf%C3%A9,https://x.example/fr-fr/bar/,301',
    ],
  ],
];

test.each(rows)('%s', (format, lines) => {
  expect(formatRedirects(rules, format, 'https://x.example').trimEnd().split('\n')).toEqual(lines);
});

/** Names of files that mean something to a host, or to the language of its rules. */
const names = [
  '$',
  '$uri',
  ',',
  ';',
  '"',
  '\\',
  '\\n',
  '{x}',
  "'",
  'a b',
  '#',
  '%',
  '%24',
  '?',
  '?a=b',
  '&',
  '+',
  '=',
  '@',
  '!',
  '(x)',
  '~',
  '~*',
  'é',
  'e\u0301',
  '漢',
  '😀',
  'a\nb',
  'a\rb',
  'a\tb',
  '[x]',
  '|',
  '^',
  '`',
  '<x>',
];
const hostile = names.map((name, at) => ({ from: `/${encodeURIComponent(name)}/`, to: `/id/x${at}/` }));

const patterns = ['*', 'a*', '*a', ':x', 'a:x', ':', '*/y'].map((name) => ({
  from: `/${name.split('/').map(encodeURIComponent).join('/')}/`,
  to: '/id/x/',
}));

test.each<[RedirectFormat]>([['netlify'], ['cloudflare']])('no name makes a pattern for %s', (format) => {
  const text = formatRedirects([...hostile, ...patterns], format, 'https://x.example');
  expect(text.replaceAll('https://', '')).not.toMatch(/[*:]/);
});

test('what cannot be said to a host is left out there, and told', () => {
  expect(patterns.filter((rule) => canSay(rule, 'netlify'))).toEqual([]);
  expect(patterns.filter((rule) => !canSay(rule, 'nginx') || !canSay(rule, 'cloudflare'))).toEqual([]);
  expect(formatRedirects(patterns, 'netlify')).toBe('');
});

test.each(['netlify', 'nginx', 'cloudflare'] as const)('each rule of %s is one line', (format) => {
  const said = hostile.filter((rule) => canSay(rule, format));
  const lines = formatRedirects(said, format).split('\n').slice(0, -1);
  expect(lines).toHaveLength(said.length * (format === 'netlify' ? 1 : 2));
});

/** Equal for nginx, which would not start with both. */
const alike = [
  { from: '/Old/', to: '/id/x0/' },
  { from: '/old/', to: '/id/x0/' },
];

test('of addresses that differ in capitals nginx gets one', () => {
  expect(formatRedirects(alike, 'nginx').split('\n')).toHaveLength(3);
  expect(formatRedirects(alike, 'netlify').split('\n')).toHaveLength(3);
});

const nginx = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/bin/nginx'].find(existsSync);

// `apt-get install nginx-light` or the like; the rows above say what is expected of the text.
describe.skipIf(nginx === undefined)('a real nginx', () => {
  test('answers every former address with its article, and no other', async () => {
    const folder = folderOf({ 'redirects.map': formatRedirects([...hostile, ...patterns, ...alike], 'nginx') });
    const port = await freePort();
    writeFileSync(join(folder, 'nginx.conf'), configuration(folder, port));
    const words = ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')];
    execFileSync(nginx ?? '', ['-t', '-q', ...words]);
    const server = spawn(nginx ?? '', words, { stdio: 'ignore' });
    onTestFinished(async () => {
      server.kill();
      await once(server, 'exit');
    });
    await untilItAnswers(port);
    const found = await Promise.all(
      [...hostile, ...patterns, ...alike].flatMap(({ from, to }) =>
        [from, from.replace(/\/$/, '')].map(async (path) => ({ path, to, led: await locationOf(port, path) })),
      ),
    );
    expect(found.filter(({ to, led }) => led !== to)).toEqual([]);
    expect(await locationOf(port, '/anything/')).toBeUndefined();
  });
});

function configuration(folder: string, port: number): string {
  return `daemon off; master_process off; pid ${folder}/pid;
events {}
http {
  access_log off;
  map_hash_bucket_size 512;
  map $uri $moved { include ${folder}/redirects.map; }
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  server {
    listen 127.0.0.1:${port};
    absolute_redirect off;
    if ($moved) { return 301 $moved; }
    location / { return 404; }
  }
}
`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

async function untilItAnswers(port: number): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    try {
      await locationOf(port, '/');
      return;
    } catch {
      await setTimeout(50);
    }
  }
  throw new Error('nginx does not answer.');
}

/** Asked for as it is written: `fetch` would change the path. */
function locationOf(port: number, path: string): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path }, (response) => {
      response.resume();
      resolve(response.headers.location);
    })
      .on('error', reject)
      .end();
  });
}
