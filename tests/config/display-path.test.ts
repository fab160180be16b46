import { posix, win32 } from 'node:path';
import { expect, test } from 'vitest';
import { displayRoot } from '../../src/config/display-path.ts';
import { moduleName } from '../../src/astro/homes.ts';

test.each([
  ['C:\\help\\content', 'C:\\help', 'content/'],
  ['C:\\help\\content\\fr', 'C:\\help', 'content/fr/'],
  ['C:\\help', 'C:\\help', ''],
  ['C:\\kb\\fr-FR', 'C:\\help', 'C:/kb/fr-FR/'],
  ['D:\\', 'C:\\help', 'D:/'],
])('on Windows %s is shown in %s as `%s`', (root, folder, shown) => {
  expect(displayRoot(root, folder, win32)).toBe(shown);
});

test.each([
  ['/help/content', '/help', 'content/'],
  ['/help', '/help', ''],
  ['/kb/fr-FR', '/help', '/kb/fr-FR/'],
  ['/kb/a\\b', '/kb', 'a\\b/'],
  ['/', '/help', '/'],
])('elsewhere %s is shown in %s as `%s`', (root, folder, shown) => {
  expect(displayRoot(root, folder, posix)).toBe(shown);
});

test('a module has no separators of Windows in its name', () => {
  expect(moduleName('C:\\help\\content\\fr-FR\\index.mdx', '\\')).toBe('C:/help/content/fr-FR/index.mdx');
  expect(moduleName('/help/a\\b/index.mdx', '/')).toBe('/help/a\\b/index.mdx');
});
