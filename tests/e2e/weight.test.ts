/** What an article page costs, and whether it stands still. */
import { gzipSync } from 'node:zlib';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useBrowser } from './browser.ts';
import { helpCentre, tags } from './sites.ts';

const { newContext, open } = useBrowser();

test.each(tags)('an article in %s takes at most 20 KB until something is asked for', async (tag) => {
  const page = await open(`${helpCentre.url}favicon.svg`);
  const loaded: Promise<{ path: string; bytes: number }>[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    loaded.push(response.body().then((body) => ({ path: pathname, bytes: gzipSync(body, { level: 9 }).length })));
  });
  await page.goto(`${helpCentre.url}${tag.toLowerCase()}/pay-invoice/`, { waitUntil: 'networkidle' });
  const files = (await Promise.all(loaded)).filter(({ path }) => /(?:\/|\.js|\.css)$/.test(path));
  expect(files.length).toBeGreaterThanOrEqual(3);
  expect(files.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(20_000);
});

/** What has moved on a page while it loaded and settled. */
/** Not in TypeScript's library yet. */
interface LayoutShift extends PerformanceEntry {
  readonly sources: readonly { readonly node: Node | null }[];
}

async function moved(path: string, options: BrowserContextOptions, kept: Record<string, string>): Promise<string[]> {
  const context = await newContext(options);
  try {
    const page: Page = await context.newPage();
    // A fast machine runs the scripts before it paints; readers' phones do not.
    await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: 6 });
    await page.goto(`${helpCentre.url}favicon.svg`);
    await page.evaluate((items) => {
      for (const [name, value] of Object.entries(items)) localStorage.setItem(name, value);
    }, kept);
    await page.goto(helpCentre.url + path, { waitUntil: 'networkidle' });
    await page.waitForFunction(() => document.documentElement.dataset['original'] !== 'waiting');
    return await page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          const moving: string[] = [];
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries() as LayoutShift[]) {
              for (const { node } of entry.sources)
                moving.push((node instanceof Element ? node : node?.parentElement)?.outerHTML.slice(0, 200) ?? '');
            }
          }).observe({ type: 'layout-shift', buffered: true });
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(moving)));
        }),
    );
  } finally {
    await context.close();
  }
}

const everything = {
  'languedocs-original': 'shown',
  'languedocs-theme': 'dark',
  'languedocs-text': 'largest',
  'languedocs-steps': '{"pay-invoice":["step-1","step-2"]}',
};

const rows: readonly { path: string; width: number; kept: Record<string, string> }[] = [
  { path: 'fr-fr/pay-invoice/', width: 390, kept: {} },
  { path: 'fr-fr/pay-invoice/', width: 1280, kept: {} },
  { path: 'ar-sa/pay-invoice/', width: 1280, kept: everything },
  { path: 'th-th/pay-invoice/', width: 390, kept: everything },
  { path: 'en-us/pay-invoice/', width: 390, kept: everything },
  { path: 'de-de/export-billing-data/', width: 390, kept: {} },
  { path: 'de-de/export-billing-data/', width: 1280, kept: {} },
  { path: 'fr-fr/download-invoices/', width: 1280, kept: {} },
  { path: 'zh-tw/', width: 390, kept: {} },
  { path: 'zh-tw/all/', width: 1280, kept: everything },
];

test.each(rows)('$path, $width pixels wide, does not move while it loads ($kept)', async ({ path, width, kept }) => {
  // A reader of another language gets an offer besides.
  expect(await moved(path, { viewport: { width, height: 800 }, locale: 'nl-NL' }, kept)).toEqual([]);
});
