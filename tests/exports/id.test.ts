import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apiFileOf } from '../../src/exports/id.ts';
import { lookupIn } from '../../src/exports/question.ts';

test.each(['7302', 'pay-invoice', 'billing/pay-invoice', 'v2.0/pay', 'été', 'constructor'])('%s is asked for', (id) => {
  const path = apiFileOf('ids', id) ?? '';
  expect(decodeURI(new URL(path, 'https://site.example/help/').pathname)).toBe(`/help/api/v1/ids/${id}.json`);
});

test.each([
  '',
  '.',
  '..',
  '../x',
  'a/../b',
  'a/./b',
  '/x',
  'x/',
  'a//b',
  'a\\b',
  'a?b',
  'a#b',
  'a%2fb',
  '//x',
  'a/.b',
  'x:y',
  'a\nb',
])('%j is asked for nowhere', (id) => {
  expect(apiFileOf('ids', id)).toBeUndefined();
});

test('whatever is pasted, nothing but files of ids is asked for', () => {
  const piece = fc.constantFrom(
    '..',
    '.',
    '%2f',
    '%2e',
    '%5c',
    '/',
    '\\',
    '//',
    '%252f',
    ';',
    '?',
    '#',
    '\u2025',
    '\uff0f',
    'a',
    '1',
  );
  const pasted = fc.array(piece, { maxLength: 12 }).map((pieces) => `https://x.example/${pieces.join('')}`);
  fc.assert(
    fc.property(pasted, (text) => {
      for (const id of lookupIn(text, '/')?.candidates ?? []) {
        const { host, pathname, search, hash } = new URL(apiFileOf('ids', id) ?? '', 'https://site.example/');
        expect([host, search, hash]).toEqual(['site.example', '', '']);
        expect(pathname).toMatch(/^\/api\/v1\/ids\/(?!.*\/\.).+\.json$/);
      }
    }),
  );
});
