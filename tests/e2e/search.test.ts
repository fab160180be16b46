/** The search of the help centre in a real browser, with words of each language. */
import type { Page } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { useBrowser } from './browser.ts';
import { articleFile, helpCentre, read } from './sites.ts';

const { open: openAddress, newContext } = useBrowser();
const open: typeof openAddress = (path, options) => openAddress(helpCentre.url + path, options);

/** Words, the text around them, and the article that they stand in. */
const questions = [
  { tag: 'fr-FR', word: 'remboursement', within: 'Demander un remboursement', slug: 'refunds-and-credits' },
  { tag: 'ar-SA', word: 'الدعوة', within: 'تظل الدعوة صالحة', slug: 'billing-roles' },
  { tag: 'de-DE', word: 'Kartenlimit', within: 'übersteigt das Kartenlimit', slug: 'failed-payments' },
  { tag: 'nb-NO', word: 'minustegn', within: 'En linje med minustegn', slug: 'read-your-invoice' },
  // No blanks around the word: it is found only where text and question are divided alike.
  { tag: 'th-TH', word: 'กิกะไบต์', within: 'ชั่วโมงหรือกิกะไบต์', slug: 'read-your-invoice' },
  { tag: 'zh-TW', word: '折讓單', within: '您會收到一張折讓單，並與', slug: 'refunds-and-credits' },
  { tag: 'ja-JP', word: '証明書', within: '支払い証明書を添付', slug: 'pay-by-bank-transfer' },
];

/** Addresses of the results, best first, once they are there. */
async function results(page: Page, root: string): Promise<(string | null)[]> {
  await page.locator(`${root} [data-results] [role="status"]:not(:empty, [data-waiting])`).waitFor();
  const links = await page.locator(`${root} .results a.result`).all();
  return Promise.all(links.map((link) => link.getAttribute('href')));
}

const resultsOnPage = async (tag: string, query: string): Promise<(string | null)[]> =>
  results(await open(`${tag.toLowerCase()}/search/?q=${encodeURIComponent(query)}`), 'main');

describe.each(questions)('$word in $tag', ({ tag, word, within, slug }) => {
  const expected = `/help/${tag.toLowerCase()}/${slug}/`;

  test('stands in the article', () => {
    expect(read(helpCentre, articleFile(tag, slug)).replace(/<[^>]*>/g, '')).toContain(within);
  });

  test('finds the article from the dialog', async () => {
    const page = await open(`${tag.toLowerCase()}/pay-invoice/`);
    await page.keyboard.press('/');
    await page.keyboard.insertText(word);
    expect((await results(page, 'dialog'))[0]).toBe(expected);
  });

  test('finds the article from an address', async () => {
    expect((await resultsOnPage(tag, word))[0]).toBe(expected);
  });
});

test('a word that no article has does not spoil the others', async () => {
  expect((await resultsOnPage('fr-FR', 'remboursement xylophone'))[0]).toBe('/help/fr-fr/refunds-and-credits/');
});

test.each([
  ['en-US', 'CSV', ['/help/en-us/export-billing-data/']],
  ['de-DE', 'CSV', ['/help/de-de/export-billing-data/']],
])('in %s, %s finds %j', async (tag, word, expected) => {
  expect(await resultsOnPage(tag, word)).toEqual(expected);
});

test('what only the source has is shown from the source, and says so to people and to machines', async () => {
  const page = await open('th-th/search/?q=CSV');
  expect(await results(page, 'main')).toEqual(['/help/en-us/export-billing-data/']);
  expect(await page.locator('main .results .title').getAttribute('lang')).toBe('en-US');
  expect(await page.locator('main [role="status"]').textContent()).not.toBe('');
});

test('an id leads to its article', async () => {
  expect((await resultsOnPage('nb-NO', '7100101'))[0]).toBe('/help/nb-no/pay-invoice/');
});

test('a slip of the keyboard is forgiven, and put right when the reader wants it', async () => {
  const page = await open('fr-fr/search/?q=rembuorsement%20facture');
  expect(await results(page, 'main')).toContain('/help/fr-fr/refunds-and-credits/');
  await page.locator('main .suggestion').click();
  expect(await page.locator('main input').inputValue()).toBe('remboursement facture');
});

