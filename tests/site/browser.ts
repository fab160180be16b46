/** A real browser: the one of `CHROME_PATH`, that of the system, or the one from npm. */
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';

const installed = [
  process.env['CHROME_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium-browser',
];

/** Opens an address as a reader would who comes for the first time. */
export type Open = (address: string, options?: BrowserContextOptions) => Promise<Page>;

/** One browser for the tests of a file. What a test opens is closed, and forgotten by the browser, when the test is done. */
export function useBrowser(): { browser: () => Browser; open: Open } {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());
  return {
    browser: () => browser,
    open: async (address, options = {}) => {
      const context = await browser.newContext(options);
      onTestFinished(() => context.close());
      const page = await context.newPage();
      await page.goto(address);
      return page;
    },
  };
}

async function launch(): Promise<Browser> {
  const found = installed.find((path) => path !== undefined && path !== '' && existsSync(path));
  return chromium.launch({ executablePath: found ?? (await unpacked()), args: ['--no-sandbox', '--no-zygote'] });
}

async function unpacked(): Promise<string> {
  // The package brings the libraries that a bare system lacks, but unpacks them only where it believes to run on Lambda.
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs24.x';
  const { default: npmChromium } = await import('@sparticuz/chromium');
  return npmChromium.executablePath();
}
