import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FileFinder } from '../../src/pipeline/files.ts';
import { listFiles } from '../../src/pipeline/read.ts';
import { folderOf } from '../support.ts';

/** A content directory `content`, and beside it what nobody may see. */
function hostile(): { root: string; finder: FileFinder } {
  const folder = folderOf({
    'secret.txt': 'secret',
    'content-secret/x.txt': 'secret',
    'content/fr-FR/a.md': '# A\n',
    'content/media/x.png': '',
    'content/includes/own.md': 'own',
  });
  const root = join(folder, 'content');
  symlinkSync(join(folder, 'secret.txt'), join(root, 'includes/link.md'));
  symlinkSync(folder, join(root, 'up'));
  symlinkSync(join(root, 'includes/own.md'), join(root, 'includes/inside.md'));
  symlinkSync(root, join(root, 'fr-FR/again'));
  symlinkSync(join(root, 'fr-FR/a.md'), join(root, 'fr-FR/linked.md'));
  return { root, finder: new FileFinder([root], 'en-US') };
}

describe('what an article refers to is looked for in the content directories only', () => {
  test.each([
    '../../secret.txt',
    '../../../../../../../../../../../../etc/passwd',
    '/etc/passwd',
    '//etc/passwd',
    'file:///etc/passwd',
    '..%2f..%2fsecret.txt',
    '%2e%2e/%2e%2e/secret.txt',
    '..\\..\\secret.txt',
    '..%5c..%5csecret.txt',
    '%252e%252e/%252e%252e/secret.txt',
    '\\\\host\\share\\secret.txt',
    'C:\\secret.txt',
    'C:/secret.txt',
    '~/../secret.txt',
    '~/../../secret.txt',
    '../../content-secret/x.txt',
    '../../content/../secret.txt',
    '../includes/link.md',
    '../up/secret.txt',
    '../UP/secret.txt',
    '../up/content-secret/x.txt',
    '../includes/own.md%00.png',
    '../includes/own.md\0',
    '../includes',
    '..',
    '.',
    '%',
    '%ff%fe',
    '．．/．．/secret.txt',
    '‥/secret.txt',
  ])('%j', (href) => {
    const { root, finder } = hostile();
    expect(finder.find({ root, path: 'fr-FR/a.md' }, href)).toBeUndefined();
  });

  test.each([
    ['../includes/own.md', 'includes/own.md'],
    ['../includes/OWN.md', 'includes/own.md'],
    ['../includes/inside.md', 'includes/inside.md'],
    ['~/media/x.png', 'media/x.png'],
    ['..\\media\\x.png', 'media/x.png'],
  ])('%s is found', (href, path) => {
    const { root, finder } = hostile();
    expect(finder.find({ root, path: 'fr-FR/a.md' }, href)).toBe(join(root, path));
  });
});

test('symbolic links are told and not followed', () => {
  const { root } = hostile();
  const links: string[] = [];
  expect(listFiles([root], ({ path }) => links.push(path)).map(({ path }) => path)).toEqual(['fr-FR/a.md']);
  expect(links.sort()).toEqual(['fr-FR/again', 'fr-FR/linked.md', 'up']);
});
