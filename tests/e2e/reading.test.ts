/** The help centre in a real browser: reading, changing the language, being led back. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from './browser.ts';
import { helpCentre, slugs } from './sites.ts';

const { open: openAddress } = useBrowser();
const open: typeof openAddress = (path, options) => openAddress(helpCentre.url + path, options);

async function chooseLanguage(page: Page, tag: string): Promise<void> {
  await page.click('[data-languages] summary');
  await page.click(`[data-languages] a[hreflang="${tag}"]`);
}

test('another language keeps the fragment', async () => {
  const page = await open('fr-fr/pay-invoice/#pay-with-a-card');
  await chooseLanguage(page, 'ar-SA');
  await page.waitForURL('**/ar-sa/pay-invoice/#pay-with-a-card');
});

test('the original opens at the step that a link named', async () => {
  const page = await open('fr-fr/pay-invoice/#step-4', { viewport: { width: 1280, height: 2000 } });
  await page.click('.notice a');
  await page.waitForURL('**/en-us/pay-invoice/#step-4');
});

describe('without JavaScript', () => {
  const plain = { javaScriptEnabled: false };

  test('an article can be read to its end', async () => {
    const page = await open('fr-fr/pay-invoice/', plain);
    expect(await page.locator('article h1').textContent()).toBe('Payer une facture dans le portail Nimbus');
    expect(await page.locator('article > :last-child').isVisible()).toBe(true);
  });

  test('the language can be changed', async () => {
    const page = await open('fr-fr/pay-invoice/', plain);
    await chooseLanguage(page, 'ja-JP');
    await page.waitForURL('**/ja-jp/pay-invoice/');
  });

  test('all articles are listed, and one can be opened', async () => {
    const page = await open('fr-fr/', plain);
    await page.click('footer a[href$="/all/"]');
    await page.waitForURL('**/fr-fr/all/');
    const links = page.locator('main a:visible');
    expect(await links.count()).toBe(slugs.length);
    await links.getByText('Rôles de facturation').click();
    await page.waitForURL('**/fr-fr/billing-roles/');
  });

  test('the search says what it needs', async () => {
    const page = await open('fr-fr/search/?q=facture', plain);
    expect(await page.locator('noscript .notice').textContent()).toContain('JavaScript');
  });

  test('the chooser is a list', async () => {
    const page = await open('', { ...plain, locale: 'de-AT' });
    expect(await page.locator('[data-locales] a:visible').count()).toBe(10);
  });
});

test.each([
  ['ar-SA', 'rtl', 'left'],
  ['fr-FR', 'ltr', 'right'],
])('%s is read %s: the contents stand on the %s side of the article', async (tag, direction, side) => {
  const page = await open(`${tag.toLowerCase()}/pay-invoice/`, { viewport: { width: 1280, height: 900 } });
  const computed = await page
    .locator('article p')
    .first()
    .evaluate((element) => getComputedStyle(element).direction);
  const [contents, article] = await Promise.all([
    page.locator('[data-toc] nav').boundingBox(),
    page.locator('article').boundingBox(),
  ]);
  if (!contents || !article) throw new Error('The contents or the article cannot be seen.');
  expect({
    computed,
    side:
      contents.x + contents.width <= article.x ? 'left' : contents.x >= article.x + article.width ? 'right' : 'within',
  }).toEqual({ computed: direction, side });
});

test.each([
  ['fr-fr/nothing/', 'Page introuvable', 'ltr'],
  ['ar-sa/nothing/', 'الصفحة غير موجودة', 'rtl'],
  ['th-th/pay-invoice/nothing', 'ไม่พบหน้านี้', 'ltr'],
  ['zh-tw/nothing/', '找不到網頁', 'ltr'],
])('%s is not there and says so in its language', async (path, words, direction) => {
  const page = await open(path);
  expect(await page.locator('h1:visible').allTextContents()).toEqual([words]);
  expect(await page.getAttribute('html', 'dir')).toBe(direction);
});

test.each([
  ['de-AT', 'de-de'],
  ['no', 'nb-no'],
  ['zh-Hant-HK', 'zh-tw'],
  ['ar', 'ar-sa'],
])('a browser in %s is sent on to %s', async (locale, path) => {
  const page = await open('', { locale });
  await page.waitForURL(`**/help/${path}/`);
});

test('a browser in a language that the site has not stays at the list', async () => {
  const page = await open('', { locale: 'fi-FI' });
  expect(new URL(page.url()).pathname).toBe('/help/');
  expect(await page.locator('[data-locales] a:visible').count()).toBe(10);
});

test.each([
  ['the chooser', '#languages'],
  ['a home page', 'fr-fr/'],
  ['an article', 'ar-sa/pay-invoice/'],
  ['an article with a picture', 'ja-jp/download-invoices/'],
  ['an article with code', 'de-de/export-billing-data/'],
  ['a fallback page', 'th-th/export-billing-data/'],
  ['a list', 'zh-tw/all/'],
  ['a search', 'nb-no/search/?q=faktura'],
  ['a missing page of a locale', 'fr-fr/404.html'],
  ['a missing page of the site', '404.html'],
])('%s (/%s) says nothing in the console and asks no other host', async (_kind, path) => {
  const page = await open('favicon.svg');
  const said: string[] = [];
  const hosts = new Set<string>();
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) said.push(message.text());
  });
  page.on('pageerror', ({ message }) => said.push(message));
  page.on('request', (request) => hosts.add(new URL(request.url()).origin));
  await page.goto(helpCentre.url + path, { waitUntil: 'networkidle' });
  expect({ said, hosts: [...hosts] }).toEqual({ said: [], hosts: [new URL(helpCentre.url).origin] });
});

test('all that a reader can do on an article keeps to the content security policy', async () => {
  const page = await open('favicon.svg', { viewport: { width: 1280, height: 900 } });
  const said: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) said.push(message.text());
  });
  page.on('pageerror', ({ message }) => said.push(message));
  await page.goto(`${helpCentre.url}fr-fr/pay-invoice/`);
  await page.click('#s112');
  await page.locator('[data-sentence-panel] [data-text][lang]').waitFor();
  await page.keyboard.press('Escape');
  await page.click('[data-original-toggle]');
  await page.locator('.original').first().waitFor();
  await page.click('#step-2 > .step-mark');
  await page.click('[data-preferences] summary');
  await page.check('input[name="text"][value="large"]');
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type('facture');
  await page.locator('dialog [role="option"]').first().waitFor();
  expect(said).toEqual([]);
});

test('a script that gets into a page does not run', async () => {
  const page = await open('fr-fr/pay-invoice/');
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.documentElement.dataset.ran = ""';
    document.body.append(script);
    return 'ran' in document.documentElement.dataset;
  });
  expect(ran).toBe(false);
});
