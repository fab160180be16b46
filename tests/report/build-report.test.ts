import { expect, test } from 'vitest';
import { uncoloured } from './uncoloured.ts';
import {
  countDiagnostics,
  counted,
  formatDiagnostics,
  formatLeftOut,
  listDiagnostics,
  listLeftOut,
} from '../../src/report/build-report.ts';
import type { Diagnostic, Severity } from '../../src/core/diagnostics.ts';

const found = (severity: Severity, line: number): Diagnostic => ({
  rule: 'broken-link',
  severity,
  file: 'a.md',
  line,
  column: 1,
  endLine: line,
  endColumn: 2,
  message: 'Wrong.',
  hint: 'Mend it.',
});

test('errors come first, and a rule is shown so many times', () => {
  const lines = formatDiagnostics([found('warning', 1), found('warning', 2), found('error', 3), found('info', 4)], 2);
  expect(lines.map(uncoloured)).toEqual([
    'error a.md:3:1 Wrong. broken-link',
    '  Mend it.',
    'warning a.md:1:1 Wrong. broken-link',
    '  Mend it.',
    '… and 1 more of broken-link',
  ]);
});

test('a finding that stands for many places is always shown', () => {
  const lines = formatDiagnostics(
    [1, 2, 3].map((line) => ({ ...found('warning', line), places: 40 })),
    1,
  );
  expect(lines.map(uncoloured).filter((line) => line.startsWith('warning'))).toHaveLength(3);
  expect(lines.map(uncoloured).filter((line) => line.startsWith('…'))).toEqual([]);
});

test('the list leaves nothing out', () => {
  expect(listDiagnostics([found('info', 1), found('error', 2)])).toBe(
    'a.md:1:1: info: Wrong. [broken-link]\na.md:2:1: error: Wrong. [broken-link]\n',
  );
});

test('what was left out is told by reason, with the first of each', () => {
  const leftOut = [
    { count: 3, message: 'Files in .po are not read.', first: 'po/fr.po' },
    { count: 2, message: 'B.', first: 'b.md' },
    { count: 1, message: 'C.', first: 'c.md' },
  ];
  expect(formatLeftOut(leftOut, 1).map(uncoloured)).toEqual([
    'Left out:',
    '  3 × Files in .po are not read. First: po/fr.po',
    '  … and 3 more for 2 other reasons',
  ]);
  expect(formatLeftOut(leftOut, 2).map(uncoloured).at(-1)).toBe('  … and 1 more for 1 other reason');
  expect(formatLeftOut([])).toEqual([]);
  expect(listLeftOut(leftOut).split('\n')[0]).toBe('po/fr.po: left out, 3 ×: Files in .po are not read.');
});

test.each([
  [[], ''],
  [[found('error', 1)], '1 error'],
  [[found('warning', 1), found('warning', 2), found('info', 3)], '2 warnings, 1 remark'],
])('counts', (diagnostics, text) => {
  expect(countDiagnostics(diagnostics)).toBe(text);
});

test('one is counted in the singular', () => {
  expect([counted(1, 'page'), counted(2, 'page'), counted(0, 'index', 'indexes')]).toEqual([
    '1 page',
    '2 pages',
    '0 indexes',
  ]);
});
