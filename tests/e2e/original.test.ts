/** The original beside the translation in a real browser: by keyboard, touch and pointer, through the accessibility tree, and without scripts. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from './browser.ts';
import { helpCentre } from './sites.ts';

const { open: openAddress } = useBrowser();
const open: typeof openAddress = (path, options) => openAddress(helpCentre.url + path, options);

const panel = '[data-sentence-panel]';
const wide = { viewport: { width: 1280, height: 900 } };

/** What the panel says, once it has come. */
async function panelText(page: Page): Promise<{ text: string; lang: string | null; dir: string | null }> {
  const text = page.locator(`${panel} [data-text]`);
  await page.waitForFunction(() => document.querySelector('[data-sentence-panel] [data-text][lang]') !== null);
  return {
    text: await text.innerText(),
    lang: await text.getAttribute('lang'),
    dir: await text.getAttribute('dir'),
  };
}

const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.id ?? '');

async function tabToSentence(page: Page): Promise<void> {
  for (let stop = 0; stop < 40; stop++) {
    await page.keyboard.press('Tab');
    if (/^s\d+$/.test(await focused(page))) return;
  }
  throw new Error('The keyboard did not come to a sentence.');
}

describe('by keyboard alone', () => {
  test('the first sentence is one stop, and shows its original', async () => {
    const page = await open('zh-tw/pay-invoice/');
    await tabToSentence(page);
    expect(await focused(page)).toBe('s102');
    expect(await panelText(page)).toEqual({ text: 'Pay an invoice in the Nimbus portal', lang: 'en-US', dir: 'ltr' });
  });

  test.each([
    ['zh-tw', 'ArrowRight'],
    ['ar-sa', 'ArrowLeft'],
  ])('in %s %s walks to the next sentence', async (locale, key) => {
    const page = await open(`${locale}/pay-invoice/`);
    await tabToSentence(page);
    await page.keyboard.press(key);
    expect(await focused(page)).toBe('s103');
    await page.getByText('You can use a card to pay any invoice').waitFor();
  });

  test('Enter leads into the panel, Tab to its buttons, Escape back to the sentence', async () => {
    const page = await open('zh-tw/pay-invoice/');
    await tabToSentence(page);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.hasAttribute('data-sentence-panel'));
    for (const name of ['data-step', 'data-step', 'data-copy-link', 'data-report', 'data-close']) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate((attribute) => document.activeElement?.hasAttribute(attribute), name)).toBe(true);
    }
    await page.keyboard.press('Escape');
    expect([await focused(page), await page.locator(panel).isVisible()]).toEqual(['s102', false]);
  });

  test('all of it is shown and hidden by one button', async () => {
    const page = await open('zh-tw/pay-invoice/', wide);
    await page.focus('[data-original-toggle]');
    await page.keyboard.press('Enter');
    await page.locator('.original').first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.original').first().waitFor({ state: 'detached' });
  });
});

test('a tap shows the original of a sentence, with its links, and a second one of another', async () => {
  const page = await open('th-th/pay-invoice/', { viewport: { width: 390, height: 800 }, hasTouch: true });
  await page.tap('#s107');
  expect((await panelText(page)).text).toBe('the billing owner, billing contributor or invoice manager role');
  await page.tap('#s110');
  await page.locator(`${panel} a[href="/help/th-th/billing-roles/#check-your-role"]`).waitFor();
});

test('a click on a link follows it, and selected text stays selected', async () => {
  const page = await open('fr-fr/pay-invoice/', wide);
  await page.dblclick('#s107');
  expect(await page.evaluate(() => document.getSelection()?.toString().trim())).not.toBe('');
  await page.click('#s110 a');
  await page.waitForURL('**/fr-fr/billing-roles/**');
});

