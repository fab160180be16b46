/** Kept values are made again when the code that makes them changes. */
import { appendFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { codeFolder, codeVersion, digestOfFiles, versionOf } from '../../../src/engine/cache/code-version.ts';
import { folderOf } from '../../support.ts';

test('the code that runs is all of `src`', () => {
  expect(codeFolder).toBe(join(import.meta.dirname, '../../../src'));
  expect(codeVersion()).toBe(versionOf(codeFolder));
});

const project = {
  'src/a.ts': 'a',
  'src/words/fr.json': '{}',
  'package.json': '{}',
  'package-lock.json': '{}',
  'node_modules/languedocs/package.json': '{"version": "1.0.0"}',
  'node_modules/languedocs/dist/a.js': 'a',
};

test.each<[what: string, code: string, isOther: boolean, change: (root: string) => void]>([
  ['a module', 'src', true, (root) => appendFileSync(join(root, 'src/a.ts'), '!')],
  ['data that a module reads', 'src', true, (root) => appendFileSync(join(root, 'src/words/fr.json'), ' ')],
  ['a new module', 'src', true, (root) => writeFileSync(join(root, 'src/b.ts'), '')],
  ['a module that is gone', 'src', true, (root) => rmSync(join(root, 'src/a.ts'))],
  ['what moves from one module to the next', 'src', true, moved],
  ['a dependency', 'src', true, (root) => appendFileSync(join(root, 'package-lock.json'), ' ')],
  ['no lock file', 'src', true, (root) => rmSync(join(root, 'package-lock.json'))],
  ['something beside the code', 'src', false, (root) => writeFileSync(join(root, 'notes.md'), '')],
  ['an empty folder', 'src', false, (root) => mkdirSync(join(root, 'src/empty'))],
  ['an installed module', installed(), true, (root) => appendFileSync(join(root, installed(), 'a.js'), '!')],
  ['the version of an installed package', installed(), true, released],
  ['a dependency of the project', installed(), true, (root) => appendFileSync(join(root, 'package-lock.json'), ' ')],
  ['code of the project', installed(), false, (root) => appendFileSync(join(root, 'src/a.ts'), '!')],
])('the version with %s in it', (_what, code, isOther, change) => {
  const root = folderOf(project);
  const before = versionOf(join(root, code));
  expect(versionOf(join(folderOf(project), code))).toBe(before);
  change(root);
  expect(versionOf(join(root, code)) !== before).toBe(isOther);
});

function installed(): string {
  return 'node_modules/languedocs/dist';
}

function released(root: string): void {
  writeFileSync(join(root, 'node_modules/languedocs/package.json'), '{"version": "1.0.1"}');
}

function moved(root: string): void {
  rmSync(join(root, 'src/a.ts'));
  writeFileSync(join(root, 'src/a'), '.tsa');
}

test.each<[what: string, isOther: boolean, change: (root: string) => void]>([
  ['the same files', false, () => undefined],
  ['another content', true, (root) => writeFileSync(join(root, 'public/a.txt'), 'b')],
  ['a place where nothing was', true, (root) => writeFileSync(join(root, 'config'), '')],
  ['a place where nothing is any more', true, (root) => rmSync(join(root, 'public'), { recursive: true })],
])('the digest of places with %s', (_what, isOther, change) => {
  const root = folderOf({ 'public/a.txt': 'a' });
  const places = ['public', 'config'].map((name) => join(root, name));
  expect(existsSync(join(root, 'config'))).toBe(false);
  const before = digestOfFiles(places);
  change(root);
  expect(digestOfFiles(places) !== before).toBe(isOther);
});
