/** Command lines: what an option is, how it is described, and what happens when it is wrong. */
import { parseArgs } from 'node:util';
import { fileErrorText } from '../../disk/file-errors.ts';
import { CommandError, UsageError } from '../../core/errors.ts';
import type { Arguments, Command, Option } from './command.ts';
import { keptByNpm } from './npm.ts';
import { indented, stderr, stdout } from '../../report/output.ts';

export function parseCommandLine(command: Command, words: readonly string[]): Arguments {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, { type, multiple }]) => [name, { type, multiple: multiple ?? false }]),
  );
  let parsed: { values: Record<string, unknown>; positionals: string[] };
  try {
    parsed = parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(parseProblem(error, command));
  }
  const { values, positionals } = parsed;
  const [unexpected] = command.operands === undefined ? positionals : [];
  if (unexpected !== undefined)
    throw new UsageError(
      `Unexpected argument \`${unexpected}\`. Options stand behind \`--\`, each value behind its option: ${usage(command)}`,
    );
  const strings = (name: string): string[] => {
    const value = values[name];
    return (Array.isArray(value) ? value : [value]).filter((item): item is string => typeof item === 'string');
  };
  return {
    string: (name) => strings(name).at(-1),
    strings,
    flag: (name) => values[name] === true,
    operands: positionals,
  };
}

/** What is wrong with a command line, in the words of this project and not of Node. */
function parseProblem(error: unknown, { options }: Command): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? error.code : undefined;
  const name = /--([\w-]+)/.exec(error.message)?.[1] ?? '';
  const option = options[name];
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE' && option !== undefined)
    return option.type === 'boolean'
      ? `Option \`--${name}\` takes no value.`
      : `Option \`--${name}\` lacks its value: --${name} ${option.value ?? 'VALUE'}. One that begins with \`-\` is written --${name}=VALUE.`;
  const word = /'(-[^']*)'/.exec(error.message)?.[1];
  if (code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION' || word === undefined) return error.message;
  const known = Object.keys(options).map((each) => `--${each}`);
  return `Unknown option \`${word}\`, expected one of: ${[...known, '--help'].join(', ')}.`;
}

export function helpText(command: Command): string {
  const help: Option = { type: 'boolean', describe: 'Show this help.' };
  const rows = Object.entries({ ...command.options, help }).map(([option, { value, describe }]) => {
    return [`  --${option}${value === undefined ? '' : ` ${value}`}`, describe] as const;
  });
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  const lines = rows.map(([left, right]) => left.padEnd(width) + right);
  return [command.summary, '', `Usage: ${usage(command)}`, '', ...lines, ''].join('\n');
}

function usage({ name, operands }: Command): string {
  return [name, '--', '[options]', ...(operands === undefined ? [] : [operands])].join(' ');
}

/** Without the options that npm has kept, a command does something else than was meant. */
function refuseKept({ name, operands }: Command, kept: readonly string[]): void {
  if (kept.length === 0) return;
  const line = [name, '--', ...kept, ...(operands === undefined ? [] : [operands])].join(' ');
  throw new UsageError(`Options that stand before \`--\` go to npm, so nothing was done. Write: ${line}`);
}

/**
 * Runs a command: help where it is asked for, errors as messages, exit codes 0 good, 1 problems or failure, 2 wrong usage.
 *
 * @param run gives the exit code
 */
export async function runCommand(command: Command, run: (args: Arguments) => Promise<number>): Promise<void> {
  const words = process.argv.slice(2);
  // A reader such as `head` that has seen enough is no failure.
  stdout.onClosed(() => process.exit(0));
  // Node would write the message as it is.
  process.once('uncaughtException', (error) => {
    stderr.lines(errorLines(error));
    process.exit(1);
  });
  if (words.includes('--help') || words.includes('-h')) {
    stdout.text(helpText(command));
    return;
  }
  try {
    refuseKept(command, keptByNpm(command, words));
    process.exitCode = await run(parseCommandLine(command, words));
  } catch (error) {
    stderr.lines(errorLines(error));
    if (error instanceof UsageError) stderr.line(`See \`${command.name} -- --help\`.`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}

/** What is said of an error: its message where that is all there is to say, else where it came from. */
export function errorLines(error: unknown): string[] {
  if (!(error instanceof Error)) return indented(String(error));
  const { message, stack = message } = error;
  if (error instanceof UsageError || error instanceof CommandError) return indented(message);
  const ofFiles = fileErrorText(error);
  return indented(ofFiles === undefined ? stack : `${ofFiles}.`);
}
