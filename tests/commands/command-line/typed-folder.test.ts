import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { UsageError } from '../../../src/core/errors.ts';
import { folderAt } from '../../../src/disk/existing-folder.ts';
import { folderOf } from '../../support.ts';

test('a directory is taken, also through a link', () => {
  const folder = folderOf({ 'fr/a.md': '' });
  symlinkSync(join(folder, 'fr'), join(folder, 'link'), 'junction');
  for (const name of ['fr', 'link']) expect(folderAt(join(folder, name))).toBe(join(folder, name));
});

test.each([
  ['README.md', /README\.md is a file, expected a directory\. Name the one that holds it: /],
  ['README.md/de', /There is no directory .*de\.$/],
  ['lost', /There is no directory .*lost\.$/],
  ['leads-nowhere', /There is no directory .*leads-nowhere\.$/],
  ['loop', /loop cannot be looked into: its links lead back to themselves\./],
])('what is no directory is refused: %s', (name, message) => {
  const folder = folderOf({ 'README.md': '' });
  symlinkSync(join(folder, 'gone'), join(folder, 'leads-nowhere'));
  symlinkSync(join(folder, 'loop'), join(folder, 'loop'));
  expect(() => folderAt(join(folder, name))).toThrow(UsageError);
  expect(() => folderAt(join(folder, name))).toThrow(message);
});

test(
  'a path with the separators of Windows is named as it is to be typed here',
  { skip: process.platform === 'win32' },
  () => {
    const folder = folderOf({ 'docs/fr/a.md': '' });
    expect(() => folderAt(`${folder}/docs\\fr`)).toThrow(`Folders are divided by \`/\`: ${folder}/docs/fr`);
  },
);
