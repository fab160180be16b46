import { expect, test } from 'vitest';
import { diagnose, LineIndex } from '../../src/core/diagnostics.ts';

test.each([
  ['the start', 'ab\ncd', 0, 1, 1],
  ['the end of a line', 'ab\ncd', 2, 1, 3],
  ['the start of a line', 'ab\ncd', 3, 2, 1],
  ['the end of all', 'ab\ncd', 5, 2, 3],
  ['behind an emoji, which counts two', '😀x', 2, 1, 3],
  ['an empty text', '', 0, 1, 1],
])('the position of %s', (_what, text, offset, line, column) => {
  expect(new LineIndex(text).position(offset)).toEqual({ line, column });
});

test('a finding gets its place', () => {
  const finding = { rule: 'r', severity: 'error', start: 3, end: 5, message: 'm' } as const;
  expect(diagnose('a.md', 'ab\ncd', [finding])).toEqual([
    { rule: 'r', severity: 'error', file: 'a.md', line: 2, column: 1, endLine: 2, endColumn: 3, message: 'm' },
  ]);
});
