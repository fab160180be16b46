import { Option } from '@commander-js/extra-typings';
import { expect, test } from 'vitest';
import { collect, localeTag, localeTags, wholeNumber } from '../../../src/commands/command-line/option-kinds.ts';
import { parse, programNamed } from '../../../src/commands/command-line/run.ts';
import { UsageError } from '../../../src/core/errors.ts';

/** What the action of a command gets, or the error of a wrong line. */
async function read(...words: string[]): Promise<unknown> {
  let got: unknown;
  const command = programNamed('build')
    .argument('[FILE]')
    .addOption(new Option('--content <DIR>').argParser(collect))
    .addOption(new Option('--port <N>').argParser(wholeNumber({ most: 65_535 })))
    .addOption(new Option('--limit <N>').argParser(wholeNumber({ least: 1 })).default(5))
    .addOption(new Option('--format <FORMAT>').choices(['json', 'csv']))
    .addOption(new Option('--lang <TAG>').argParser(localeTag))
    .addOption(new Option('--locale <TAG>').argParser(localeTags))
    .option('--out <DIR>')
    .option('--dry-run')
    .option('--no-diff')
    .action((file, options) => {
      got = { ...(file === undefined ? {} : { file }), ...options };
    });
  await parse(command, words);
  return got;
}

test.each<[line: string, options: Readonly<Record<string, unknown>>]>([
  ['', {}],
  ['--content a --content=b x', { content: ['a', 'b'], file: 'x' }],
  ['--dry-run --no-diff', { dryRun: true, diff: false }],
  ['--out a --out b', { out: 'b' }],
  ['--out=--force', { out: '--force' }],
  ['--out=', { out: '' }],
  ['-- --out', { file: '--out' }],
  ['--port 0', { port: 0 }],
  ['--port 007', { port: 7 }],
  ['--port 65535', { port: 65_535 }],
  ['--format csv', { format: 'csv' }],
  ['--lang FR-fr', { lang: 'fr-FR' }],
  ['--locale FR-fr,nl-NL --locale de', { locale: ['fr-FR', 'nl-NL', 'de'] }],
])('`%s` is read', async (line, options) => {
  expect(await read(...line.split(' ').filter(Boolean))).toEqual({ limit: 5, diff: true, ...options });
});

test.each([
  [['--prot', '1'], "Unknown option '--prot'\n(Did you mean --port?)"],
  [['--dryrun'], '(Did you mean --dry-run?)'],
  [['--dry-run=yes'], "Unknown option '--dry-run=yes'"],
  [['-c'], "Unknown option '-c'."],
  [['--port'], "Option '--port <N>' argument missing."],
  [['--port', '-1'], "Option '--port <N>' argument missing. A value that begins with `-` is written --port=VALUE."],
  [
    ['--out', '--dry-run'],
    "Option '--out <DIR>' argument missing. A value that begins with `-` is written --out=VALUE.",
  ],
  [['--format', 'xml'], "Option '--format <FORMAT>' argument 'xml' is invalid. Allowed choices are json, csv."],
  [['--lang', 'klingon'], 'Unknown locale `klingon`, expected a tag such as `fr-FR`.'],
  [['--locale', 'fr-FR,klingon'], 'Unknown locale `klingon`, expected a tag such as `fr-FR`.'],
  [['a', 'b'], 'Options go after `--`, each value after its option: npm run build -- [options] [FILE]'],
  [['--limit', '0'], 'Expected a whole number from 1 on.'],
  [['--limit', '9'.repeat(400)], 'Expected a whole number from 1 on.'],
  ...['', 'abc', '-1', '1.5', '1e3', '0x10', ' 1', 'Infinity', '65536', '１'].map((text): [string[], string] => [
    [`--port=${text}`],
    `Option '--port <N>' argument '${text}' is invalid. Expected a whole number from 0 to 65535.`,
  ]),
])('%j is wrong usage', async (words, message) => {
  const error = await read(...words).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UsageError);
  expect(String(error)).toContain(message);
});
