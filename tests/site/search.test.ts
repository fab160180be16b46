/** The search of the help centre in a real browser, with words of each language. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from './browser.ts';
import { articleFile, helpCentre, read } from './sites.ts';

const { open: openAddress } = useBrowser();
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
  await page.locator(`${root} [data-results] [role="status"]:not(:empty)`).waitFor();
  const links = await page.locator(`${root} .results a`).all();
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
  // Thai has no such article: its page shows the English one, and would answer in English.
  ['th-TH', 'CSV', []],
])('in %s, %s finds %j', async (tag, word, expected) => {
  expect(await resultsOnPage(tag, word)).toEqual(expected);
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
