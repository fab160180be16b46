/** The desk, as a support agent uses it. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from './browser.ts';
import { helpCentre } from './sites.ts';

const { open } = useBrowser();

async function openDesk(query = ''): Promise<Page> {
  const page = await open(`${helpCentre.url}desk/${query}`, {
    locale: 'en-US',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await page.locator('[data-desk]').waitFor();
  return page;
}

async function ask(page: Page, words: string): Promise<void> {
  await page.getByLabel('Id, link or words').fill(words);
  await page.locator('[data-hits] .hit').first().waitFor();
}

const titles = (page: Page) => page.locator('[data-hits] .hit-title').allTextContents();
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const address = (path: string) => `https://help.nimbus.example/help/${path}`;

const dueDates = 'Dates d’échéance des factures';
const payInvoice = 'Payer une facture dans le portail Nimbus';

const questions: [what: string, text: string, found: string[]][] = [
  ['an id', '7100101', [payInvoice]],
  ['an id that two articles share', '7302', [dueDates, payInvoice]],
  ['an asset id in capitals', '3F6C1D52-8A7E-4B90-9C14-5E2D7B61A0F8', [payInvoice]],
  ['a slug', 'pay-invoice', [payInvoice]],
  ['a link of another locale', 'https://help.nimbus.example/help/ja-jp/pay-invoice/#step-4', [payInvoice]],
  ['a permanent link', '/help/id/7100101/?lang=nl-NL', [payInvoice]],
  [
    'a link of the original documentation',
    'https://docs.nimbus.example/de-de/billing/pay-invoice?view=all',
    [payInvoice],
  ],
];

test.each(questions)('%s gives the article in the customer’s language', async (_what, text, found) => {
  const page = await openDesk('?lang=fr-FR');
  await ask(page, text);
  expect(await titles(page)).toEqual(found);
});

const words: [what: string, text: string, title: string][] = [
  ['the customer’s language', 'échéance des factures', dueDates],
  ['English', 'invoice due dates', dueDates],
  ['another script', '請求書の支払期日', dueDates],
];

test.each(words)('words in %s find articles', async (_what, text, title) => {
  const page = await openDesk('?lang=fr-FR');
  await ask(page, text);
  expect(await titles(page)).toContain(title);
});

test('more articles are shown on demand', async () => {
  const page = await openDesk('?lang=fr-FR');
  await ask(page, 'facture');
  expect(await page.locator('[data-hits] .hit').count()).toBe(6);
  await page.getByRole('button', { name: 'More articles' }).click();
  await expect.poll(() => page.locator('[data-hits] .hit').count()).toBeGreaterThan(6);
  await expect
    .poll(() =>
      page
        .locator('.hit')
        .nth(6)
        .locator('a')
        .evaluate((link) => link === document.activeElement),
    )
    .toBe(true);
});

test('what nobody knows is said so', async () => {
  const page = await openDesk();
  await page.getByLabel('Id, link or words').fill('qqqqzzzz');
  await expect.poll(() => page.getByRole('status').textContent()).toBe('Nothing found for “qqqqzzzz”.');
});

describe('an article', () => {
  test('says what its translation is like, and its title in both languages', async () => {
    const page = await openDesk('?lang=nl-NL');
    await ask(page, 'pay-by-bank-transfer');
    const hit = page.locator('.hit').first();
    expect(await hit.locator('.hit-title a').getAttribute('lang')).toBe('nl-NL');
    expect(await hit.locator('.hit-source').textContent()).toBe('Pay by bank transfer');
    expect(await hit.locator('.remark').allTextContents()).toEqual(expect.arrayContaining(['Behind the original']));
  });

  test('that the language lacks says so, and sends the page with the original', async () => {
    const page = await openDesk('?lang=th-TH');
    await ask(page, 'export-billing-data');
    expect(await page.locator('.remark').allTextContents()).toEqual(['Not in Thai: customers get the original']);
    await page.getByRole('button', { name: /^Copy Link/ }).click();
    expect(await copied(page)).toBe(address('th-th/export-billing-data/'));
  });

  const forms: [form: string, text: string][] = [
    ['Link', address('fr-fr/pay-invoice/')],
    ['Markdown', `[${payInvoice}](${address('fr-fr/pay-invoice/')})`],
    ['HTML', `<a href="${address('fr-fr/pay-invoice/')}" lang="fr-FR" dir="ltr">${payInvoice}</a>`],
    ['Plain text', `${payInvoice}\n${address('fr-fr/pay-invoice/')}`],
  ];
  test.each(forms)('is copied as %s', async (form, text) => {
    const page = await openDesk('?lang=fr-FR');
    await ask(page, '7100101');
    await page.getByRole('button', { name: new RegExp(`^Copy ${form}`) }).click();
    await expect.poll(() => page.getByRole('status').textContent()).toBe(`${form} copied: ${payInvoice}`);
    expect(await copied(page)).toBe(text);
  });

  test('opens at the step that a pasted link named', async () => {
    const page = await openDesk('?lang=fr-FR');
    await ask(page, 'https://help.nimbus.example/help/ja-jp/pay-invoice/#step-4');
    const link = page.locator('.hit-title a').first();
    await expect.poll(() => link.getAttribute('href')).toBe(address('fr-fr/pay-invoice/#step-4'));
  });

  test('is a permanent link where the agent wants one', async () => {
    const page = await openDesk('?lang=fr-FR');
    await page.getByLabel('Permanent links').check();
    await ask(page, '7100101');
    await page.keyboard.press('Enter');
    await page.keyboard.press('c');
    await expect.poll(() => copied(page)).toBe(address('id/pay-invoice/?lang=fr-FR'));
  });
});

test('all of it goes by keyboard', async () => {
  const page = await openDesk('?lang=fr-FR');
  await page.keyboard.type('7302');
  await page.locator('[data-hits] .hit').nth(1).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('s');
  await expect.poll(() => page.locator('.hit').nth(1).locator('option').count()).toBeGreaterThan(5);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('m');
  await expect.poll(() => copied(page)).toMatch(/^\[Payer une facture dans le portail Nimbus – 1 .+\]\(.+#step-1\)$/);
  await page.keyboard.press('/');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('desk-query');
});

test('the language, pinned and used articles are there the next time', async () => {
  const page = await openDesk();
  await page.getByLabel('Customer’s language').selectOption('fr-FR');
  await ask(page, '7302');
  await page.keyboard.press('Enter');
  await page.keyboard.press('p');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('c');
  await expect.poll(() => page.getByRole('status').textContent()).toBe(`Link copied: ${payInvoice}`);
  await page.goto(`${helpCentre.url}desk/`);
  expect(await page.getByLabel('Customer’s language').inputValue()).toBe('fr-FR');
  await expect.poll(() => page.locator('[data-shelf="pinned"] .hit-title').allTextContents()).toEqual([dueDates]);
  await expect.poll(() => page.locator('[data-shelf="recent"] .hit-title').allTextContents()).toEqual([payInvoice]);
});

test('titles and ids are never read as markup', async () => {
  const page = await openDesk(`?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
  await expect.poll(() => page.getByRole('status').textContent()).not.toBe('');
  expect(await page.locator('[data-desk] img').count()).toBe(0);
});
