/** The help centre under axe, on a phone and on a desktop. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { useBrowser } from './browser.ts';
import { helpCentre } from './sites.ts';

const { browser } = useBrowser();

const words: Readonly<Record<string, string>> = {
  'fr-fr': 'facture',
  'ar-sa': 'الفوترة',
  'th-th': 'ธนาคาร',
  'zh-tw': '發票',
};

const rows = [
  { kind: 'the chooser', path: '#languages' },
  ...Object.entries(words).flatMap(([locale, word]) => [
    { kind: 'a home page', path: `${locale}/` },
    { kind: 'an article', path: `${locale}/failed-payments/` },
    { kind: 'a list', path: `${locale}/all/` },
    { kind: 'a search', path: `${locale}/search/?q=${encodeURIComponent(word)}` },
    { kind: 'a missing page', path: `${locale}/nothing/` },
  ]),
];

describe.each([320, 1280])('%i pixels wide', (width) => {
  // One page for all rows: a new one for each would take most of the time.
  let page: Page;
  beforeAll(async () => {
    page = await browser().newPage({ viewport: { width, height: 900 } });
    return () => page.close();
  });

  test.each(rows)('$kind ($path) is accessible and fits', async ({ kind, path }) => {
    await page.goto('about:blank');
    await page.goto(helpCentre.url + path);
    if (kind === 'a search') await page.locator('main .results li').first().waitFor();
    // No page has frames, so the older mode sees the same; the other one opens a second page for each look.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
});
