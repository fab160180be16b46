/** A real browser: the one of `CHROME_PATH`, else the one from npm, else that of the system. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

export async function launchBrowser(): Promise<Browser> {
  // `--no-sandbox`: tests and trials often run as root, who may not have one.
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
