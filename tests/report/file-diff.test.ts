import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unifiedDiff } from '../../src/report/file-diff.ts';
import { folderOf, needsGit } from '../support.ts';

const lines = (count: number) => Array.from({ length: count }, (_, index) => `line ${index}\n`).join('');

test.for([
  ['one line', lines(9), lines(9).replace('line 4', 'other')],
  ['the first and the last line', lines(20), lines(20).replace('line 0', 'a').replace('line 19', 'b')],
  ['two lines near each other', lines(9), lines(9).replace('line 3', 'a').replace('line 7', 'b')],
  ['no line end at the end', 'a\nb', 'a\nc'],
  ['a line more', 'a\nb\nc\n', 'a\nx\nb\nc\n'],
  ['a line less', 'a\nb\nc\n', 'a\nc\n'],
  ['a line more at both ends', lines(24), `first\n${lines(24)}last\n`],
  [
    'a line more and others changed',
    lines(30),
    lines(30).replace('line 3\n', 'line 3\nmore\n').replace('line 20', 'other'),
  ],
  ['a line end that came', 'a\nb', 'a\nb\n'],
  ['a line end that went', 'a\nb\n', 'a\nb'],
  ['a text that came', '', 'a\nb\n'],
  ['a text that went', 'a\nb\n', ''],
] as const)('Git can apply it: %s', ([_what, before, after], context) => {
  needsGit(context);
  const folder = folderOf({ 'a.md': before, 'x.patch': unifiedDiff('a.md', before, after) });
  execFileSync('git', ['apply', 'x.patch'], { cwd: folder });
  expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(after);
});

test('only what differs is shown, with three lines around', () => {
  const diff = unifiedDiff('a.md', lines(24), `first\n${lines(24)}last\n`).split('\n');
  expect(diff.filter((line) => /^[+-](?![+-])/.test(line))).toEqual(['+first', '+last']);
  expect(diff.filter((line) => line.startsWith(' '))).toHaveLength(6);
});

test('equal texts have no difference', () => {
  expect(unifiedDiff('a.md', 'a\n', 'a\n')).toBe('');
});
