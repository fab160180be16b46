/** A real browser: the one of `CHROME_PATH`, that of the system, or the one from npm. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const installed = [
  process.env['CHROME_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium-browser',
];

export async function openBrowser(): Promise<Browser> {
  const found = installed.find((path) => path !== undefined && path !== '' && existsSync(path));
  return chromium.launch({ executablePath: found ?? (await unpacked()), args: ['--no-sandbox', '--no-zygote'] });
}

async function unpacked(): Promise<string> {
  // The package brings the libraries that a bare system lacks, but unpacks them only where it believes to run on Lambda.
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs24.x';
  const { default: npmChromium } = await import('@sparticuz/chromium');
  return npmChromium.executablePath();
}
