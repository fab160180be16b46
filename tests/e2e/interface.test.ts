/** What the interface does, on a made-up site that has every part of it. */
import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from './browser.ts';
import { read as readFile, sample } from './sites.ts';

const { open: openAddress } = useBrowser();
const open = (path: string, options: BrowserContextOptions = {}): Promise<Page> =>
  openAddress(sample.url + path, { locale: 'fr-CA', ...options });
const read = (path: string): string => readFile(sample, path);

const all = (html: string, pattern: RegExp): string[] => [...html.matchAll(pattern)].map(([, value = '']) => value);

describe('an article', () => {
  test('tells search engines its address and its translations', () => {
    const html = read('fr-fr/pay-invoice/index.html');
    expect(html).toContain('<link rel="canonical" href="https://x.example/help/fr-fr/pay-invoice/">');
    expect(all(html, /rel="alternate" hreflang="([^"]*)"/g)).toEqual(['ar-SA', 'en-US', 'fr-FR', 'x-default']);
    expect(html).toContain('hreflang="x-default" href="https://x.example/help/en-us/pay-invoice/"');
    expect(html).toContain('<html lang="fr-FR" dir="ltr">');
    expect(html).toContain('<title>Payer une facture – Sample Help</title>');
    expect(html).not.toContain('name="robots"');
  });
  test('that lacks a translation is marked as what it is', () => {
    const html = read('ar-sa/export-data/index.html');
    expect(html).toContain('<html lang="ar-SA" dir="rtl">');
    expect(html).toMatch(/<article class="prose" lang="en-US" dir="ltr"/);
    expect(html).toContain('<link rel="canonical" href="https://x.example/help/en-us/export-data/">');
    expect(html).not.toContain('rel="alternate" hreflang');
    expect(html).toContain('هذه المقالة غير متوفرة باللغة العربية بعد');
  });
  test('with noindex says so', () => {
    const html = read('fr-fr/legal/index.html');
    expect(html).toContain('<meta name="robots" content="noindex,nofollow">');
  });
  test('that a machine translated leads to its original', () => {
    expect(read('fr-fr/pay-invoice/index.html')).toMatch(
      /<a href="\/help\/en-us\/pay-invoice\/" hreflang="en-US"[^>]*>\s*Lire l’original en anglais/,
    );
    expect(read('en-us/pay-invoice/index.html')).not.toContain('class="notice"');
  });
  test('marks the languages that show the original', () => {
    const list =
      /<details class="menu languages"[\s\S]*?<\/details>/.exec(read('en-us/export-data/index.html'))?.[0] ?? '';
    expect(all(list, /<a href="([^"]*)"/g)).toEqual([
      '/help/ar-sa/export-data/',
      '/help/en-us/export-data/',
      '/help/fr-fr/export-data/',
    ]);
    expect(all(list, /class="hint">([^<]*)/g)).toEqual(['English', 'English']);
  });
});

