import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { removeUnfinished, writeWhole } from '../../src/build/whole-files.ts';
import { folderOf } from '../support.ts';

test('a file is written with its folders', () => {
  const folder = folderOf({});
  writeWhole(join(folder, 'a/b.md'), 'new');
  expect(readFileSync(join(folder, 'a/b.md'), 'utf8')).toBe('new');
});

test('a file that cannot be put in its place leaves nothing', () => {
  const folder = folderOf({ 'taken/x': '' });
  expect(() => writeWhole(join(folder, 'taken'), 'new')).toThrow();
  expect(readdirSync(folder)).toEqual(['taken']);
});

test('what killed processes had begun is removed, and nothing else', () => {
  const folder = folderOf({ 'a.md.123.tmp': '', 'a.md': '', 'b.tmp': '', 'below/c.md.7.tmp': '' });
  removeUnfinished(folder, false);
  expect(readdirSync(folder).sort()).toEqual(['a.md', 'b.tmp', 'below']);
  removeUnfinished(folder, true);
  expect(readdirSync(join(folder, 'below'))).toEqual([]);
});
