/** Runs Git. Nothing else in this project does. */
import { execFile } from 'node:child_process';
import { devNull, tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { CommandError } from '../core/errors.ts';

/** A run of Git that failed. */
export class GitFailure extends Error {
  /** Undefined where Git did not end by itself. */
  readonly code: number | undefined;
  /** What Git said, without its control characters. */
  readonly said: string;

  constructor(said: string, code: number | undefined) {
    super(said);
    this.said = said;
    this.code = code;
  }
}

/** Long enough for any history; Git waits for ever on some damaged repositories. Milliseconds. */
const patience = 120_000;

/** Longest output, in bytes. */
const longest = 1 << 28;

/**
 * Second walls. The first: Git sees no settings of a repository (`mirror.ts`), no network is used, and no verb is run that reads
 * working files, so that no filter is asked for.
 */
const settings = {
  'core.fsmonitor': 'false',
  'core.hooksPath': devNull,
  'core.untrackedCache': 'false',
  'protocol.allow': 'never',
  'safe.bareRepository': 'explicit',
};

const options = [
  '--no-pager',
  '--literal-pathspecs',
  ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
];

const environment = {
  // What is missing in a partial clone stays missing; Git before 2.44 does not know the first of these.
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_ATTR_NOSYSTEM: '1',
  // Messages are looked into.
  LC_ALL: 'C',
  // Windows looks for programs in the current folder first.
  NoDefaultCurrentDirectoryInExePath: '1',
};

/**
 * What Git writes to standard output. Throws `GitFailure`, or a `CommandError` where there is no Git.
 *
 * @param folder where Git is started; never among articles, because Windows looks for programs there first
 * @param places variables that say where the repository is, so that Git never looks for one
 */
export function runGit(
  words: readonly string[],
  folder: string = tmpdir(),
  places: Readonly<Record<string, string>> = { GIT_DIR: devNull },
): Promise<Buffer> {
  // A hook, or a Git that runs us, has variables set that name another repository or other settings.
  const inherited = Object.entries(process.env).filter(([name]) => !/^GIT_/i.test(name) || name === 'GIT_EXEC_PATH');
  const env = { ...Object.fromEntries(inherited), ...environment, GIT_CEILING_DIRECTORIES: dirname(folder), ...places };
  return new Promise((done, fail) => {
    const child = execFile(
      'git',
      [...options, ...words],
      { cwd: folder, env, encoding: 'buffer', maxBuffer: longest, timeout: patience, windowsHide: true },
      (error, out, said) => {
        if (!error) done(out);
        else if (error.code === 'ENOENT')
          fail(
            new CommandError('Git was not found. Install it, or leave out what compares with a revision.', {
              cause: error,
            }),
          );
        else
          fail(
            new GitFailure(
              saidIn(said.toString('utf8')) || `it ended with ${child.exitCode ?? error.signal ?? 'no answer'}`,
              child.exitCode ?? undefined,
            ),
          );
      },
    );
    child.stdin?.end();
  });
}

/** The first line that says what went wrong. */
function saidIn(text: string): string {
  const lines = text.split('\n').map((line) => line.replace(/\p{Cc}+/gu, ' ').trim());
  const line = lines.find((each) => /^(?:fatal|error): /.test(each)) ?? lines[0] ?? '';
  return line.replace(/^(?:fatal|error): /, '');
}
