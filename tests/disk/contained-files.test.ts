import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { obstacleTo, writeContained } from '../../src/disk/contained-files.ts';
import { folderOf } from '../support.ts';

test('a file is written with its folders, whatever permissions are asked for', () => {
  const root = folderOf({});
  writeContained(root, 'a/b/c.md', 'new', 0o666);
  expect(readFileSync(join(root, 'a/b/c.md'), 'utf8')).toBe('new');
  expect(statSync(join(root, 'a/b/c.md')).mode & 0o777).toBe(0o666);
});

test('the folder itself may be named by a link', () => {
  const root = folderOf({ 'content/a.md': 'old' });
  symlinkSync(join(root, 'content'), join(root, 'link'));
  writeContained(join(root, 'link'), 'a.md', 'new');
  expect(readFileSync(join(root, 'content/a.md'), 'utf8')).toBe('new');
});

test.each<[what: string, lay: (root: string, outside: string) => void, path: string, reason: string]>([
  [
    'a link to a file',
    (root, outside) => symlinkSync(join(outside, 'victim'), join(root, 'a.md')),
    'a.md',
    'symbolic link',
  ],
  [
    'a link to nothing',
    (root, outside) => symlinkSync(join(outside, 'gone'), join(root, 'a.md')),
    'a.md',
    'symbolic link',
  ],
  ['a link to a folder', (root, outside) => symlinkSync(outside, join(root, 'x')), 'x/victim', 'symbolic link'],
  [
    'a link to a folder further up',
    (root, outside) => {
      mkdirSync(join(root, 'x'));
      symlinkSync(outside, join(root, 'x/y'));
    },
    'x/y/z/victim',
    'symbolic link',
  ],
  ['a link to itself', (root) => symlinkSync('a.md', join(root, 'a.md')), 'a.md', 'symbolic link'],
  ['a folder', (root) => mkdirSync(join(root, 'a.md')), 'a.md', 'is not a file'],
  ['a file instead of a folder', (root) => writeContained(root, 'x', ''), 'x/a.md', 'is not a folder'],
  ['a path that leads out', () => undefined, '../a.md', 'is not a path below'],
  ['a path that leads out further down', () => undefined, 'x/../../a.md', 'is not a path below'],
  ['an absolute path', () => undefined, '/tmp/languedocs-a.md', 'is not a path below'],
  ['a zero byte', () => undefined, 'a\0.md', 'is not a path below'],
  ['nothing', () => undefined, '', 'is not a path below'],
  ['a name that is too long', () => undefined, `${'x'.repeat(300)}/a.md`, 'ENAMETOOLONG'],
])('%s is in the way', (_what, lay, path, reason) => {
  const [root, outside] = [folderOf({}), folderOf({ victim: 'precious' })];
  lay(root, outside);
  expect(obstacleTo(root, path)).toContain(reason);
  expect(() => writeContained(root, path, 'evil')).toThrow('was not written');
  expect(readdirSync(outside)).toEqual(['victim']);
  expect(readFileSync(join(outside, 'victim'), 'utf8')).toBe('precious');
});

test.runIf(process.getuid?.() !== 0)('a folder that may not be looked into is in the way', () => {
  const root = folderOf({ 'x/a.md': '' });
  chmodSync(join(root, 'x'), 0);
  expect(obstacleTo(root, 'x/a.md')).toContain('EACCES');
  chmodSync(join(root, 'x'), 0o700);
});
