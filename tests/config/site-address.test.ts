import { expect, test } from 'vitest';
import { addressOf, type StatedAddress } from '../../src/config/site-address.ts';
import { UsageError } from '../../src/core/errors.ts';

const host = 'https://x.example';

test.each<[typed: StatedAddress, configured: StatedAddress, base: string, origin?: string]>([
  [{}, {}, '/'],
  [{ base: '/help' }, {}, '/help/'],
  [{ site: host }, {}, '/', host],
  [{ site: `${host}/help/` }, {}, '/help/', host],
  [{ site: `${host}/help` }, { base: '/' }, '/help/', host],
  [{ site: `${host}:8080/a/b` }, { base: '/c/' }, '/a/b/', `${host}:8080`],
  [{ site: `${host}/help/`, base: '/help' }, {}, '/help/', host],
  [{ site: host, base: '/help/' }, {}, '/help/', host],
  [{ site: host }, { base: '/help/' }, '/help/', host],
  [{}, { site: `${host}/help/` }, '/help/', host],
  [{}, { site: `${host}/help/`, base: '/help/' }, '/help/', host],
  [{ base: '/preview/' }, { site: `${host}/help/`, base: '/help/' }, '/preview/', host],
  [{ site: 'https://y.example' }, { site: `${host}/help/` }, '/', 'https://y.example'],
])('%j over %j', (typed, configured, base, origin) => {
  expect(addressOf(typed, configured)).toEqual({ base, ...(origin === undefined ? {} : { origin }) });
});

test.each<[typed: StatedAddress, configured: StatedAddress]>([
  [{ site: `${host}/help/`, base: '/docs/' }, {}],
  [{ site: `${host}/help/`, base: '/' }, {}],
  [{}, { site: `${host}/help/`, base: '/docs/' }],
])('two paths are refused: %j over %j', (typed, configured) => {
  expect(() => addressOf(typed, configured)).toThrow('Write the path once');
});

test.each(['x.example', 'ftp://x.example', `${host}/?a=b`, `${host}/#a`, 'https://me:secret@x.example', ''])(
  'no site: `%s`',
  (site) => {
    expect(() => addressOf({ site }, {})).toThrow(UsageError);
  },
);

test.each(['help', '', 'https://x.example/help/', '/a b/', '/é/'])('no base: `%s`', (base) => {
  expect(() => addressOf({ base }, {})).toThrow(`Wrong base \`${base}\``);
});
