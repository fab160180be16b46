/** Hostile articles in a real browser, many on a page: what runs, is asked for, leads away, or is out of its place. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { embedDocument } from '../../src/exports/embed.ts';
import { launchBrowser } from './browser.ts';
import { marks } from './hostile-articles.ts';
import { hostileFiles, outputsOf } from './hostile-outputs.ts';
import { seededRandom } from './random.ts';

/** Articles on a page: two files each, and a page for each of three languages. */
const together = 200;
/** Waited for what comes late, such as errors of pictures; in milliseconds. */
const patience = 150;

export interface BrowserReport {
  /** Bodies of articles and pieces of HTML that were shown. */
  readonly shown: number;
  /** Pages of articles among them. */
  readonly pages: number;
  readonly failures: readonly { readonly what: string; readonly seed: number }[];
}

/**
 * Shows hostile articles in a browser for some time, without the policy that would stop most of them once more: every other page
 * without scripts, which shows what `noscript` holds.
 *
 * @param folder for the files of articles
 */
export async function fuzzInBrowser(
  folder: string,
  milliseconds: number,
  seed: number,
  progress: (shown: number) => void,
): Promise<BrowserReport> {
  const browser = await launchBrowser();
  const failures: { what: string; seed: number }[] = [];
  const end = performance.now() + milliseconds;
  let [shown, pages] = [0, 0];
  try {
    for (let own = seed * 100_000; performance.now() < end; own++) {
      const outputs = outputsOf(folder, hostileFiles(together, seededRandom(own)));
      const pieces = outputs.pages.flatMap(({ page, original }) => [
        `<article>${page.html}</article>`,
        ...Object.values(original?.sentences ?? {}).map((sentence) => `<p>${sentence}</p>`),
        (embedDocument(page, { title: 'Help', origin: 'https://help.example' }) as { html: string }).html,
      ]);
      failures.push(...(await watch(browser, pieces, own % 2 === 0)).map((what) => ({ what, seed: own })));
      shown += pieces.length;
      pages += outputs.pages.length;
      progress(pages);
    }
  } finally {
    await browser.close();
  }
  return { shown, pages, failures };
}

const address = 'https://help.example/fr-fr/a/';

/** Shows pieces of HTML, each in a place of its own, and gives what should not have happened. */
async function watch(browser: Browser, pieces: readonly string[], javaScriptEnabled: boolean): Promise<string[]> {
  const context = await browser.newContext({ bypassCSP: true, javaScriptEnabled });
  const seen: string[] = [];
  const places = pieces.map((piece, index) => `<section data-place="${index}">${piece}</section>`).join('');
  const html = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>x</title></head><body>${places}<footer></footer></body></html>`;
  try {
    const page = await context.newPage();
    await answerAlone(context, page, html, seen);
    await page.goto(address);
    await page.waitForTimeout(patience);
    if (javaScriptEnabled) seen.push(...(await page.evaluate(outOfPlace, pieces)));
  } finally {
    await context.close();
  }
  return [...new Set(seen)];
}

/** The page is all that the network has; whatever else is asked for is noted. */
async function answerAlone(context: BrowserContext, page: Page, html: string, seen: string[]): Promise<void> {
  await context.route('**/*', async (route) => {
    const url = route.request().url();
    const isPage = url === address && route.request().isNavigationRequest();
    // Pictures of a content directory may be asked for; here there are none.
    if (!isPage && !/^https:\/\/help\.example\/(?:help\/media\/|favicon)/.test(url)) seen.push(`request ${url}`);
    await (isPage ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }) : route.abort());
  });
  page.on('dialog', (dialog) => {
    seen.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', () => seen.push('popup'));
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame() || frame.url() !== address) seen.push(`navigation to ${frame.url()}`);
  });
  await page.exposeFunction(marks.call.replace('()', ''), () => seen.push('executed'));
}

/** In the page: provokes what waits for a reader, and compares what is shown with the pieces, each alone as a script would put it in. */
function outOfPlace(pieces: readonly string[]): string[] {
  const found: string[] = [];
  const { children } = document.body;
  if (children.length !== pieces.length + 1 || children[children.length - 1]?.localName !== 'footer')
    found.push(`${children.length} elements in the body for ${pieces.length} pieces`);
  if (document.head.children.length !== 2) found.push(`${document.head.children.length} elements in the head`);
  if (document.title !== 'x') found.push(`the title ${document.title}`);
  for (const [index, piece] of pieces.entries()) {
    const place = document.querySelector(`[data-place="${index}"]`);
    // What browsers with scripts do not look into, a template does.
    const alone = new DOMParser().parseFromString(`<section>${piece}</section>`, 'text/html').querySelector('section');
    const unseen = (html: string | undefined) => html?.replace(/<noscript>.*?<\/noscript>/gs, '');
    if (unseen(place?.innerHTML) !== unseen(alone?.innerHTML)) found.push(`another piece: ${piece.slice(0, 500)}`);
  }
  for (const element of document.querySelectorAll('[data-place] *')) {
    for (const { name } of element.attributes)
      if (/^(?:on|style$|srcdoc$|ping$)/i.test(name)) found.push(`attribute ${name}`);
    for (const name of ['pointerdown', 'mouseover', 'focus', 'toggle', 'animationstart', 'error', 'load'])
      element.dispatchEvent(new Event(name));
    if (element instanceof HTMLAnchorElement && /^(?:javascript|vbscript|data|blob|file):$/.test(element.protocol))
      found.push(`link to ${element.href}`);
  }
  return found;
}
