/** What a command prints for other programs: to standard output, or to a file of its own. */
import { statSync, writeFileSync } from 'node:fs';
import { Option } from '@commander-js/extra-typings';
import { writeAtomic } from '../../disk/atomic-files.ts';
import { UsageError } from '../../core/errors.ts';
import { typedPath } from './npm.ts';
import { plainLine, stderr, stdout } from '../../report/output.ts';
import type { Text } from '../../report/styled.ts';

export const resultOption = new Option(
  '--out <FILE>',
  'File to write to. Default: standard output, where npm adds lines of its own unless it runs with `--silent`.',
);

/** Writes the lines to the file that `--out` names, whole or not at all and without colours; without one, to standard output. */
export function writeResult(named: string | undefined, lines: Iterable<Text>): void {
  if (named === undefined) {
    stdout.lines(lines);
    return;
  }
  const file = typedPath(named);
  const found = statSync(file, { throwIfNoEntry: false });
  if (named.trim() === '' || found?.isDirectory() === true)
    throw new UsageError(`Wrong --out \`${named}\`, expected a file, found a directory.`);
  let text = '';
  for (const line of lines) text += `${plainLine(line)}\n`;
  // A pipe or a device stays what it is.
  if (found?.isFile() === false) writeFileSync(file, text);
  else writeAtomic(file, text);
  stderr.line(`Written to ${file}.`);
}

/** The lines of a text of the command's own making. */
export function linesOf(text: string): string[] {
  return text.replace(/\n$/, '').split('\n');
}
