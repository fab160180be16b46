/** The commands of the program, as they are declared. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commands, programFor } from '../../src/commands/program.ts';

const project = join(import.meta.dirname, '../..');

function languedocs(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['scripts/languedocs.ts', ...words],
      { cwd: project },
      (_error, out, err) => {
        resolve({ code: child.exitCode ?? -1, out, err });
      },
    );
  });
}

test.each(Object.keys(commands))('the help of %s names its options and where they go', async (name) => {
  const { command } = await programFor([name]);
  const help = command.helpInformation();
  expect(help).toMatch(new RegExp(`^Usage: npm run ${name} -- \\[options\\]`));
  for (const { long, description } of command.options) {
    expect(help).toContain(`  ${long ?? ''}`);
    expect(description).toMatch(/^[A-Z].*\.$/s);
  }
});

test('every command has a script of its name in package.json', () => {
  const { scripts } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const lines = Object.keys(commands).map((name) => [name, `node scripts/run.cjs scripts/languedocs.ts ${name}`]);
  expect(scripts).toMatchObject(Object.fromEntries(lines));
});

test('the program lists its commands, and loads none of them', async () => {
  const { code, out, err } = await languedocs('--help');
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('Usage: npm run COMMAND -- [options]');
  for (const name of Object.keys(commands)) expect(out).toMatch(new RegExp(`^  ${name} `, 'm'));
});

test.each([
  [
    'a name that is nearly one',
    ['buidl'],
    "Unknown command 'buidl'\n  (Did you mean build?)\nSee `npm run languedocs -- --help`.\n",
  ],
  ['an option of no command', ['--out', 'x'], "Unknown option '--out'.\nSee `npm run languedocs -- --help`.\n"],
  ['nothing', [], 'Usage: npm run COMMAND -- [options]'],
])('%s is wrong usage', async (_what, words, message) => {
  const { code, out, err } = await languedocs(...words);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(message);
});
