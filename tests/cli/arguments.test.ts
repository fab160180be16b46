import { expect, test } from 'vitest';
import { type Command, helpText, parseCommandLine, UsageError } from '../../src/cli/arguments.ts';

const command: Command = {
  name: 'npm run build',
  summary: 'Builds.',
  options: {
    content: { type: 'string', multiple: true, value: 'DIR', describe: 'Directory.' },
    force: { type: 'boolean', describe: 'Anew.' },
  },
};

test('options are read', () => {
  const args = parseCommandLine(command, ['--content', 'a', '--content=b', '--force']);
  expect(args.strings('content')).toEqual(['a', 'b']);
  expect(args.string('content')).toBe('b');
  expect(args.flag('force')).toBe(true);
});

test('options that are not given are absent', () => {
  const args = parseCommandLine(command, []);
  expect([args.strings('content'), args.string('content'), args.flag('force')]).toEqual([[], undefined, false]);
});

test.each([
  ['an unknown option', ['--bogus']],
  ['a value that is missing', ['--content']],
  ['a value too many', ['--force=yes']],
  ['an operand', ['DIR']],
])('wrong usage: %s', (_what, words) => {
  expect(() => parseCommandLine(command, words)).toThrow(UsageError);
});

test('the help names every option', () => {
  expect(helpText(command)).toBe(
    'Builds.\n\nUsage: npm run build -- [options]\n\n' +
      '  --content DIR  Directory.\n  --force        Anew.\n  --help         Show this help.\n',
  );
});
