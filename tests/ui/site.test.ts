import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openBrowser } from './browser.ts';
import { type BuiltSite, buildSampleSite } from './built-site.ts';

vi.setConfig({ testTimeout: 60_000 });

let site: BuiltSite;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([
    buildSampleSite({ base: '/help/', origin: 'https://x.example' }),
    openBrowser(),
  ]);
}, 120_000);

afterAll(async () => {
  await browser.close();
  site.close();
});

const all = (html: string, pattern: RegExp): string[] => [...html.matchAll(pattern)].map(([, value = '']) => value);

describe('an article', () => {
  test('tells search engines its address and its translations', () => {
    const html = site.read('fr-fr/pay-invoice/index.html');
    expect(html).toContain('<link rel="canonical" href="https://x.example/help/fr-fr/pay-invoice/">');
    expect(all(html, /rel="alternate" hreflang="([^"]*)"/g)).toEqual(['ar-SA', 'en-US', 'fr-FR', 'x-default']);
    expect(html).toContain('hreflang="x-default" href="https://x.example/help/en-us/pay-invoice/"');
    expect(html).toContain('<html lang="fr-FR" dir="ltr">');
    expect(html).toContain('<title>Payer une facture – Sample Help</title>');
    expect(html).not.toContain('name="robots"');
  });
  test('that lacks a translation is marked as what it is', () => {
    const html = site.read('ar-sa/export-data/index.html');
    expect(html).toContain('<html lang="ar-SA" dir="rtl">');
    expect(html).toMatch(/<article class="prose" lang="en-US" dir="ltr">/);
    expect(html).toContain('<link rel="canonical" href="https://x.example/help/en-us/export-data/">');
    expect(html).not.toContain('rel="alternate" hreflang');
    expect(html).toContain('هذه المقالة غير متوفرة باللغة العربية بعد');
  });
  test('with noindex says so', () => {
    const html = site.read('fr-fr/legal/index.html');
    expect(html).toContain('<meta name="robots" content="noindex,nofollow">');
  });
  test('that a machine translated leads to its original', () => {
    expect(site.read('fr-fr/pay-invoice/index.html')).toMatch(
      /<a href="\/help\/en-us\/pay-invoice\/" hreflang="en-US"[^>]*>\s*Lire l’original en anglais/,
    );
    expect(site.read('en-us/pay-invoice/index.html')).not.toContain('class="notice"');
  });
  test('marks the languages that show the original', () => {
    const list =
      /<details class="languages"[\s\S]*?<\/details>/.exec(site.read('en-us/export-data/index.html'))?.[0] ?? '';
    expect(all(list, /<a href="([^"]*)"/g)).toEqual([
      '/help/ar-sa/export-data/',
      '/help/en-us/export-data/',
      '/help/fr-fr/export-data/',
    ]);
    expect(all(list, /class="hint">([^<]*)/g)).toEqual(['English', 'English']);
  });
});

test('no page runs a script of its own or styles itself', () => {
  for (const path of [
    'index.html',
    '404.html',
    'fr-fr/index.html',
    'fr-fr/pay-invoice/index.html',
    'fr-fr/search/index.html',
  ]) {
    const html = site.read(path);
    expect(html, path).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\son[a-z]+=|\sstyle=|javascript:/);
  }
});

test.each([
  ['fr-fr/404.html'],
  ['404.html'],
  ['robots.txt'],
  ['sitemap.xml'],
  ['sitemap-ar-sa.xml'],
  ['fr-fr/all/index.html'],
])('there is %s', (path) => {
  expect(site.read(path)).not.toBe('');
});

