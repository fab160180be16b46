import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { watchFolders } from '../../src/dev/watch.ts';
import { folderOf } from '../support.ts';

/** Watches a folder; `seen` gives what was told of so far, by paths from there. */
function watched() {
  const [root, elsewhere] = [folderOf({ 'a/x.md': '' }), folderOf({ 'deep/y.md': '' })];
  const told = new Set<string>();
  onTestFinished(
    watchFolders([root], (paths) => {
      for (const path of paths) told.add(path.slice(root.length + 1));
    }),
  );
  const until = async (path: string) => {
    for (let tries = 0; tries < 200 && !told.has(path); tries++) await setTimeout(20);
    return told;
  };
  return { root, elsewhere, until };
}

test('tells of files in folders, also in new ones', async () => {
  const { root, until } = watched();
  writeFileSync(join(root, 'a/x.md'), 'x');
  expect(await until('a/x.md')).toContain('a/x.md');
  mkdirSync(join(root, 'b'));
  await until('b');
  writeFileSync(join(root, 'b/z.md'), 'z');
  expect(await until('b/z.md')).toContain('b/z.md');
});

const places: [what: string, name: string, place: (root: string, elsewhere: string) => void][] = [
  ['a link to a folder', 'link', (root, elsewhere) => symlinkSync(elsewhere, join(root, 'link'))],
  ['a link to a folder above', 'link', (root) => symlinkSync('..', join(root, 'link'))],
  [
    'a link that is moved there',
    'link',
    (root, elsewhere) => {
      symlinkSync(elsewhere, join(elsewhere, 'moved'));
      renameSync(join(elsewhere, 'moved'), join(root, 'link'));
    },
  ],
  ['a folder of a tool', '.git', (root) => mkdirSync(join(root, '.git'))],
  ['dependencies', 'node_modules', (root) => mkdirSync(join(root, 'node_modules'))],
];

test.each(places)('does not go into %s', async (_what, name, place) => {
  const { root, elsewhere, until } = watched();
  place(root, elsewhere);
  await until(name);
  writeFileSync(join(root, name, 'behind.md'), 'x');
  // Told of afterwards, so that what was to be told before has been.
  writeFileSync(join(root, 'a/x.md'), 'x');
  expect([...(await until('a/x.md'))].filter((path) => path.includes('behind'))).toEqual([]);
});
