import { posix, win32 } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contains } from '../../src/disk/contains.ts';

describe('on Windows', () => {
  test.each([
    ['C:\\kb\\fr-FR', 'C:\\kb\\fr-FR\\a.md', true],
    ['C:\\kb', 'C:\\kb', true],
    ['C:\\KB', 'c:\\kb\\fr-FR', true],
    ['C:\\', 'C:\\kb', true],
    ['C:\\kb', 'C:\\kb2', false],
    ['C:\\kb', 'C:\\', false],
    ['C:\\kb', 'D:\\kb', false],
    ['C:\\kb', 'C:\\kb\\..a', true],
    ['\\\\server\\share', '\\\\server\\share\\kb', true],
  ])('%s holds %s: %s', (folder, place, holds) => {
    expect(contains(folder, place, win32)).toBe(holds);
  });
});

describe('elsewhere', () => {
  test.each([
    ['/kb/fr-FR', '/kb/fr-FR/a.md', true],
    ['/kb', '/kb', true],
    ['/', '/kb', true],
    ['/kb', '/kb2', false],
    ['/kb', '/', false],
    ['/kb', '/kb/..a', true],
  ])('%s holds %s: %s', (folder, place, holds) => {
    expect(contains(folder, place, posix)).toBe(holds);
  });
});