test('a result shows the words that were found, and leads to the step that has them', async () => {
  const page = await open('en-us/search/?q=confirm%20payment%20saved%20card');
  await results(page, 'main');
  expect(await page.locator('main .results mark').count()).toBeGreaterThan(1);
  const place = page.locator('main .results li').first().locator('a.place');
  const address = await place.getAttribute('href');
  expect(address).toMatch(/^\/help\/en-us\/[\w-]+\/#[\w-]+$/);
  await place.click();
  await page.waitForURL(`**${address ?? ''}`);
});

test('the list hangs below the field, and screen readers are told where the keyboard is', async () => {
  const page = await open('fr-fr/pay-invoice/');
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox');
  await page.keyboard.insertText('facture');
  await results(page, 'dialog');
  expect(await field.getAttribute('aria-expanded')).toBe('true');
  await page.keyboard.press('ArrowDown');
  const active = page.locator('dialog [role="option"][aria-selected="true"]');
  expect(await active.count()).toBe(1);
  expect(await field.getAttribute('aria-activedescendant')).toBe(await active.getAttribute('id'));
  await page.keyboard.press('ArrowUp');
  expect(await field.getAttribute('aria-activedescendant')).toBeNull();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
});

test('while a word is being typed, its beginning finds articles', async () => {
  const page = await open('fr-fr/pay-invoice/');
  await page.keyboard.press('/');
  await page.keyboard.insertText('rembours');
  expect((await results(page, 'dialog'))[0]).toBe('/help/fr-fr/refunds-and-credits/');
});

test.each([
  ['fr-FR', 'xyzzyq & qqqqzzzz?'],
  ['ar-SA', 'ظظغغظ & ضضضغغ؟'],
])(
  'in %s, who finds nothing for %s is led to all articles, and to people who are given the question',
  async (tag, query) => {
    const path = tag.toLowerCase();
    const page = await open(`${path}/search/?q=${encodeURIComponent(query)}`);
    expect(await results(page, 'main')).toEqual([]);
    const links = await page.locator('main .search-notes a').all();
    const addresses = await Promise.all(links.map((link) => link.getAttribute('href')));
    expect(addresses).toEqual([
      `/help/${path}/all/`,
      `https://portal.nimbus.example/support?question=${encodeURIComponent(query)}&locale=${tag}`,
    ]);
  },
);

test('nothing of the search is loaded before a reader asks for it', async () => {
  const page = await open('fr-fr/pay-invoice/');
  const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  expect(loaded.filter((name) => /pagefind|strings\.json|panel/.test(name))).toEqual([]);
});

/** Waits for what the search says, which must be one of the texts in the page. */
async function says(page: Page, root: string, text: 'failed' | 'offline' | 'searching'): Promise<void> {
  const expected = (await page.locator(`${root} [data-search]`).getAttribute(`data-${text}`)) ?? '';
  expect(expected).not.toBe('');
  await page.locator(`${root} [role="status"]`).getByText(expected, { exact: true }).waitFor();
}

test('without a connection the search says so, and answers when there is one', async () => {
  const page = await open('fr-fr/pay-invoice/');
  await page.context().setOffline(true);
  await page.keyboard.press('/');
  await page.keyboard.insertText('facture');
  await says(page, 'dialog', 'offline');
  await page.context().setOffline(false);
  await page.waitForURL('**/fr-fr/search/?q=facture');
  expect(await results(page, 'main')).toContain('/help/fr-fr/pay-invoice/');
});

test.each(['**/_astro/search-panel*', '**/strings.json', '**/function-words.dat', '**/terms/*', '**/texts/*'])(
  'where %s cannot be loaded, the search says what to do, and finds when it is asked again',
  async (files) => {
    const context = await newContext();
    onTestFinished(() => context.close());
    const page = await context.newPage();
    await page.route(files, (route) => route.fulfill({ status: 404 }));
    await page.goto(`${helpCentre.url}fr-fr/search/?q=remboursement`);
    await says(page, 'main', 'failed');
    await page.unroute(files);
    await page.locator('main [data-again] button').click();
    await page.locator('main .results a.result').first().waitFor();
    expect((await results(page, 'main'))[0]).toBe('/help/fr-fr/refunds-and-credits/');
    expect(await page.locator('main [data-again]').isVisible()).toBe(false);
  },
);

test('while files are on their way, the search says so, and after some time what else can be done', async () => {
  const context = await newContext();
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.clock.install();
  await page.route('**/_astro/search-panel*', () => undefined);
  await page.goto(`${helpCentre.url}fr-fr/search/?q=remboursement`, { waitUntil: 'commit' });
  await page.locator('main [data-search]').waitFor();
  await page.clock.runFor(1000);
  await says(page, 'main', 'searching');
  expect(await page.locator('main [data-again]').isVisible()).toBe(false);
  await page.clock.runFor(10_000);
  await page.locator('main [data-again] button').waitFor();
});

test('a result opens by keyboard', async () => {
  const page = await open('fr-fr/');
  await page.keyboard.press('Control+k');
  await page.keyboard.insertText('remboursement');
  await results(page, 'main');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/fr-fr/refunds-and-credits/');
});

test('Enter leads from the dialog to the page of results', async () => {
  const page = await open('fr-fr/pay-invoice/');
  await page.keyboard.press('/');
  await page.keyboard.insertText('remboursement');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/fr-fr/search/?q=remboursement');
});

test('what nobody wrote about is said to be missing, in the reader’s language', async () => {
  const page = await open('fr-fr/search/?q=xylophone');
  await results(page, 'main');
  expect(await page.locator('main [role="status"]').textContent()).toContain('«\u00a0xylophone\u00a0»');
});

/** Sizes of a telephone and of a desk. */
const windows = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
];

describe.each(windows)('on a page $width wide', (viewport) => {
  test.each(['facture', 'xyzzyq'])('the answer to %s moves nothing that is in sight', async (query) => {
    const context = await newContext({ viewport });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    await page.addInitScript(() => {
      const seen = { shift: 0 };
      Object.assign(globalThis, { seen });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if ('value' in entry) seen.shift += Number(entry.value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(`${helpCentre.url}fr-fr/search/?q=${query}`);
    await results(page, 'main');
    // Shifts are told when the picture has been drawn.
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          requestAnimationFrame(() =>
            setTimeout(() => resolve((globalThis as unknown as { seen: { shift: number } }).seen.shift)),
          );
        }),
    );
    expect(shift).toBeLessThan(0.1);
  });
});
