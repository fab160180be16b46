/** Permanent links, as agents send them and customers open them. */
import { describe, expect, test } from 'vitest';
import type { BrowserContextOptions } from 'playwright-core';
import { useBrowser } from './browser.ts';
import { helpCentre, lacking, pagesOf, read } from './sites.ts';

const { open } = useBrowser();

/** Path and fragment of the page at which an address ends. */
async function landing(address: string, options: BrowserContextOptions, before?: string): Promise<string> {
  const page = await open(helpCentre.url + (before ?? address), options);
  if (before !== undefined) {
    await page.locator('[data-languages] summary').click();
    await page.locator('[data-languages] a[hreflang="ja-JP"]').click();
    await page.waitForURL(/ja-jp/);
    await page.goto(helpCentre.url + address);
  }
  await page.locator('article, .ready').first().waitFor();
  return page.url().slice(helpCentre.url.length);
}

const french = { locale: 'fr-FR' };
const rows: [what: string, address: string, expected: string, options?: BrowserContextOptions][] = [
  ['an id', 'id/7100101/', 'fr-fr/pay-invoice/'],
  ['an asset id', 'id/3f6c1d52-8a7e-4b90-9c14-5e2d7b61a0f8/', 'fr-fr/pay-invoice/'],
  ['a slug with a step', 'id/pay-invoice/#step-4', 'fr-fr/pay-invoice/#step-4'],
  ['a named language', 'id/7100101/?lang=nl-NL#step-4', 'nl-nl/pay-invoice/#step-4'],
  ['a language without its region', 'id/7100101/?lang=nl', 'nl-nl/pay-invoice/'],
  ['a language that the site lacks', 'id/7100101/?lang=fi-FI', 'fr-fr/pay-invoice/'],
  ['a reader whose language the site lacks', 'id/7100101/', 'en-us/pay-invoice/', { locale: 'fi-FI' }],
  ['an article that the language lacks', `id/${lacking.slug}/`, 'th-th/export-billing-data/', { locale: lacking.tag }],
  ['an address of elsewhere as the language', 'id/7100101/?lang=//evil.example', 'fr-fr/pay-invoice/'],
];

test.each(rows)('%s opens the article', async (_what, address, expected, options = french) => {
  expect(await landing(address, options)).toBe(expected);
});

test('the step is in view', async () => {
  const page = await open(`${helpCentre.url}id/pay-invoice/?lang=de-DE#step-7`, {
    viewport: { width: 800, height: 400 },
  });
  await page.locator('article').waitFor();
  await expect
    .poll(() =>
      page
        .locator('#step-7')
        .boundingBox()
        .then((box) => (box?.y ?? -1) >= 0 && (box?.y ?? 400) < 400),
    )
    .toBe(true);
});

test('the language that was chosen before outranks that of the browser', async () => {
  expect(await landing('id/7100101/', french, 'en-us/pay-invoice/')).toBe('ja-jp/pay-invoice/');
});

test('the way back does not lead through the permanent link', async () => {
  const page = await open(`${helpCentre.url}fr-fr/`, french);
  await page.goto(`${helpCentre.url}id/7100101/`);
  await page.locator('article').waitFor();
  await page.goBack();
  expect(page.url()).toBe(`${helpCentre.url}fr-fr/`);
});

describe('an id that two articles share', () => {
  test('lets readers choose in their language', async () => {
    const page = await open(`${helpCentre.url}id/7302/#step-2`, { locale: 'ar-SA' });
    await page.locator('.ready').waitFor();
    const { lang, dir } = await page.evaluate(() => ({
      lang: document.documentElement.lang,
      dir: document.documentElement.dir,
    }));
    const links = await page
      .locator('.choices a')
      .evaluateAll((all) => all.map((link) => [link.textContent, link.getAttribute('href')]));
    expect({ lang, dir, links }).toEqual({
      lang: 'ar-SA',
      dir: 'rtl',
      links: [
        ['تواريخ استحقاق الفواتير', '/help/ar-sa/invoice-due-dates/#step-2'],
        ['دفع فاتورة في بوابة Nimbus', '/help/ar-sa/pay-invoice/#step-2'],
      ],
    });
  });

  test('is a plain list without JavaScript', async () => {
    const page = await open(`${helpCentre.url}id/7302/`, { javaScriptEnabled: false });
    const links = await page.locator('.choices a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(links).toEqual(['/help/id/invoice-due-dates/', '/help/id/pay-invoice/']);
    expect(await page.locator('.choices a').first().isVisible()).toBe(true);
  });
});

test('without JavaScript the languages of an article are a plain list', async () => {
  const page = await open(`${helpCentre.url}id/7100101/`, { javaScriptEnabled: false });
  await page.locator('a[hreflang="fr-FR"]').click();
  expect(page.url()).toBe(`${helpCentre.url}fr-fr/pay-invoice/`);
});

test.each(['id/', 'id/article/', 'id/choice/', 'id/moved/', 'id/0/', 'id/%20/'])('%s is no id', async (address) => {
  const response = await fetch(helpCentre.url + address);
  expect(response.status).toBe(404);
});

test('no page of a permanent link has anything left to fill in, and none names another host', () => {
  const pages = pagesOf(helpCentre).filter((path) => path.startsWith('id/'));
  expect(pages.length).toBeGreaterThan(30);
  for (const path of pages) {
    const html = read(helpCentre, path);
    expect(html).not.toContain('{{');
    const links = Array.from(html.matchAll(/<a [^>]*href="([^"]*)"/g), ([, href = '']) => href);
    expect(links.filter((href) => !href.startsWith('/help/'))).toEqual([]);
  }
});
