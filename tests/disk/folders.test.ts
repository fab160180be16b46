import { expect, test } from 'vitest';
import { changedAt } from '../../src/disk/folders.ts';

test.each([
  ['keeps both times', { ctimeMs: 2000, mtimeMs: 1000 }, 2000],
  ['keeps none of a change of state', { ctimeMs: 0, mtimeMs: 1000 }, 1000],
  ['says that the state changed in 1601', { ctimeMs: -11_644_473_600_000, mtimeMs: 1000 }, 1000],
])('a file system that %s', (_what, times, expected) => {
  expect(changedAt(times)).toBe(expected);
});
