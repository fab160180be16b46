import { expect, test } from 'vitest';
import { itemAt, pairsOf, valueOf } from '../../src/core/lists.ts';

test('what is there by construction is given, whatever it is', () => {
  expect(itemAt(['', 'b'], 0)).toBe('');
  expect(itemAt([null], 0)).toBeNull();
  expect(pairsOf([1, 2], ['a', ''])).toEqual([
    [1, 'a'],
    [2, ''],
  ]);
  expect(valueOf(new Map([['a', 0]]), 'a')).toBe(0);
});

test.each<[what: string, take: () => unknown]>([
  ['behind the end', () => itemAt(['a'], 1)],
  ['before the beginning', () => itemAt(['a'], -1)],
  ['between two places', () => itemAt(['a', 'b'], 0.5)],
  ['of an empty list', () => itemAt([], 0)],
  ['an answer too few', () => pairsOf([1, 2], ['a'])],
  ['an answer too many', () => pairsOf([1], ['a', 'b'])],
  ['a key that a map does not have', () => valueOf(new Map([['a', 1]]), 'b')],
])('what is missing is an error, and no default: %s', (_what, take) => {
  expect(take).toThrow(RangeError);
});
