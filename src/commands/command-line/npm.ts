/**
 * What npm does to a command line on its way here. It keeps every option that stands before `--` to itself, whether it knows it or not,
 * and tells of it in the environment alone; and it runs commands in the project's folder, wherever they were typed.
 */
import { basename, resolve } from 'node:path';
import type { Command, Option } from './command.ts';

/** How this program was started. */
export interface Start {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Path of the file that Node runs. */
  readonly program: string;
  /** The working directory. */
  readonly folder: string;
}

function thisStart(): Start {
  return { environment: process.env, program: process.argv[1] ?? '', folder: process.cwd() };
}

/** Whether npm has started this very program, and not one that has started it. */
function isRunByNpm({ environment, program }: Start): boolean {
  const words = environment['npm_lifecycle_script']?.split(/[\s"']+/) ?? [];
  return program !== '' && words.some((word) => basename(word) === basename(program));
}

/** An absolute path: a relative one belongs to the folder in which the command was typed. */
export function typedPath(text: string, start = thisStart()): string {
  const typedIn = isRunByNpm(start) ? start.environment['INIT_CWD'] : undefined;
  return resolve(start.folder, typedIn ?? '', text);
}

/**
 * The options of a command that npm has kept to itself, as they are to be typed: `--base=/help/`. Where npm did not keep the value
 * either, what it is called in the help stands in its place.
 *
 * `--format` is not among them: npm takes it for the beginning of an option of its own, and gives its value on as an argument.
 *
 * @param words what has arrived
 */
export function keptByNpm(
  { options }: Pick<Command, 'options'>,
  words: readonly string[],
  start = thisStart(),
): string[] {
  if (!isRunByNpm(start)) return [];
  return Object.entries(options).flatMap(([name, option]) => {
    if (words.some((word) => word === `--${name}` || word.startsWith(`--${name}=`))) return [];
    // npm reads `--no-diff` as a `diff` that is off.
    const isNegative = name.startsWith('no-');
    const key = (isNegative ? name.slice('no-'.length) : name).replaceAll('-', '_');
    const value = start.environment[`npm_config_${key}`];
    if (value === undefined) return [];
    if (option.type === 'boolean') return isNegative || !/^(?:false)?$/.test(value) ? [`--${name}`] : [];
    return value.split('\n\n').map((text) => asTyped(name, option, text));
  });
}

/** npm gives `true` to an option without `=`, and reads what follows as an argument. */
function asTyped(name: string, { value = 'VALUE' }: Option, text: string): string {
  if (text === 'true' || text === '') return `--${name} ${value}`;
  return /^[\w./:@,=~-]+$/.test(text) ? `--${name}=${text}` : `--${name}="${text}"`;
}