describe('in a browser', () => {
  test.each(['fr-fr/pay-invoice/', 'ar-sa/pay-invoice/'])('%s with every kind of block is accessible', async (path) => {
    const { violations } = await new AxeBuilder({ page: await open(path) }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  // The dark theme changes nothing but colours.
  test.each(['#languages', 'fr-fr/', 'fr-fr/pay-invoice/', 'ar-sa/export-data/', 'fr-fr/all/', 'fr-fr/search/', 'no'])(
    '/%s has enough contrast in the dark',
    async (path) => {
      const page = await open(path, { colorScheme: 'dark' });
      const { violations } = await new AxeBuilder({ page }).withRules('color-contrast').analyze();
      expect(violations.flatMap(({ nodes }) => nodes.map(({ html }) => html))).toEqual([]);
    },
  );

  test.each(['fr-fr/pay-invoice/', 'ar-sa/pay-invoice/'])(
    '%s with every kind of block fits on a phone',
    async (path) => {
      const page = await open(path, { viewport: { width: 320, height: 640 } });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    },
  );

  test('the list of languages sends a reader on, but not one who wants to choose', async () => {
    const page = await open('');
    await page.waitForURL('**/help/fr-fr/');
    await page.goto(`${sample.url}#languages`);
    await page.click('a[hreflang="ar-SA"]');
    await page.goto('about:blank');
    await page.goto(sample.url);
    await page.waitForURL('**/help/ar-sa/');
  });

  test('another language opens at the section being read', async () => {
    const page = await open('fr-fr/pay-invoice/', { viewport: { width: 1000, height: 300 } });
    await page.evaluate(() => document.getElementById('more')?.scrollIntoView({ behavior: 'instant' }));
    await page.click('[data-languages] summary');
    await page.click('[data-languages] a[hreflang="ar-SA"]');
    await page.waitForURL('**/help/ar-sa/pay-invoice/#more');
  });

  test('one page for all that is not there speaks the language of its address', async () => {
    // The server looks for `AR-SA/404.html`, finds none, and sends the page of the whole site, as some hosts always do.
    const page = await open('AR-SA/nothing/');
    expect(await page.locator('h1:visible').allTextContents()).toEqual(['الصفحة غير موجودة']);
    expect(await page.getAttribute('html', 'dir')).toBe('rtl');
  });

  test('theme and text size are kept, and applied before anything is drawn', async () => {
    const page = await open('fr-fr/', { colorScheme: 'light' });
    const size = (): Promise<string> => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
    const normal = Number.parseFloat(await size());
    await page.click('[data-preferences] summary');
    await page.check('input[name="theme"][value="dark"]');
    await page.check('input[name="text"][value="largest"]');
    // Without the page's own scripts only what runs before the first paint is left.
    await page.route('**/_astro/*.js', (route) => route.abort());
    await page.goto(`${sample.url}fr-fr/all/`);
    expect(await page.getAttribute('html', 'data-theme')).toBe('dark');
    expect(Number.parseFloat(await size())).toBeGreaterThan(1.3 * normal);
  });

  test('the settings show what was chosen, and take it back', async () => {
    const page = await open('fr-fr/');
    await page.click('[data-preferences] summary');
    await page.check('input[name="theme"][value="dark"]');
    await page.goto(`${sample.url}fr-fr/all/`);
    await page.click('[data-preferences] summary');
    expect(await page.isChecked('input[name="theme"][value="dark"]')).toBe(true);
    await page.check('input[name="theme"][value=""]');
    expect(await page.getAttribute('html', 'data-theme')).toBeNull();
    await page.keyboard.press('Escape');
    expect(await page.locator('[data-preferences] form').isVisible()).toBe(false);
  });

  test('steps can be ticked, and the marks are kept in every language', async () => {
    const page = await open('fr-fr/pay-invoice/');
    await page.click('#step-1 > .step-mark');
    const progress = page.locator('.step-progress [role="status"]');
    expect(await progress.textContent()).toMatch(/1.*2/);
    await page.goto(`${sample.url}ar-sa/pay-invoice/`);
    expect(await page.getAttribute('#step-1 > .step-mark', 'aria-pressed')).toBe('true');
    await page.click('.step-progress button');
    expect(await page.getAttribute('#step-1 > .step-mark', 'aria-pressed')).toBe('false');
    expect(await page.locator('.step-progress').isVisible()).toBe(false);
  });

  test.each([
    ['as they stand', '', '', [1, 2]],
    ['from another number', ' start="4"', '', [4, 5]],
    ['downwards', ' reversed', '', [2, 1]],
    ['by their own numbers', '', ' value="7"', [1, 7]],
  ])('marks have the numbers that steps have: %s', async (_what, ofList, ofSecond, numbers) => {
    const page = await open('fr-fr/');
    await page.route('**/pay-invoice/', async (route) => {
      const response = await route.fetch();
      const body = (await response.text())
        .replace(/<ol(?=[^>]*>\s*<li id="step-1")/, `<ol${ofList}`)
        .replace('<li id="step-2"', `<li${ofSecond} id="step-2"`);
      await route.fulfill({ response, body });
    });
    await page.goto(`${sample.url}fr-fr/pay-invoice/`);
    const labels = await page.locator('.step-mark').evaluateAll((marks) => marks.map(({ ariaLabel }) => ariaLabel));
    expect(labels.map((label) => Number(/\d+/.exec(label ?? '')?.[0]))).toEqual(numbers);
  });

  describe('a page in another language than the reader’s', () => {
    test('is shown, with an offer in the reader’s language that keeps the place', async () => {
      const page = await open('fr-fr/pay-invoice/#more', { locale: 'ar-EG' });
      const offer = page.locator('.offer');
      await offer.waitFor();
      expect([await offer.getAttribute('lang'), await offer.getAttribute('dir')]).toEqual(['ar-SA', 'rtl']);
      await offer.locator('a').click();
      await page.waitForURL('**/ar-sa/pay-invoice/#more');
    });
    test('is not offered again to a reader who does not want it', async () => {
      const page = await open('fr-fr/pay-invoice/', { locale: 'ar-EG' });
      await page.click('.offer button');
      await page.goto(`${sample.url}fr-fr/all/`, { waitUntil: 'networkidle' });
      expect(await page.locator('.offer').count()).toBe(0);
    });
    test('is no news to a reader who has chosen it', async () => {
      const page = await open('ar-sa/pay-invoice/', { locale: 'ar-EG' });
      await page.click('[data-languages] summary');
      await page.click('[data-languages] a[hreflang="fr-FR"]');
      await page.waitForURL('**/fr-fr/pay-invoice/');
      await page.waitForLoadState('networkidle');
      expect(await page.locator('.offer').count()).toBe(0);
    });
    test('that is not translated is not offered', async () => {
      const page = await open('fr-fr/export-data/', { locale: 'ar-EG' });
      await page.waitForLoadState('networkidle');
      expect(await page.locator('.offer[lang="ar-SA"]').count()).toBe(0);
    });
  });

  test('tabs show one section, walk with arrow keys and follow a fragment', async () => {
    const page = await open('en-us/pay-invoice/#mac');
    const visible = (): Promise<string[]> => page.locator('.tab:visible').allTextContents();
    expect((await visible()).join()).toContain('On macOS');
    await page.focus('[role="tab"][aria-selected="true"]');
    await page.keyboard.press('ArrowLeft');
    expect((await visible()).join()).toContain('On Windows');
  });

  test('a fragment that is written wrongly breaks nothing', async () => {
    const page = await open('en-us/pay-invoice/#100%');
    await page.locator('.heading .permalink').first().waitFor({ state: 'attached' });
  });

  test('the search opens by key, closes by Escape, and says so where there is no index', async () => {
    const page = await open('fr-fr/pay-invoice/');
    await page.keyboard.press('/');
    await page.keyboard.type('facture');
    await page.getByText('La recherche est momentanément indisponible').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog[open]').count()).toBe(0);
  });

  test('the first stop of the keyboard leads to the content', async () => {
    const page = await open('fr-fr/pay-invoice/');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.tagName === 'MAIN');
  });
});