describe('in the accessibility tree', () => {
  test('the panel is a region with a name, its text and its controls', async () => {
    const page = await open('en-us/pay-invoice/');
    await page.goto(`${helpCentre.url}fr-fr/pay-invoice/`);
    await page.click('#s112');
    await panelText(page);
    const tree = await page.locator(panel).ariaSnapshot();
    const name = await page.getAttribute(panel, 'aria-label');
    expect(tree).toContain(`- region "${name ?? ''}"`);
    expect(tree).toContain('Sign in to the');
    expect(tree).toContain('- link "Nimbus portal"');
    expect(tree.match(/- button/g)).toHaveLength(4);
  });

  test('the whole original follows passage by passage, and adds no heading', async () => {
    const page = await open('fr-fr/pay-invoice/', wide);
    const headings = await page.locator('article').getByRole('heading').allTextContents();
    await page.click('[data-original-toggle]');
    await page.locator('.original').first().waitFor();
    expect(await page.locator('article').getByRole('heading').allTextContents()).toEqual(headings);
    const tree = await page.locator('article').ariaSnapshot();
    const [translated, source] = ['Avant de commencer', 'paragraph: Before you start'].map((text) =>
      tree.indexOf(text),
    );
    expect([translated, source].every((at) => at !== -1) && (translated ?? 0) < (source ?? 0)).toBe(true);
    expect(await page.locator('.original:not([lang="en-US"][dir="ltr"])').count()).toBe(0);
  });
});

test.each([
  [1280, true],
  [390, false],
])('%i pixels wide the original stands beside: %s', async (width, beside) => {
  const page = await open('ar-sa/pay-invoice/', { viewport: { width, height: 900 } });
  await page.click('[data-original-toggle]');
  await page.locator('.original').first().waitFor();
  const [text, original] = await Promise.all([
    page.locator('#s103').boundingBox(),
    page.locator('.pair:has(#s103) > .original').boundingBox(),
  ]);
  if (!text || !original) throw new Error('A sentence or its original cannot be seen.');
  expect(Math.abs(text.y - original.y) < 10).toBe(beside);
  expect(original.x + original.width <= text.x).toBe(beside);
});

test('the preference is kept from page to page, and can be taken back in the settings', async () => {
  const page = await open('fr-fr/pay-invoice/', wide);
  await page.click('[data-original-toggle]');
  await page.goto(`${helpCentre.url}fr-fr/failed-payments/`);
  await page.locator('td .original').first().waitFor();
  await page.click('[data-preferences] summary');
  await page.check('input[name="original"][value=""]');
  await page.locator('.original').first().waitFor({ state: 'detached' });
  await page.goto(`${helpCentre.url}fr-fr/pay-invoice/`, { waitUntil: 'networkidle' });
  expect(await page.locator('.original').count()).toBe(0);
});

test('nothing of the original is loaded before it is asked for', async () => {
  const page = await open('favicon.svg');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${helpCentre.url}fr-fr/pay-invoice/`, { waitUntil: 'networkidle' });
  const before = asked.filter((path) => path.endsWith('original.json'));
  await page.click('#s103');
  await panelText(page);
  expect([before, asked.filter((path) => path.endsWith('original.json'))]).toEqual([
    [],
    ['/help/fr-fr/pay-invoice/original.json'],
  ]);
});

test('an original that does not come is said, and the article stays', async () => {
  const page = await open('favicon.svg');
  await page.route('**/original.json', (route) => route.abort());
  await page.goto(`${helpCentre.url}fr-fr/pay-invoice/`);
  await page.click('#s103');
  const failed = (await page.getAttribute(panel, 'data-failed')) ?? '';
  await page.locator(panel).getByText(failed).waitFor();
  await page.click('[data-original-toggle]');
  await page.locator('.toast', { hasText: failed }).waitFor();
  expect(await page.locator('article h1').isVisible()).toBe(true);
});

test('a report names article, locale and sentence', async () => {
  const page = await open('fr-fr/pay-invoice/');
  const address = 'https://portal.nimbus.example/translations?article=pay-invoice&locale=fr-FR&sentence=';
  expect(await page.getAttribute('.notice [data-report]', 'href')).toBe(address);
  await page.click('#s112');
  await panelText(page);
  expect(await page.getAttribute(`${panel} [data-report]`, 'href')).toBe(`${address}s112`);
});

test.each(['en-us/pay-invoice/', 'th-th/export-billing-data/'])('%s has no original to show', async (path) => {
  const page = await open(path);
  expect(await page.locator(`[data-original-toggle], ${panel}, article[data-original]`).count()).toBe(0);
});

test('without JavaScript the source is one link away, at the same section', async () => {
  const page = await open('ar-sa/pay-invoice/', { javaScriptEnabled: false });
  expect(await page.locator('[data-original-toggle]').isVisible()).toBe(false);
  await page.click('noscript a[href$="#pay-with-a-card"]');
  await page.waitForURL('**/en-us/pay-invoice/#pay-with-a-card');
});
