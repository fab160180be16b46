import { expect, test } from 'vitest';
import { uncoloured } from './uncoloured.ts';
import { codeFrame } from '../../src/report/code-frame.ts';

const frame = (text: string, marked: string) => {
  const start = text.indexOf(marked);
  const place = { line: 7, column: start + 1, endLine: 7, endColumn: start + 1 + marked.length };
  return codeFrame(text, place).map(uncoloured);
};

test.each([
  ['Latin', 'Payez le le prix', 'le le', ['7 │ Payez le le prix', '  │       ^^^^^']],
  ['wide characters', '選取檔案吧', '檔案', ['7 │ 選取檔案吧', '  │     ^^^^']],
  ['combining marks', 'ที่นี่ ๔๐', '๔๐', ['7 │ ที่นี่ ๔๐', '  │    ^^']],
  ['right-to-left text', 'حدد **الفواتير** ثم', 'الفواتير', ['7 │ حدد **⟦الفواتير⟧** ثم']],
])('%s', (_what, text, marked, lines) => {
  expect(frame(text, marked)).toEqual(lines);
});

test('a long line is cut on both sides', () => {
  const [line = '', marks = ''] = frame(`${'a'.repeat(300)}XYZ${'b'.repeat(300)}`, 'XYZ');
  expect(line).toMatch(/^7 │ …a+XYZb+…$/);
  expect(marks.indexOf('^')).toBe(line.indexOf('X'));
});

test('a place between two characters gets a mark too', () => {
  expect(codeFrame('ab', { line: 1, column: 2, endLine: 1, endColumn: 2 }).map(uncoloured)).toEqual([
    '1 │ ab',
    '  │  ^',
  ]);
});
