import { join } from 'node:path';
import { expect, test } from 'vitest';
import { comesFromPanel, kindOf, refusal, type Kind } from '../../src/dev/guard.ts';

const project = join(import.meta.dirname, '../..');

const kinds: [address: string, kind: Kind][] = [
  ['/', 'page'],
  ['/fr-fr/pay-invoice/', 'page'],
  ['/fr-fr/search/?q=a&lang=b', 'page'],
  ['/fr-fr/404.html', 'page'],
  ['/fr-fr/pay-invoice', 'unfinished'],
  ['/fr-fr/%D9%81/', 'page'],
  ['/fr-fr/pay-invoice/original.json', 'data'],
  ['/status/fr-fr.csv', 'data'],
  ['/robots.txt', 'data'],
  ['/favicon.svg', 'data'],
  ['/preferences.js', 'data'],
  ['/media/x.0123456789.svg', 'data'],
  ['/__languedocs/findings.json?page=%2F', 'data'],
  ['/@vite/client', 'module'],
  ['/@fs/etc/passwd', 'module'],
  ['/@id/x', 'module'],
  ['/src/client/page/page.ts?t=1', 'module'],
  ['/src/engine/build.ts?raw', 'module'],
  ['/node_modules/vite/package.json', 'module'],
  ['/package.json', 'nothing'],
  ['/package.json?import', 'nothing'],
  ['/package%2ejson', 'nothing'],
  ['/astro.config.mjs', 'nothing'],
  ['/astro.config.mjs?raw', 'nothing'],
  ['/scripts/build', 'unfinished'],
  ['/src/engine/build', 'module'],
  ['/fr-fr/?raw', 'nothing'],
  ['/fr-fr/x.json?import&raw', 'nothing'],
  ['/content/fr-FR/pay-invoice.md', 'nothing'],
  ['/content/media/invoice-parts.png', 'nothing'],
  ['/tests/dev/guard.test.ts', 'nothing'],
  ['/tests/nothing.ts', 'nothing'],
  ['/.git/config', 'nothing'],
  ['/.env', 'nothing'],
  ['/fr-fr/.env', 'nothing'],
  ['/__open-in-editor?file=/etc/hosts', 'nothing'],
  ['/__inspect/', 'nothing'],
  ['/..%2fpackage.json', 'wrong'],
  ['/fr-fr/../package.json', 'wrong'],
  ['/fr-fr/%2e%2e/package.json', 'wrong'],
  ['//evil.example/', 'wrong'],
  ['/a\\b', 'wrong'],
  ['/%5c', 'wrong'],
  ['/%00', 'wrong'],
  ['/%zz/', 'wrong'],
  ['/%2570ackage.json', 'wrong'],
  ['http://a.example/', 'wrong'],
  ['', 'wrong'],
];

test.each(kinds)('%s is %s', (address, kind) => {
  expect(kindOf(address, { base: '/', project })).toBe(kind);
  if (!address.startsWith('/') || address.startsWith('//')) return;
  expect(kindOf(`/help${address}`, { base: '/help/', project })).toBe(kind);
});

test('files of the project are as little there without the base', () => {
  expect(kindOf('/package.json', { base: '/help/', project })).toBe('nothing');
  expect(kindOf('/src/engine/build.ts', { base: '/help/', project })).toBe('module');
});

const host = 'localhost:4321';
const own = { host, 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' };
const link = (site: string) => ({
  host,
  'sec-fetch-site': site,
  'sec-fetch-mode': 'navigate',
  'sec-fetch-dest': 'document',
});

const requests: [what: string, headers: Record<string, string>, kind: Kind, passes: boolean, method?: string][] = [
  ['a page that somebody types', link('none'), 'page', true],
  ['a link from another site to a page', link('cross-site'), 'page', true],
  ['a link from another port to a page', link('same-site'), 'page', true],
  ['a form of another site', { ...link('cross-site'), origin: 'https://a.example' }, 'page', false, 'POST'],
  ['a link from another site to a picture', link('cross-site'), 'data', false],
  ['a link from another site to findings', link('cross-site'), 'data', false],
  ['a link from another site to a source', link('cross-site'), 'module', false],
  ['a link from another port to a source', link('same-site'), 'module', false],
  ['a frame of another site', { ...link('cross-site'), 'sec-fetch-dest': 'iframe' }, 'page', false],
  ['a frame of another port', { ...link('same-site'), 'sec-fetch-dest': 'iframe' }, 'page', false],
  ['an object of another site', { ...link('cross-site'), 'sec-fetch-dest': 'object' }, 'page', false],
  ['a request of our page', own, 'data', true],
  ['a script of our page', { ...own, 'sec-fetch-dest': 'script' }, 'module', true],
  [
    'a request of another port',
    { ...own, 'sec-fetch-site': 'same-site', origin: 'http://localhost:5000' },
    'data',
    false,
  ],
  ['a request of another site', { ...own, 'sec-fetch-site': 'cross-site', origin: 'https://a.example' }, 'data', false],
  ['a picture in another site', { ...own, 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'image' }, 'data', false],
  ['a sandboxed document', { host, origin: 'null' }, 'data', false],
  ['an old browser on another port', { host, origin: 'http://localhost:5000' }, 'data', false],
  ['an old browser on our page', { host, origin: `http://${host}` }, 'data', true],
  ['a tool', { host }, 'data', true],
  ['the address in numbers', { host: '127.0.0.1:4321' }, 'page', true],
  ['the address in numbers of IPv6', { host: '[::1]:4321' }, 'page', true],
  ['another name for this machine', { host: 'evil.example:4321' }, 'page', false],
  ['a name that holds the address', { host: '127.0.0.1.nip.io' }, 'page', false],
  ['a name that begins like ours', { host: 'localhost.evil.example' }, 'page', false],
  ['no name', {}, 'page', false],
];

test.each(requests)('%s', (_what, headers, kind, passes, method = 'GET') => {
  expect(refusal({ method, headers }, kind) === undefined).toBe(passes);
});

const editors: [what: string, method: string, headers: Record<string, string>, passes: boolean][] = [
  ['the panel', 'POST', { ...own, origin: `http://${host}` }, true],
  ['an address that is opened', 'GET', { ...link('none') }, false],
  ['a link in an article', 'GET', { ...link('same-origin') }, false],
  ['a picture in an article', 'GET', { ...own, 'sec-fetch-dest': 'image' }, false],
  ['a form of another port', 'POST', { ...link('same-site'), origin: 'http://localhost:5000' }, false],
  ['a sandboxed document', 'POST', { ...own, 'sec-fetch-site': 'cross-site', origin: 'null' }, false],
  ['who does not say where it comes from', 'POST', { host }, false],
  ['another name for this machine', 'POST', { host: 'evil.example', origin: 'http://evil.example' }, false],
];

test.each(editors)('opens an editor or not: %s', (_what, method, headers, passes) => {
  expect(comesFromPanel({ method, headers })).toBe(passes);
});
