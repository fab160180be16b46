/** Search results of a site with more articles than a page of results shows, in a real browser. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LocalServer } from '../../src/commands/local-server.ts';
import { writeTree } from '../../scripts/trials/kill.ts';
import { stringsFor } from '../../src/ui/strings.ts';
import { useBrowser } from './browser.ts';
import { buildAndServe, makeWorkFolder, removeWorkFolder } from './command.ts';

const { open } = useBrowser();
const folder = makeWorkFolder();
const articles = 24;
let server: LocalServer;

beforeAll(async () => {
  const files = Array.from({ length: articles }, (_, number): [string, string] => [
    `fr-FR/facture-${number}.md`,
    `# Facture ${number}\n\nCette facture est payée.\n`,
  ]);
  const content = join(folder, 'content');
  writeTree(content, Object.fromEntries(files));
  server = await buildAndServe(content, join(folder, 'site'));
});
afterAll(async () => {
  await server.close();
  removeWorkFolder(folder, 'site');
});

test('the home of a site without topics does not promise any', async () => {
  const page = await open(`${server.url}fr-fr/`);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).not.toBe('');
  expect(await page.getByRole('main').textContent()).not.toContain(stringsFor('fr-FR').t('home.text'));
  expect(await page.locator('.hero-text').count()).toBe(0);
});

test('results that do not come are said to be missing; those that are there stay, and the next attempt may succeed', async () => {
  const page = await open(`${server.url}fr-fr/search/?q=facture`);
  const links = page.locator('main .results a.result');
  const trouble = page.locator('main [data-results] [role="alert"]');
  const more = page.locator('main [data-results] > button');
  await more.waitFor();
  expect(await trouble.textContent()).toBe('');
  expect(await links.count()).toBe(10);

  await page.route('**/pagefind/**', (route) => route.abort());
  await more.click();
  await expect.poll(() => trouble.textContent()).not.toBe('');
  expect(await trouble.evaluate((text) => text.getBoundingClientRect().bottom <= innerHeight)).toBe(true);
  expect(await links.count()).toBe(10);

  await page.unroute('**/pagefind/**');
  await more.click();
  await expect.poll(() => links.count()).toBe(20);
  expect(await trouble.textContent()).toBe('');
  await more.click();
  await expect.poll(() => links.count()).toBe(articles);
  expect(await more.isVisible()).toBe(false);
});
