import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { errorLines } from '../../src/commands/command-line/run.ts';
import { CommandError } from '../../src/core/errors.ts';
import { lineOf } from '../../src/report/output.ts';
import { color, fileLine, styled, type Text, workflowCommand } from '../../src/report/styled.ts';

test.each<[what: string, text: Text, line: string]>([
  ['a string', 'a\u001B[2J\nb', String.raw`a\x1b[2J\nb`],
  ['parts of a line', styled`${'a\n'} ${fileLine('\tb\r')} ${3}`, `a\\n \tb\\r 3`],
  ['parts of parts', styled`${styled`${'\u001B'}`}`, String.raw`\x1b`],
  ['a command of GitHub Actions', '::error::x', String.raw`\x3a:error::x`],
  ['one behind blanks', ' \u00A0\u3000::set-output name=a::b', ` \u00A0\u3000\\x3a:set-output name=a::b`],
  ['one in a part', styled`  ${'::warning::x'}`, String.raw`  \x3a:warning::x`],
  ['one in a line of a diff', fileLine('\t::add-mask::x'), `\t\\x3a:add-mask::x`],
  ['one that is made of parts', styled`${'#'}${'#[error]x'}`, String.raw`#\x23[error]x`],
  ['a section of GitLab', 'section_start:1:x', String.raw`\x73ection_start:1:x`],
  ['colons that are no command', '::: moniker range="x"', '::: moniker range="x"'],
  ['colons later in a line', 'a ::error::b', 'a ::error::b'],
])('%s', (_what, text, line) => {
  expect(lineOf(text)).toBe(line);
});

test('a colour of our own does not hide a command', () => {
  expect(lineOf(color.red('::error::x'))).not.toMatch(/^(?:\u001B\[\d+m)*::/);
});

test.each([
  [
    'file',
    { file: 'a\n::error::b,c:d\r%.md', line: 1 },
    'x',
    '::error file=a%0A%3A%3Aerror%3A%3Ab%2Cc%3Ad%0D%25.md,line=1::x',
  ],
  [
    'message',
    { line: 1 },
    'a\n::b\r%\u001B[2J\u202E##[c]',
    String.raw`::error line=1::a%0A::b%0D%25\x1b[2J\u202e#\x23[c]`,
  ],
])('a workflow command cannot be forged by its %s', (_what, properties, message, line) => {
  expect(lineOf(workflowCommand('error', properties, message))).toBe(line);
});

test('an error says more than one line only indented', () => {
  expect(errorLines(new CommandError('Wrong.\n::error::x\n  y')).map(lineOf)).toEqual([
    'Wrong.',
    String.raw`  \x3a:error::x`,
    '  y',
  ]);
});

test('a protocol has standard output for itself', () => {
  const module = pathToFileURL(join(import.meta.dirname, '../../src/report/output.ts')).href;
  const program = `
    import { protocolOutput } from ${JSON.stringify(module)};
    const output = protocolOutput();
    console.log('a package says something');
    output.write(JSON.stringify({ a: '\\u202E\\u0085##[error]' }) + '\\n');
    output.write('{}\\n');`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('a package says something\n');
  expect(stdout).toBe('{"a":"\\u202e\\u0085#\\u0023[error]"}\n{}\n');
});
