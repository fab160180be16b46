import { lstatSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { removeUnfinished, temporaryBeside, writeAtomic } from '../../src/disk/atomic-files.ts';
import { folderOf } from '../support.ts';

test('a file is written with its folders', () => {
  const folder = folderOf({});
  writeAtomic(join(folder, 'a/b.md'), 'new');
  expect(readFileSync(join(folder, 'a/b.md'), 'utf8')).toBe('new');
});

test('a file that cannot be put in its place leaves nothing', () => {
  const folder = folderOf({ 'taken/x': '' });
  expect(() => writeAtomic(join(folder, 'taken'), 'new')).toThrow();
  expect(readdirSync(folder)).toEqual(['taken']);
});

test.each([
  ['a name of the longest kind', `${'x'.repeat(252)}.md`],
  ['a name with letters of several bytes', `${'語'.repeat(84)}.md`],
])('%s leaves room for a temporary one', (_what, name) => {
  const folder = folderOf({});
  writeAtomic(join(folder, name), 'new');
  expect(readdirSync(folder)).toEqual([name]);
});

test('a link at the place is replaced, and what it leads to stays', () => {
  const folder = folderOf({ victim: 'precious' });
  symlinkSync('victim', join(folder, 'a.md'));
  writeAtomic(join(folder, 'a.md'), 'new');
  expect(lstatSync(join(folder, 'a.md')).isFile()).toBe(true);
  expect(readFileSync(join(folder, 'victim'), 'utf8')).toBe('precious');
});

test('temporary names are not to be guessed, and lie beside the file', () => {
  const names = new Set(Array.from({ length: 100 }, () => temporaryBeside('/content/fr-FR/a.md')));
  expect(names.size).toBe(100);
  for (const name of names) expect(name).toMatch(/^\/content\/fr-FR\/\.languedocs-[0-9a-f-]{36}\.tmp$/);
});

test('what killed processes had begun is removed, and nothing else', () => {
  const folder = folderOf({
    'a.md': '',
    'a.md.123.tmp': '',
    'b.tmp': '',
    [basename(temporaryBeside('a.md'))]: '',
    '.languedocs-notes.tmp': '',
    'below/c.md.7.tmp': '',
    [`below/${basename(temporaryBeside('c.md'))}`]: '',
    '.git/index.7.tmp': '',
    'node_modules/x.7.tmp': '',
    'folder.7.tmp/a.md': '',
  });
  const above = ['.git', '.languedocs-notes.tmp', 'a.md', 'b.tmp', 'below', 'folder.7.tmp', 'node_modules'];
  removeUnfinished(folder, false);
  expect(readdirSync(folder).sort()).toEqual(above);
  expect(readdirSync(join(folder, 'below'))).toHaveLength(2);
  removeUnfinished(folder, true);
  expect(readdirSync(folder).sort()).toEqual(above);
  expect(readdirSync(join(folder, 'below'))).toEqual([]);
  expect(readdirSync(join(folder, '.git'))).toEqual(['index.7.tmp']);
  expect(readdirSync(join(folder, 'node_modules'))).toEqual(['x.7.tmp']);
  expect(readdirSync(join(folder, 'folder.7.tmp'))).toEqual(['a.md']);
});

test('links with such names are removed and not followed', () => {
  const [folder, outside] = [folderOf({ 'a.md': '' }), folderOf({ victim: 'precious', 'x.7.tmp': 'precious' })];
  symlinkSync(join(outside, 'victim'), join(folder, 'a.md.7.tmp'));
  symlinkSync(outside, join(folder, 'b.8.tmp'));
  symlinkSync(join(outside, 'gone'), temporaryBeside(join(folder, 'a.md')));
  symlinkSync(outside, join(folder, 'elsewhere'));
  symlinkSync('.', join(folder, 'loop'));
  removeUnfinished(folder, true);
  expect(readdirSync(folder).sort()).toEqual(['a.md', 'elsewhere', 'loop']);
  expect(readdirSync(outside).sort()).toEqual(['victim', 'x.7.tmp']);
});

test('a folder that is not there has nothing to be removed', () => {
  expect(() => removeUnfinished(join(folderOf({}), 'gone'), true)).not.toThrow();
});

test('an error names the file that was to be written, and no temporary one', () => {
  const root = folderOf({ 'a.md/b': 'B' });
  const place = join(root, 'a.md');
  expect(() => writeAtomic(place, 'A')).toThrow(expect.objectContaining({ path: place }));
  expect(() => writeAtomic(place, 'A')).not.toThrow('.languedocs-');
});
