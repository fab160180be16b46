/** A real browser for the tests of a file. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { launchBrowser } from '../../scripts/trials/browser.ts';

/** Opens an address as a reader would who comes for the first time. */
export type Open = (address: string, options?: BrowserContextOptions) => Promise<Page>;

/** A context that its test closes. */
export type NewContext = (options?: BrowserContextOptions) => Promise<BrowserContext>;

/** Milliseconds for what a page is to show: less than a test has, so that the test says what has not come. */
const patience = 200_000;

/** One browser for the tests of a file. What a test opens is closed, and forgotten by the browser, when the test is done. */
export function useBrowser(): { newContext: NewContext; open: Open } {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  const newContext: NewContext = async (options = {}) => {
    const context = await browser.newContext(options);
    context.setDefaultTimeout(patience);
    return context;
  };
  return {
    newContext,
    open: async (address, options = {}) => {
      const context = await newContext(options);
      onTestFinished(() => context.close());
      const page = await context.newPage();
      await page.goto(address);
      return page;
    },
  };
}
