import { describe, expect, test } from 'vitest';
import { windowOf } from '../../src/mcp/window.ts';

test.each([
  ['a short text', 'abc', 0, 10, 'abc', undefined],
  ['a text of just the limit', 'abcde', 0, 5, 'abcde', undefined],
  ['one without a line end near the limit', 'abcdefgh', 0, 5, 'abcde', 5],
  ['one with a line end near the limit', 'abcdefg\nhijk', 0, 10, 'abcdefg\n', 8],
  ['one with a line end far from it', 'a\nbcdefghijk', 0, 10, 'a\nbcdefghi', 10],
  ['a paragraph that ends far from it, and a line', 'abcde\n\nfghi\njk', 0, 12, 'abcde\n\nfghi\n', 12],
  ['a paragraph that ends near the limit', 'abcdefghi\n\nj\nk', 0, 12, 'abcdefghi\n\n', 11],
  ['the rest', 'abcdefgh', 5, 5, 'fgh', undefined],
  ['an offset behind the end', 'abc', 9, 5, '', undefined],
  ['a character of two units at the limit', 'abcd😀e', 0, 5, 'abcd😀', 6],
  ['an offset in such a character', '😀abc', 1, 5, 'abc', undefined],
])('%s', (_what, text, offset, most, part, next) => {
  expect(windowOf(text, offset, most)).toEqual(next === undefined ? { text: part } : { text: part, next });
});

describe('parts', () => {
  const text = Array.from(
    { length: 300 },
    (_, at) => `Line ${at} 😀${at % 7 === 0 ? '\n\n' : at % 3 === 0 ? '\n' : ''}`,
  ).join('');

  test.each([1, 2, 7, 50, 500])('of at most %i units are the whole text together', (most) => {
    let [whole, at, last] = ['', 0 as number | undefined, -1];
    while (at !== undefined) {
      expect(at).toBeGreaterThan(last);
      const part = windowOf(text, at, most);
      expect(part.text.isWellFormed()).toBe(true);
      [whole, last, at] = [whole + part.text, at, part.next];
    }
    expect(whole).toBe(text);
  });
});
