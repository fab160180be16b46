import { expect, test } from 'vitest';
import { endingsBelow, endingsText, isExchangeFormat } from '../../../src/pipeline/files/other-files.ts';
import { folderOf } from '../../support.ts';

test('what is no article and no picture is counted by its ending, most first', () => {
  const folder = folderOf({
    'fr/a.XLF': '',
    'fr/b.xlf': '',
    'de.po': '',
    'a.md': '',
    'a.png': '',
    Makefile: '',
    '.hidden.po': '',
    'node_modules/x.json': '',
  });
  expect(endingsText(endingsBelow([folder]))).toBe('2 .xlf, 1 without an ending, 1 .po');
});

test('a folder that is not there has no files', () => {
  expect(endingsBelow(['/nowhere']).size).toBe(0);
});

test('more than ten endings are not all listed', () => {
  const names = Array.from({ length: 11 }, (_, at) => [`a.x${at}`, ''] as const);
  expect(endingsText(endingsBelow([folderOf(Object.fromEntries(names))]))).toMatch(/^(1 \.x\d+, ){10}others$/);
});

test.each(['xlf', 'xliff', 'sdlxliff', 'po'])('translations come in .%s', (ending) => {
  expect(isExchangeFormat(ending)).toBe(true);
});

test.each(['json', 'csv', 'html', 'md', ''])('.%s may be anything', (ending) => {
  expect(isExchangeFormat(ending)).toBe(false);
});
