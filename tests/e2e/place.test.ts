/** Places in an article hold in every language, and can be copied. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useBrowser } from './browser.ts';
import { helpCentre } from './sites.ts';

const { open: openAddress } = useBrowser();
const open: typeof openAddress = (path, options) => openAddress(helpCentre.url + path, options);

async function chooseLanguage(page: Page, tag: string): Promise<void> {
  await page.click('[data-languages] summary');
  await page.click(`[data-languages] a[hreflang="${tag}"]`);
}

/** Whether the place that the address names is in the window, clear of the header. */
const isAtPlace = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const { top } = document.getElementById(location.hash.slice(1))?.getBoundingClientRect() ?? { top: -1 };
    return top > 40 && top < innerHeight;
  });

test.each(['#step-4', '#s121', '#pay-with-a-card'])(
  'a reader at %s stays there from zh-TW to fr-FR to ar-SA',
  async (fragment) => {
    const page = await open(`zh-tw/pay-invoice/${fragment}`, { viewport: { width: 1000, height: 700 } });
    for (const tag of ['fr-FR', 'ar-SA']) {
      await chooseLanguage(page, tag);
      await page.waitForURL(`**/${tag.toLowerCase()}/pay-invoice/${fragment}`);
      await expect.poll(() => isAtPlace(page)).toBe(true);
    }
  },
);

test('a reader who has scrolled to a step without naming it stays at it', async () => {
  const page = await open('zh-tw/pay-invoice/', { viewport: { width: 1000, height: 500 } });
  await page.evaluate(() => document.getElementById('step-5')?.scrollIntoView({ behavior: 'instant' }));
  await chooseLanguage(page, 'fr-FR');
  await page.waitForURL('**/fr-fr/pay-invoice/#step-5');
});

test('a sentence that the other language does not have on its own leads to its step', async () => {
  const page = await open('zh-tw/pay-invoice/#s116', { viewport: { width: 1000, height: 700 } });
  await page.route('**/de-de/pay-invoice/', async (route) => {
    const response = await route.fetch();
    // As if nobody knew the sentences of this translation.
    await route.fulfill({ response, body: (await response.text()).replace(/ id="s\d+"/g, '') });
  });
  await chooseLanguage(page, 'de-DE');
  await page.waitForURL('**/de-de/pay-invoice/#step-4');
});

test.each([
  ['fr-fr/pay-invoice/#avant-de-commencer', '#before-you-start'],
  ['fr-fr/pay-invoice/#Si-vous-ne-pouvez-pas-payer', '#if-you-cannot-pay'],
  ['fr-fr/failed-payments/#codes-derreur', '#error-codes'],
  ['zh-tw/pay-invoice/#使用卡片付款', '#pay-with-a-card'],
  ['th-th/pay-invoice/#Pay_with_a_Card', '#pay-with-a-card'],
])('%s leads to %s', async (path, fragment) => {
  const page = await open(path);
  await page.waitForURL(`**${fragment}`);
});

test.each([
  ['#pay-with-a-card', '.heading:has(#pay-with-a-card) > .permalink'],
  ['#step-4', '#step-4 > .permalink'],
  ['#s112', '[data-copy-link]'],
])('the link to %s can be copied', async (fragment, control) => {
  const page = await open('fr-fr/pay-invoice/', {
    permissions: ['clipboard-read', 'clipboard-write'],
    viewport: { width: 1280, height: 900 },
  });
  if (control === '[data-copy-link]') await page.click('#s112');
  await page.click(control);
  await page.locator('.toast:not(:empty)').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `${helpCentre.url}fr-fr/pay-invoice/${fragment}`,
  );
});

test('links to places are named after them, and stand outside of the headings', async () => {
  const page = await open('en-us/pay-invoice/');
  expect(await page.getByRole('heading', { level: 2 }).first().ariaSnapshot()).toContain('heading "Before you start"');
  expect(await page.getByRole('link', { name: 'Link to the section “Before you start”' }).count()).toBe(1);
  expect(await page.getByRole('link', { name: 'Link to step 4' }).count()).toBe(1);
});
