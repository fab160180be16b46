/** A real browser: the one of `CHROME_PATH`, else the one from npm, else that of the system. */
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

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
    browser = await launch();
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

async function launch(): Promise<Browser> {
  // `--no-sandbox`: tests often run as root, who may not have one.
  return chromium.launch({ executablePath: await executable(), args: ['--no-sandbox'] });
}

/** The npm package has a browser for Linux on x64 only, but that one opens a page in a fraction of the time. */
async function executable(): Promise<string> {
  const named = process.env['CHROME_PATH'];
  if (named !== undefined && named !== '') return named;
  if (process.platform === 'linux' && process.arch === 'x64') return unpacked();
  const found = installed.find((path) => existsSync(path));
  if (found === undefined) throw new Error('No browser found. Set CHROME_PATH to the path of a Chromium or Chrome.');
  return found;
}

async function unpacked(): Promise<string> {
  // The package brings the libraries that a bare system lacks, but unpacks them only where it believes to run on Lambda.
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs24.x';
  const { default: npmChromium } = await import('@sparticuz/chromium');
  return npmChromium.executablePath();
}
