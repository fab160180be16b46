/** The writers' panel of `npm run dev`, in a browser. */
import { execFileSync, type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workFolder } from '../../src/config/work-folder.ts';
import { file, hasGit, needsGit, pair } from '../support.ts';
import { useBrowser } from './browser.ts';
import { makeWorkFolder, project } from './command.ts';

const folder = makeWorkFolder();
const content = join(folder, 'content');
const { open } = useBrowser();

let preview: ChildProcess;
let site = '';

const article = (locale: string, sentences: string) =>
  file(
    { title: 'Pay', 'ms.contentlocale': locale, 'ms.translationtype': 'MT', 'ms.openlocfilehash': 'a'.repeat(64) },
    `# <a name="pay"></a>${pair(102, 'Payer', 'Pay')}\n\n${sentences}\n`,
  );

function writeFrench(first: string): void {
  const text = article(
    'fr-FR',
    `${pair(103, first, 'Run Get-Invoice now.')}\n\n${pair(104, 'Ouvrez [le guide](https://a.example)puis payez.', 'Open [the guide](https://a.example), then pay.')}`,
  );
  writeFileSync(join(content, 'fr-FR', 'pay.md'), text);
}

function writeGerman(sentence: string): void {
  writeFileSync(join(content, 'de-DE', 'pay.md'), article('de-DE', pair(103, sentence, 'Run Get-Invoice now.')));
}

beforeAll(async () => {
  for (const locale of ['fr-FR', 'de-DE']) mkdirSync(join(content, locale), { recursive: true });
  writeFrench('Exécutez Get-Facture maintenant.');
  writeGerman('Führen Sie jetzt Get-Rechnung aus.');
  const commit = [
    ['init', '-q'],
    ['add', '.'],
    ['-c', 'user.name=t', '-c', 'user.email=t@a.example', 'commit', '-qm', 'x'],
  ];
  for (const words of hasGit ? commit : []) execFileSync('git', ['-C', content, ...words]);
  const env = { ...process.env, NODE_ENV: undefined, VITEST: undefined, NO_COLOR: '1' };
  const words = ['scripts/languedocs.ts', 'dev', '--content', content, '--port', '0', '--base', '/help/'];
  preview = spawn(process.execPath, words, { cwd: project, env, stdio: ['ignore', 'ignore', 'pipe'] });
  const port = await new Promise<string>((resolve, reject) => {
    let said = '';
    preview.stderr?.on('data', (text: Buffer) => {
      said += text.toString('utf8');
      const found = /preview is at http:\/\/localhost:(\d+)\/help\//.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    preview.once('exit', () => reject(new Error(said)));
  });
  site = `http://127.0.0.1:${port}/help/`;
});

afterAll(async () => {
  const ended = new Promise((resolve) => preview.once('exit', resolve));
  if (preview.exitCode === null) preview.kill('SIGINT');
  await ended;
  for (const path of [folder, workFolder({ project, out: content })]) rmSync(path, { recursive: true, force: true });
});

async function openArticle(): Promise<Page> {
  const page = await open(`${site}fr-fr/pay/`);
  await page.getByRole('button', { name: '2 findings here, 3 in all languages' }).waitFor();
  return page;
}

const highlighted = (page: Page, name: string) =>
  page.evaluate((key) => [...(CSS.highlights.get(key) ?? [])].map(String), name);

test('marks findings in the text, and shows them by keyboard with their original', async () => {
  const page = await openArticle();
  expect(await highlighted(page, 'languedocs-error')).toEqual(['Get-Facture']);
  await page.keyboard.press('Alt+n');
  expect(await page.getByText('Run Get-Invoice now.').count()).toBe(1);
  expect(await highlighted(page, 'languedocs-current')).toEqual(['Get-Facture']);
  await page.keyboard.press('Alt+n');
  expect(await page.getByText('Open [the guide](https://a.example), then pay.').count()).toBe(1);
  await page.keyboard.press('Alt+p');
  expect(await page.getByText('Run Get-Invoice now.').count()).toBe(1);
});

test('filters by rule, and lists what is wrong in all languages', async () => {
  const page = await openArticle();
  await page.getByRole('button', { name: /findings here/ }).click();
  await page.getByRole('combobox', { name: 'Rule' }).selectOption('glued-word');
  expect(await highlighted(page, 'languedocs-error')).toEqual([]);
  await page.getByRole('combobox', { name: 'Rule' }).selectOption('changed-cmdlet');
  await page.getByRole('button', { name: 'All languages', exact: true }).click();
  expect(await page.getByRole('link', { name: 'de-DE' }).getAttribute('href')).toBe('/help/de-de/pay/');
});

test('asks for the place in the editor', async () => {
  const page = await openArticle();
  await page.keyboard.press('Alt+n');
  const asked = page.waitForRequest(/open-in-editor/);
  await page.route(/open-in-editor/, (route) => route.fulfill({ body: '' }));
  await page.getByRole('button', { name: /^line/ }).first().click();
  expect(decodeURIComponent((await asked).url())).toMatch(/fr-FR\/pay\.md:9:\d+$/);
});

test('follows an edit of another language without loading the page again', async () => {
  const page = await openArticle();
  await page.getByRole('button', { name: /findings here/ }).click();
  await page.evaluate(() => document.body.append('still the same page'));
  writeGerman('Führen Sie jetzt Get-Invoice aus.');
  await page.getByRole('button', { name: '2 findings here, 2 in all languages' }).waitFor();
  writeGerman('Führen Sie jetzt Get-Rechnung aus.');
  await page.getByRole('button', { name: '2 findings here, 3 in all languages' }).waitFor();
  expect(await page.getByText('still the same page').count()).toBe(1);
});

test('follows a saved edit with the panel as it was, and shows what has changed', async (context) => {
  needsGit(context);
  const page = await openArticle();
  await page.getByRole('button', { name: /findings here/ }).click();
  writeFrench('Exécutez Get-Invoice tout de suite.');
  await page.getByRole('button', { name: '1 finding here, 2 in all languages' }).waitFor();
  await page.getByRole('button', { name: 'Changes' }).click();
  await page.locator('ins', { hasText: 'Invoice' }).waitFor();
  expect(await page.locator('del').allTextContents()).toContain('Facture');
  await page.getByRole('textbox', { name: 'Revision' }).fill('nothing-like-it');
  await page.getByRole('button', { name: 'Compare' }).click();
  await page.getByText('Git does not know the revision `nothing-like-it`').waitFor();
  writeFrench('Exécutez Get-Facture maintenant.');
  await page.getByRole('button', { name: '2 findings here, 3 in all languages' }).waitFor();
});

test('is accessible', async () => {
  const page = await openArticle();
  await page.keyboard.press('Alt+n');
  const { violations } = await new AxeBuilder({ page }).include('[data-languedocs-panel]').setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});
