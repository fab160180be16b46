/** The help centre under axe: every kind of page, light and dark, both directions, on a phone and on a desktop, with and without the original. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { useBrowser } from './browser.ts';
import { helpCentre } from './sites.ts';

const { newContext } = useBrowser();

const words: Readonly<Record<string, string>> = {
  'fr-fr': 'facture',
  'ar-sa': 'الفوترة',
  'th-th': 'ธนาคาร',
  'zh-tw': '發票',
};

interface Row {
  readonly kind: string;
  readonly path: string;
  /** What the reader does before the look. */
  readonly act?: (page: Page) => Promise<void>;
}

const showOriginal = async (page: Page): Promise<void> => {
  await page.click('[data-original-toggle]');
  await page.locator('.original').first().waitFor();
};

const rows: readonly Row[] = [
  { kind: 'the chooser', path: '#languages' },
  { kind: 'the desk without a question', path: 'desk/' },
  { kind: 'the desk', path: 'desk/?lang=ar-SA&q=7302', act: (page) => page.locator('.hit').first().waitFor() },
  { kind: 'a choice of articles', path: 'id/7302/?lang=ar-SA', act: (page) => page.locator('.ready').waitFor() },
  ...Object.entries(words).flatMap(([locale, word]): Row[] => [
    { kind: 'a home page', path: `${locale}/` },
    { kind: 'an article', path: `${locale}/failed-payments/` },
    { kind: 'an article with its original', path: `${locale}/failed-payments/`, act: showOriginal },
    {
      kind: 'the original of a sentence',
      path: `${locale}/pay-invoice/`,
      act: async (page) => {
        await page.click('#s103');
        await page.locator('[data-sentence-panel] [data-text][lang]').waitFor();
      },
    },
    {
      kind: 'steps with marks',
      path: `${locale}/pay-invoice/`,
      act: async (page) => {
        await page.click('.step-mark');
      },
    },
    {
      kind: 'the settings',
      path: `${locale}/`,
      act: async (page) => {
        await page.click('[data-preferences] summary');
      },
    },
    { kind: 'a list', path: `${locale}/all/` },
    {
      kind: 'a search',
      path: `${locale}/search/?q=${encodeURIComponent(word)}`,
      act: async (page) => {
        await page.locator('main .results li').first().waitFor();
      },
    },
    { kind: 'a missing page', path: `${locale}/nothing/` },
  ]),
  { kind: 'a fallback page', path: 'th-th/export-billing-data/' },
  { kind: 'a translation that is behind', path: 'nl-nl/pay-by-bank-transfer/' },
  { kind: 'a topic area', path: 'fr-fr/topics/factures/' },
];

const [phone, desktop] = [320, 1280];

describe.each([phone, desktop])('%i pixels wide', (width) => {
  // One page for all rows: a new one for each would take most of the time.
  let page: Page;
  let forget: () => Promise<unknown>;
  beforeAll(async () => {
    const context = await newContext({ viewport: { width, height: 900 } });
    page = await context.newPage();
    const session = await context.newCDPSession(page);
    const { origin } = new URL(helpCentre.url);
    forget = () => session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'local_storage' });
    return () => context.close();
  });

  test.each(rows)('$kind ($path) is accessible and fits, light and dark', async ({ path, act }) => {
    await page.goto('about:blank');
    await forget();
    await page.goto(helpCentre.url + path);
    await act?.(page);
    // A theme that nobody has chosen is the style sheets' business alone, so that the page need not be loaded again.
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      // No page has frames, so the older mode sees the same; the other one opens a second page for each look.
      const look = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
      const { violations } = await look.analyze();
      expect(violations.map(({ id, nodes }) => [colorScheme, id, nodes.map(({ html }) => html)])).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
});
