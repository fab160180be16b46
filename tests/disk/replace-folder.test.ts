import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { recoverFolder, replaceFolder, retryOnWindows } from '../../src/disk/replace-folder.ts';
import { folderOf } from '../support.ts';

test('the new folder takes the place of the old one, and nothing else stays', () => {
  const root = folderOf({ 'fresh/index.html': 'new', 'site/index.html': 'old', 'site/gone.html': 'old' });
  replaceFolder(join(root, 'fresh'), join(root, 'site'));
  expect(readdirSync(root)).toEqual(['site']);
  expect(readdirSync(join(root, 'site'))).toEqual(['index.html']);
  expect(readFileSync(join(root, 'site/index.html'), 'utf8')).toBe('new');
});

test('a place that is not there yet is made', () => {
  const root = folderOf({ 'fresh/index.html': 'new' });
  replaceFolder(join(root, 'fresh'), join(root, 'a/b/site'));
  expect(existsSync(join(root, 'a/b/site/index.html'))).toBe(true);
});

test('where there is nothing to put in place, the old one stays', () => {
  const root = folderOf({ 'site/index.html': 'old' });
  expect(() => replaceFolder(join(root, 'fresh'), join(root, 'site'))).toThrow();
  expect(readFileSync(join(root, 'site/index.html'), 'utf8')).toBe('old');
});

test('a swap that was killed halfway is put right', () => {
  const root = folderOf({ 'site.languedocs-old/index.html': 'old' });
  recoverFolder(join(root, 'site'));
  expect(readFileSync(join(root, 'site/index.html'), 'utf8')).toBe('old');
});

test('what stood there is kept where that is wanted, in the place of what was kept before', () => {
  const root = folderOf({ 'fresh/index.html': 'new', 'site/index.html': 'old', 'kept/index.html': 'older' });
  expect(replaceFolder(join(root, 'fresh'), join(root, 'site'), join(root, 'kept'))).toBe(true);
  expect(readFileSync(join(root, 'kept/index.html'), 'utf8')).toBe('old');
  expect(readdirSync(root).sort()).toEqual(['kept', 'site']);
});

test('where it cannot be kept the new folder is there all the same, and nothing else stays', () => {
  const root = folderOf({ 'fresh/index.html': 'new', 'site/index.html': 'old', file: '' });
  expect(replaceFolder(join(root, 'fresh'), join(root, 'site'), join(root, 'file/kept'))).toBe(false);
  expect(readFileSync(join(root, 'site/index.html'), 'utf8')).toBe('new');
  expect(readdirSync(root).sort()).toEqual(['file', 'site']);
});

describe('where another program has a file open', () => {
  const refusing = (times: number, code: string) => {
    let done = 0;
    const work = (): void => {
      if (++done <= times) throw Object.assign(new Error(code), { code });
    };
    return { work, tries: () => done };
  };

  test.each(['EPERM', 'EBUSY', 'EACCES'])('Windows is asked again after %s', (code) => {
    const { work, tries } = refusing(2, code);
    retryOnWindows(work, 'win32');
    expect(tries()).toBe(3);
  });

  test.each([
    ['another error', 'win32', 'ENOENT'],
    ['another system', 'linux', 'EPERM'],
  ] as const)('nothing is asked again after %s', (_what, platform, code) => {
    const { work, tries } = refusing(1, code);
    expect(() => retryOnWindows(work, platform)).toThrow(code);
    expect(tries()).toBe(1);
  });
});
