import { expect, test } from 'vitest';
import { helpText, parseCommandLine } from '../../../src/commands/command-line/run.ts';
import { localeTags, oneOf, wholeNumber } from '../../../src/commands/command-line/option-kinds.ts';
import type { Command } from '../../../src/commands/command-line/command.ts';
import { UsageError } from '../../../src/core/errors.ts';

const command: Command = {
  name: 'npm run build',
  summary: 'Builds.',
  options: {
    content: { type: 'string', multiple: true, value: 'DIR', describe: 'Directory.' },
    port: { type: 'string', value: 'N', describe: 'Port.' },
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
  ['--bogus', 'Unknown option `--bogus`, expected one of: --content, --port, --force, --help.'],
  ['--bogus=x', 'Unknown option `--bogus`, expected one of: --content, --port, --force, --help.'],
  ['-c', 'Unknown option `-c`, expected one of: --content, --port, --force, --help.'],
  ['--port', 'Option `--port` lacks its value: --port N. One that begins with `-` is written --port=VALUE.'],
  ['--port -1', 'Option `--port` lacks its value: --port N. One that begins with `-` is written --port=VALUE.'],
  ['--force=yes', 'Option `--force` takes no value.'],
])('what is wrong is said in words of our own: %s', (line, message) => {
  expect(() => parseCommandLine(command, line.split(' '))).toThrow(new UsageError(message));
});

test.each([
  ['an unknown option', ['--bogus']],
  ['a value that is missing', ['--content']],
  ['a value too many', ['--force=yes']],
  ['an operand', ['DIR']],
])('wrong usage: %s', (_what, words) => {
  expect(() => parseCommandLine(command, words)).toThrow(UsageError);
});

test.each([
  [[], 4321],
  [['--port', '0'], 0],
  [['--port', '007'], 7],
  [['--port', '65535'], 65535],
])('a whole number: %j', (words, number) => {
  expect(wholeNumber(parseCommandLine(command, words), 'port', { otherwise: 4321, most: 65535 })).toBe(number);
});

test.each(['', 'abc', '-1', '1.5', '1e3', '0x10', ' 1', 'Infinity', '65536'])('no whole number: `%s`', (text) => {
  const args = parseCommandLine(command, [`--port=${text}`]);
  expect(() => wholeNumber(args, 'port', { otherwise: 4321, most: 65535 })).toThrow(
    `Wrong --port \`${text}\`, expected a whole number from 0 to 65535.`,
  );
});

test.each(['0', '9'.repeat(400)])('no whole number from 1 on: `%s`', (text) => {
  const args = parseCommandLine(command, ['--port', text]);
  expect(() => wholeNumber(args, 'port', { otherwise: 1, least: 1 })).toThrow('expected a whole number from 1 on.');
});

test('one of several words', () => {
  const args = parseCommandLine(command, ['--content', 'csv']);
  expect(oneOf(args, 'content', ['json', 'csv'])).toBe('csv');
  expect(oneOf(args, 'port', ['json', 'csv'])).toBeUndefined();
  expect(() => oneOf(args, 'content', ['json', 'xml'])).toThrow('Unknown --content `csv`, expected one of json, xml.');
});

test('locales, with commas and without', () => {
  const args = parseCommandLine(command, ['--content', 'FR-fr, nl-NL', '--content', 'de', '--port', 'fr-FR,klingon']);
  expect(localeTags(args, 'content')).toEqual(['fr-FR', 'nl-NL', 'de']);
  expect(localeTags(parseCommandLine(command, []), 'content')).toEqual([]);
  expect(() => localeTags(args, 'port')).toThrow('Unknown locale `klingon` in --port, expected tags such as `fr-FR`.');
});

test('the help names every option', () => {
  expect(helpText(command)).toBe(
    'Builds.\n\nUsage: npm run build -- [options]\n\n' +
      '  --content DIR  Directory.\n  --port N       Port.\n  --force        Anew.\n  --help         Show this help.\n',
  );
});
