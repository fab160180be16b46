import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { assemble } from '../../src/publish/assemble.ts';
import { folderOf } from '../support.ts';

const index = JSON.stringify({
  topics: [
    {
      slug: 'pay',
      title: { 'fr-FR': 'Payer', 'nl-NL': 'Betalen' },
      locales: {
        'fr-FR': { url: '/help/fr-fr/pay/', file: 'fr-FR/pay.md', translation: 'human' },
        'nl-NL': { url: '/help/nl-nl/pay/', file: 'nl-NL/pay.md', translation: 'human' },
      },
    },
  ],
});
const french = { 'a/api/v1/index.json': index, 'a/index.html': 'root', 'a/fr-fr/pay/index.html': 'Payer' };
const dutch = { 'b/api/v1/index.json': index, 'b/index.html': 'root', 'b/nl-nl/pay/index.html': 'Betalen' };

function join2(files: Record<string, string>): { run: () => number; root: string } {
  const root = folderOf({ ...files, 'site/index.html': 'old' });
  return { root, run: () => assemble([join(root, 'a'), join(root, 'b')], join(root, 'site'), '/help/') };
}

test('parts become one site', () => {
  const { root, run } = join2({ ...french, ...dutch });
  expect(run()).toBe(4);
  expect(readFileSync(join(root, 'site/fr-fr/pay/index.html'), 'utf8')).toBe('Payer');
  expect(readFileSync(join(root, 'site/nl-nl/pay/index.html'), 'utf8')).toBe('Betalen');
  expect(existsSync(join(root, 'site.assembling'))).toBe(false);
});

test.each([
  ['of different builds', { ...french, ...dutch, 'b/index.html': 'other' }, /another index\.html/],
  [
    'that lack a locale',
    { ...french, 'b/api/v1/index.json': index },
    /lack 1 pages, the first is \/help\/nl-nl\/pay\//,
  ],
])('parts %s leave the site as it was', (_what, files, message) => {
  const { root, run } = join2(files);
  expect(run).toThrow(message);
  expect(readFileSync(join(root, 'site/index.html'), 'utf8')).toBe('old');
  expect(existsSync(join(root, 'site.assembling'))).toBe(false);
});

test.each([
  ['a folder', 'b/nl-nl/gone'],
  ['a file', 'b/index.html'],
])('a link to %s in a part is neither published nor written through', (_what, place) => {
  const outside = folderOf({});
  const { [place]: _gone, ...others }: Record<string, string> = { ...french, ...dutch };
  const { root, run } = join2(others);
  symlinkSync(outside, join(root, place));
  expect(run).toThrow(/is not a file/);
  expect([readFileSync(join(root, 'site/index.html'), 'utf8'), readdirSync(outside)]).toEqual(['old', []]);
  expect(existsSync(join(root, 'site.assembling'))).toBe(false);
});
