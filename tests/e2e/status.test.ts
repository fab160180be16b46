/** The status board of the help centre. */
import { AxeBuilder } from '@axe-core/playwright';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { useBrowser } from './browser.ts';
import { helpCentre, lacking, read, slugs, tags } from './sites.ts';

const { open } = useBrowser();

test('is not for search engines', () => {
  for (const page of ['status/index.html', 'status/fr-fr/index.html', 'status/articles/index.html'])
    expect(read(helpCentre, page)).toContain('<meta name="robots" content="noindex,nofollow">');
  expect(read(helpCentre, 'sitemap.xml')).not.toContain('/status/');
});

test('counts what is published, behind and missing', () => {
  const { topics, locales } = JSON.parse(read(helpCentre, 'status/summary.json')) as {
    topics: number;
    locales: { locale: string; states: Record<string, number>; errors: number }[];
  };
  expect([topics, locales.map(({ locale }) => locale)]).toEqual([slugs.length, tags]);
  const statesOf = (tag: string) => locales.find(({ locale }) => locale === tag)?.states;
  expect(statesOf('nl-NL')).toEqual({ current: slugs.length - 1, 'same-shape': 0, behind: 1, missing: 0 });
  expect(statesOf(lacking.tag)?.['missing']).toBe(1);
});

test('names the article that a locale lacks, also for spreadsheets', () => {
  const rows = parse(read(helpCentre, 'status/th-th.csv'));
  expect(rows.filter((row) => row[2] === 'missing').map(([slug]) => slug)).toEqual([lacking.slug]);
});

test('sorts by a column, and back', async () => {
  const page = await open(`${helpCentre.url}status/`);
  const first = () => page.locator('tbody tr th').first().textContent();
  await page.getByRole('button', { name: 'Behind' }).click();
  expect((await first())?.trim()).toBe('nl-NL');
  await page.getByRole('button', { name: 'Locale' }).click();
  await page.getByRole('button', { name: 'Locale' }).click();
  expect((await first())?.trim()).toBe('zh-TW');
});

test('filters by state and by words', async () => {
  const page = await open(`${helpCentre.url}status/th-th/`);
  await page.getByRole('combobox', { name: 'Show' }).selectOption('missing');
  await page.getByText(`1 of ${slugs.length}`, { exact: true }).waitFor();
  await page.getByRole('searchbox', { name: 'Filter' }).fill('nothing like it');
  await page.getByText(`0 of ${slugs.length}`, { exact: true }).waitFor();
});

test.each([320, 1280])('is accessible and fits %i pixels', async (width) => {
  for (const path of ['status/', 'status/th-th/', 'status/articles/']) {
    const page = await open(helpCentre.url + path, { viewport: { width, height: 900 } });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => [path, id, nodes.map(({ html }) => html)])).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});

test.each(['status/', 'status/articles/', 'status/fr-fr/'])(
  'all targets of %s are large enough to hit',
  async (path) => {
    for (const width of [360, 1280]) {
      const page = await open(helpCentre.url + path, { viewport: { width, height: 800 } });
      const sizes = await page.locator('.status :is(a, button, input, select)').evaluateAll((targets) =>
        targets.map((target) => {
          const box = target.getBoundingClientRect();
          return { text: target.textContent, width: box.width, height: box.height };
        }),
      );
      expect(sizes.length).toBeGreaterThan(5);
      // CSS pixels: WCAG 2.2, 2.5.8.
      expect(sizes.filter((size) => size.width < 24 || size.height < 24)).toEqual([]);
    }
  },
);
