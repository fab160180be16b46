import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Option } from '@commander-js/extra-typings';
import { keptByNpm, type Start, typedPath } from '../../../src/commands/command-line/npm.ts';

const options = ['--content <DIR>', '--base <PATH>', '--max-warnings <N>', '--force', '--dry-run', '--no-diff'].map(
  (flags) => new Option(flags),
);

/** What npm 11 starts a command with. */
function startWith(environment: Start['environment'], program = '/help/scripts/languedocs.ts'): Start {
  const npm = { npm_lifecycle_script: 'node scripts/run.cjs scripts/languedocs.ts build', INIT_CWD: '/help/content' };
  return { environment: { ...npm, ...environment }, program, folder: '/help' };
}

describe('options that npm has kept', () => {
  test.each([
    [{ npm_config_base: '/help/', npm_config_force: 'true' }, ['--base=/help/', '--force']],
    [{ npm_config_content: 'true' }, ['--content DIR']],
    [{ npm_config_content: '' }, ['--content DIR']],
    [{ npm_config_content: 'a\n\nb c' }, ['--content=a', '--content="b c"']],
    [{ npm_config_max_warnings: '3' }, ['--max-warnings=3']],
    [{ npm_config_dry_run: 'true' }, ['--dry-run']],
    [{ npm_config_diff: 'false' }, ['--no-diff']],
    [{ npm_config_diff: '' }, ['--no-diff']],
  ])('%j', (environment, kept) => {
    expect(keptByNpm(options, [], startWith(environment))).toEqual(kept);
  });

  test.each([
    ['settings of npm itself', { npm_config_loglevel: 'error', npm_config_force: '', npm_config_dry_run: 'false' }, []],
    ['an option that has arrived', { npm_config_force: 'true', npm_config_base: '/a/' }, ['--force', '--base=/a/']],
  ])('none: %s', (_what, environment, words) => {
    expect(keptByNpm(options, words, startWith(environment))).toEqual([]);
  });

  test('none of a command that another one runs', () => {
    const start = startWith({ npm_config_force: 'true' }, '/help/scripts/extract.ts');
    expect(keptByNpm(options, [], start)).toEqual([]);
  });

  test('none without npm', () => {
    expect(keptByNpm(options, [], { ...startWith({}), environment: { npm_config_force: 'true' } })).toEqual([]);
  });
});

describe('a path that was typed', () => {
  test.each([
    ['below the folder in which npm was started', startWith({}), '../x', '/help/x'],
    ['absolute', startWith({}), '/x', '/x'],
    ['under another name of the command', startWith({ npm_lifecycle_event: 'docs' }), 'x', '/help/content/x'],
    ['of a command that another one runs', startWith({}, '/help/scripts/extract.ts'), 'x', '/help/x'],
    ['without npm', { ...startWith({}), environment: { INIT_CWD: '/elsewhere' } }, 'x', '/help/x'],
  ])('%s', (_what, start, text, path) => {
    expect(typedPath(text, start)).toBe(path);
  });
});

describe('with the npm that is here', () => {
  const project = join(import.meta.dirname, '../../..');
  const npm = (...words: string[]): Promise<{ code: number; out: string; err: string }> =>
    new Promise((resolve) => {
      const options = { cwd: join(project, 'src'), shell: process.platform === 'win32' };
      const child = execFile('npm', words, options, (_error, out, err) => {
        resolve({ code: child.exitCode ?? -1, out, err });
      });
    });

  test.each([
    [['--base=/help/', '--format=nginx'], 'Write: npm run headers -- --base=/help/'],
    [
      ['--format=nginx'],
      "Too many arguments for 'headers'. Expected 0 arguments but got 1: nginx. Options go after `--`",
    ],
    [
      ['--format', 'nginx'],
      "Too many arguments for 'headers'. Expected 0 arguments but got 1: nginx. Options go after `--`",
    ],
  ])('npm run headers %j is refused', async (words, message) => {
    const { code, err } = await npm('run', 'headers', ...words);
    expect(err).toContain(message);
    expect(code).toBe(2);
  });

  test('a file is found where the person stands', async () => {
    const { code, err } = await npm('run', 'find', '--', '--lang', 'fr-FR', '--site', 'README.md');
    expect(err).toContain(`${join(project, 'src', 'README.md')} is a file, expected a directory.`);
    expect(code).toBe(2);
  });
});
