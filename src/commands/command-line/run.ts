/** Command lines: what all programs share, and what happens when a line is wrong. Commander reads them. */
import { Command, CommanderError, type CommandUnknownOpts } from '@commander-js/extra-typings';
import { CommandError, UsageError } from '../../core/errors.ts';
import { fileErrorText } from '../../disk/file-errors.ts';
import { indented, stderr, stdout } from '../../report/output.ts';
import { keptByNpm } from './npm.ts';

/** A program with neither options nor commands yet. `name` is that of its script in package.json. */
export function programNamed(name: string): Command {
  return new Command(name)
    .helpOption('-h, --help', 'Show this help.')
    .helpCommand(false)
    .exitOverride()
    .configureHelp({ commandUsage: usage })
    .configureOutput({
      writeOut: (text) => stdout.text(text),
      writeErr: (text) => stderr.text(text),
      // `runProgram` writes errors.
      outputError: () => undefined,
    });
}

function usage(command: CommandUnknownOpts): string {
  return command.commands.length > 0
    ? 'npm run COMMAND -- [options]'
    : `npm run ${command.name()} -- ${command.usage()}`;
}

/**
 * Runs a program: help where it is asked for, errors as messages, exit codes 0 good, 1 problems or failure, 2 wrong usage.
 *
 * @param command the command of the program that the words name
 */
export async function runProgram(
  program: CommandUnknownOpts,
  words: readonly string[] = process.argv.slice(2),
  command = program,
): Promise<void> {
  // A reader such as `head` that has seen enough is no failure.
  stdout.onClosed(() => process.exit(0));
  // Node would write the message as it is.
  process.once('uncaughtException', (error) => {
    stderr.lines(errorLines(error));
    process.exit(1);
  });
  try {
    await parse(program, words, command);
  } catch (error) {
    stderr.lines(errorLines(error));
    if (error instanceof UsageError) stderr.line(`See \`npm run ${command.name()} -- --help\`.`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}

/** Reads the words and does what they say. Throws a UsageError where they are wrong, and what the command throws. */
export async function parse(program: CommandUnknownOpts, words: readonly string[], command = program): Promise<void> {
  if (!words.includes('--help') && !words.includes('-h')) {
    refuseKept(command, keptByNpm(command.options, words));
    refuseOptionsAsValues(command, words);
  }
  try {
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help that was asked for is no error; help in the place of a command is all there is to say.
    if (error.code === 'commander.help') process.exitCode = 2;
    else if (error.exitCode !== 0) throw new UsageError(wrongUsage(error, command), { cause: error });
  }
}

function wrongUsage({ code, message }: CommanderError, command: CommandUnknownOpts): string {
  const text = message.replace(/^error: /, '').replace(/^./, (first) => first.toUpperCase());
  const sentence = /[.)]$/.test(text) ? text : `${text}.`;
  return code === 'commander.excessArguments'
    ? `${sentence} Options go after \`--\`, each value after its option: ${usage(command)}`
    : sentence;
}

/** Without the options that npm has kept, a command does something else than was meant. */
function refuseKept(command: CommandUnknownOpts, kept: readonly string[]): void {
  if (kept.length === 0) return;
  const line = `npm run ${command.name()} -- ${command.usage().replace('[options]', kept.join(' '))}`;
  throw new UsageError(`Options before \`--\` go to npm, so nothing was done. Write: ${line}`);
}

/** Commander takes the next word for the value, whatever it is: a site would be built into a folder called `--force`. */
function refuseOptionsAsValues({ options }: CommandUnknownOpts, words: readonly string[]): void {
  const end = words.indexOf('--');
  const before = end === -1 ? words : words.slice(0, end);
  for (const [at, word] of before.entries()) {
    const option = options.find(({ long }) => long === word);
    if (option?.required === true && words[at + 1]?.startsWith('-') === true)
      throw new UsageError(
        `Option '${option.flags}' argument missing. A value that begins with \`-\` is written ${word}=VALUE.`,
      );
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