test('every link within the site leads to a file', () => {
  const pages = [
    'index.html',
    '404.html',
    'fr-fr/index.html',
    'fr-fr/404.html',
    'ar-sa/export-data/index.html',
    'ar-sa/all/index.html',
  ];
  for (const page of pages) {
    for (const href of all(site.read(page), /\s(?:href|src|action)="(\/[^"#?]*)/g)) {
      expect(href.startsWith('/help/'), `${page}: ${href}`).toBe(true);
      const path = href.slice('/help/'.length);
      expect(
        () => site.read(path === '' || path.endsWith('/') ? `${path}index.html` : path),
        `${page}: ${href}`,
      ).not.toThrow();
    }
  }
});

describe('in a browser', () => {
  const open = async (path: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> => {
    const context = await browser.newContext({ locale: 'fr-CA', ...options });
    const page = await context.newPage();
    await page.goto(site.origin + path);
    return page;
  };

  test.each(
    [
      '/help/#languages',
      '/help/fr-fr/',
      '/help/fr-fr/pay-invoice/',
      '/help/ar-sa/export-data/',
      '/help/ar-sa/all/',
      '/help/fr-fr/search/',
      '/help/no',
    ].flatMap((path) => (['light', 'dark'] as const).map((colorScheme) => ({ path, colorScheme }))),
  )('$path is accessible in the $colorScheme theme', async ({ path, colorScheme }) => {
    const page = await open(path, { colorScheme });
    // The dark theme changes nothing but colours.
    const axe = new AxeBuilder({ page });
    const { violations } = await (colorScheme === 'dark' ? axe.withRules('color-contrast') : axe).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    await page.context().close();
  });

  test.each([
    '/help/',
    '/help/fr-fr/',
    '/help/fr-fr/pay-invoice/',
    '/help/ar-sa/pay-invoice/',
    '/help/fr-fr/all/',
    '/help/no',
  ])('%s fits on 320 pixels', async (path) => {
    const page = await open(path, { viewport: { width: 320, height: 640 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.context().close();
  });

  test('the list of languages sends a reader on, but not one who wants to choose', async () => {
    const page = await open('/help/');
    await page.waitForURL('**/help/fr-fr/');
    await page.goto(`${site.origin}/help/#languages`);
    await page.click('a[hreflang="ar-SA"]');
    await page.goto('about:blank');
    await page.goto(`${site.origin}/help/`);
    await page.waitForURL('**/help/ar-sa/');
    await page.context().close();
  });

  test('without JavaScript the list of languages stays a list', async () => {
    const page = await open('/help/', { javaScriptEnabled: false });
    expect(await page.locator('[data-locales] a').count()).toBe(3);
    await page.context().close();
  });

  test('another language opens at the section being read', async () => {
    const page = await open('/help/fr-fr/pay-invoice/', { viewport: { width: 1000, height: 300 } });
    await page.evaluate(() => document.getElementById('more')?.scrollIntoView({ behavior: 'instant' }));
    await page.click('[data-languages] summary');
    await page.click('[data-languages] a[hreflang="ar-SA"]');
    await page.waitForURL('**/help/ar-sa/pay-invoice/#more');
    await page.context().close();
  });

  test('a page that is not there speaks the language of its address', async () => {
    const page = await open('/help/ar-sa/nothing/');
    expect(await page.locator('h1:visible').allTextContents()).toEqual(['الصفحة غير موجودة']);
    expect(await page.getAttribute('html', 'dir')).toBe('rtl');
    await page.context().close();
  });

  test('a chosen theme is kept', async () => {
    const page = await open('/help/fr-fr/', { colorScheme: 'light' });
    await page.click('[data-theme-toggle]');
    await page.goto(`${site.origin}/help/fr-fr/all/`);
    expect(await page.getAttribute('html', 'data-theme')).toBe('dark');
    expect(await page.getAttribute('[data-theme-toggle]', 'aria-pressed')).toBe('true');
    await page.context().close();
  });

  test('tabs show one section, walk with arrow keys and follow a fragment', async () => {
    const page = await open('/help/en-us/pay-invoice/#mac');
    const visible = (): Promise<string[]> => page.locator('.tab:visible').allTextContents();
    expect((await visible()).join()).toContain('On macOS');
    await page.focus('[role="tab"][aria-selected="true"]');
    await page.keyboard.press('ArrowLeft');
    expect((await visible()).join()).toContain('On Windows');
    await page.context().close();
  });

  test('the search opens by key, closes by Escape, and says so where there is no index', async () => {
    const page = await open('/help/fr-fr/pay-invoice/');
    await page.keyboard.press('/');
    await page.keyboard.type('facture');
    await page.getByText('La recherche est momentanément indisponible').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog[open]').count()).toBe(0);
    await page.context().close();
  });

  test('the first stop of the keyboard leads to the content', async () => {
    const page = await open('/help/fr-fr/pay-invoice/');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    await page.context().close();
  });
});
