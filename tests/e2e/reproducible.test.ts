/** The project in two places on one machine, as on the machines of two people. */
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { project, runNode } from './command.ts';
import { differences } from './edits.ts';
import { pagesOf } from './sites.ts';

const folder = mkdtempSync(join(tmpdir(), 'languedocs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const files = ['astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json', 'slugs.json'];
const folders = ['public', 'scripts', 'src', 'content/en-US', 'content/ja-JP', 'content/media'];

/** Builds two locales in a copy of the project, and gives the folder of the site. */
async function buildIn(name: string, environment: NodeJS.ProcessEnv): Promise<string> {
  const copy = join(folder, name);
  for (const part of [...files, ...folders]) cpSync(join(project, part), join(copy, part), { recursive: true });
  symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'), 'junction');
  const { code, text } = await runNode(['scripts/languedocs.ts', 'build'], environment, copy);
  if (code !== 0) throw new Error(text);
  return join(copy, 'dist');
}

test('the same articles make the same bytes in every folder and every time zone', async () => {
  const [one, other] = await Promise.all([
    buildIn('one', { TZ: 'America/St_Johns', LANG: 'C' }),
    buildIn('another place/with a longer name', { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8' }),
  ]);
  expect(pagesOf({ folder: one, url: '' }).length).toBeGreaterThan(0);
  expect(differences(one, other)).toEqual([]);
});
