/**
 * What npm does to a command line on its way here. It keeps every option that stands before `--` to itself, whether it knows it or not,
 * and tells of it in the environment alone; and it runs commands in the project's folder, wherever they were typed.
 */
import { basename, resolve } from 'node:path';

/** An option as Commander has it. */
export interface KnownOption {
  /** `--dry-run`. */
  readonly long?: string | null | undefined;
  /** As it is declared, with what its value is called: `--base <PATH>`. */
  readonly flags: string;
}

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
export function keptByNpm(options: readonly KnownOption[], words: readonly string[], start = thisStart()): string[] {
  if (!isRunByNpm(start)) return [];
  return options.flatMap(({ long, flags }) => {
    if (typeof long !== 'string' || words.some((word) => word === long || word.startsWith(`${long}=`))) return [];
    // npm reads `--no-diff` as a `diff` that is off.
    const isNegative = long.startsWith('--no-');
    const key = long.slice(isNegative ? '--no-'.length : '--'.length).replaceAll('-', '_');
    const value = start.environment[`npm_config_${key}`];
    if (value === undefined) return [];
    const [, placeholder] = /<([^<>]+)>/.exec(flags) ?? [];
    if (placeholder === undefined) return isNegative || !/^(?:false)?$/.test(value) ? [long] : [];
    return value.split('\n\n').map((text) => asTyped(long, placeholder, text));
  });
}

/** npm gives `true` to an option without `=`, and reads what follows as an argument. */
function asTyped(long: string, placeholder: string, text: string): string {
  if (text === 'true' || text === '') return `${long} ${placeholder}`;
  return /^[\w./:@,=~-]+$/.test(text) ? `${long}=${text}` : `${long}="${text}"`;
}
