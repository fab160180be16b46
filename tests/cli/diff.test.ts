import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unifiedDiff } from '../../src/cli/diff.ts';
import { folderOf, needsGit } from '../support.ts';

const lines = (count: number) => Array.from({ length: count }, (_, index) => `line ${index}\n`).join('');

test.for([
  ['one line', lines(9), lines(9).replace('line 4', 'other')],
  ['the first and the last line', lines(20), lines(20).replace('line 0', 'a').replace('line 19', 'b')],
  ['two lines near each other', lines(9), lines(9).replace('line 3', 'a').replace('line 7', 'b')],
  ['no line end at the end', 'a\nb', 'a\nc'],
  ['a line more', 'a\nb\nc\n', 'a\nx\nb\nc\n'],
  ['a line less', 'a\nb\nc\n', 'a\nc\n'],
] as const)('Git can apply it: %s', ([_what, before, after], context) => {
  needsGit(context);
  const folder = folderOf({ 'a.md': before, 'x.patch': unifiedDiff('a.md', before, after) });
  execFileSync('git', ['apply', 'x.patch'], { cwd: folder });
  expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(after);
});

test('equal texts have no difference', () => {
  expect(unifiedDiff('a.md', 'a\n', 'a\n')).toBe('');
});
