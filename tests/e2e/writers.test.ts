/** `npm run check`, `fix` and `status` as they are typed. */
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workFolder } from '../../src/config/work-folder.ts';
import { hasGit, needsGit } from '../support.ts';
import { makeWorkFolder, project, runNode } from './command.ts';

const folder = makeWorkFolder();
const content = join(folder, 'content');
const damaged = join(content, 'fr-FR', 'tax-ids.md');

const run = (command: string, ...words: string[]) =>
  runNode(['scripts/languedocs.ts', command, '--content', content, ...words]);
const git = (...words: string[]) =>
  execFileSync('git', ['-C', content, '-c', 'user.name=t', '-c', 'user.email=t@a.example', ...words]);

/** The JSON lines of an answer, which the progress on the other stream stands beside. */
const findings = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as { rule: string; file: string; fix?: object });

beforeAll(() => {
  cpSync(join(project, 'content'), content, { recursive: true });
  if (!hasGit) return;
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'x');
});
afterAll(() => {
  for (const path of [folder, workFolder({ project, out: content })]) rmSync(path, { recursive: true, force: true });
});

test('check fails on errors, and takes one rule or one locale', async () => {
  const all = await run('check');
  expect([all.code, all.text]).toEqual([1, expect.stringMatching(/split-link +error +1/)]);
  const one = await run('check', '--rule', 'glued-word', '--locale', 'fr-FR', '--format', 'json');
  expect([one.code, findings(one.text).map(({ rule }) => rule)]).toEqual([0, ['glued-word']]);
  const strict = await run('check', '--rule', 'glued-word', '--max-warnings', '1');
  expect(strict.code).toBe(1);
});

// What else is no revision has its rows in `tests/git/hostile.test.ts`.
test('check --since=--output=x is wrong usage', async () => {
  const { code, text } = await run('check', '--since=--output=x');
  expect([code, text]).toEqual([2, expect.stringContaining('`--output=x` is not the name of a revision')]);
});

test('check --since looks at what has changed only', async (context) => {
  needsGit(context);
  const before = readFileSync(damaged, 'utf8');
  expect(findings((await run('check', '--since', 'HEAD', '--format', 'json')).text)).toEqual([]);
  writeFileSync(damaged, `${before}\nVoir [](https://a.example).\n`);
  const { text } = await run('check', '--since', 'HEAD', '--format', 'json', '--rule', 'empty-link');
  expect(findings(text).map(({ rule }) => rule)).toEqual(['empty-link']);
  writeFileSync(damaged, before);
});

test.each([
  ['an unknown rule', ['--rule', 'glued'], 'expected one of: glued-word'],
  ['an unknown format', ['--format', 'xml'], 'Allowed choices are text, json, sarif, github.'],
  ['no number', ['--max-warnings', 'many'], 'Expected a whole number'],
])('check refuses %s', async (_what, words, message) => {
  const { code, text } = await run('check', ...words);
  expect([code, text]).toEqual([2, expect.stringContaining(message)]);
});

test('a rule explains itself', async () => {
  const { code, text } = await run('check', '--explain', 'changed-number');
  expect([code, text]).toEqual([0, expect.stringContaining('`Wait 24 hours.` → `Patientez 42 heures.`')]);
});

test('fix shows what it would do, does it, and is done', async () => {
  const before = readFileSync(damaged, 'utf8');
  const dry = await run('fix', '--dry-run');
  expect([dry.code, dry.text]).toEqual([0, expect.stringContaining('nothing was written (--dry-run)')]);
  expect(readFileSync(damaged, 'utf8')).toBe(before);
  expect((await run('fix')).text).toContain('+1. Sélectionnez **Enregistrer**.');
  expect((await run('fix')).text).toContain('Nothing to mend.');
  const { code, text } = await run('check', '--format', 'json');
  expect([code, findings(text).filter(({ fix }) => fix !== undefined)]).toEqual([0, []]);
});

test('status counts translations by locale', async () => {
  expect((await run('status', '--format', 'csv')).text).toContain('"th-TH",11,11,0,0,1,');
  expect((await run('status', '--locale', 'nl-NL')).text).toMatch(/pay-by-bank-transfer +behind/);
  expect((await run('status', '--locale', 'xx-XX')).code).toBe(2);
});
