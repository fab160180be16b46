/** Attacks through the whole path into a real browser, which watches for what runs, what is asked for and where it goes. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LocalServer } from '../../src/commands/local-server.ts';
import { writeTree } from '../../scripts/trials/kill.ts';
import { attacks } from '../attacks/attacks.ts';
import { buildAttacks } from '../attacks/build-attacks.ts';
import { drawings } from '../attacks/drawings.ts';
import { file, pair } from '../support.ts';
import { isInert } from './inert.ts';
import { useBrowser } from './browser.ts';
import { buildAndServe, makeWorkFolder, removeWorkFolder } from './command.ts';

const { newContext } = useBrowser();
const folder = makeWorkFolder();
const [content, out, marker] = [join(folder, 'content'), join(folder, 'site'), join(folder, 'executed')];
let server: LocalServer;

const drawingName = (index: number) => `drawing-${index}.svg`;
const slugOf = (index: number) => `attack-${index}`;

/** The attack wherever an article has text: header, heading, body, both sides of a pair, code, table. */
function article(attack: string, index: number, locale: string): string {
  const line = attack.replace(/\s+/g, ' ');
  const title = JSON.stringify(`${index} ${line}`);
  return file(
    {
      'ms.contentlocale': locale,
      'ms.translationtype': 'MT',
      title,
      description: title,
      category: title,
      'ms.custom': title,
    },
    [
      `# <a name="${slugOf(index)}"></a>${index} ${line}`,
      attack,
      `- ${line}`,
      pair(102, `x ${line} x`, `y ${line} y`),
      `## ${pair(103, line, line)}`,
      `    ${line}`,
      'The end.\n',
    ].join('\n\n'),
  );
}

beforeAll(async () => {
  const files = attacks.flatMap(({ text }, index): [string, string][] => [
    [`fr-FR/${slugOf(index)}.md`, article(text, index, 'fr-FR')],
  ]);
  const built = Object.entries(buildAttacks).map(([path, text]) => [
    `fr-FR/${path}`,
    text.replaceAll('MARKER', marker),
  ]);
  const pictures = drawings.map(({ text }, index) => [`fr-FR/${drawingName(index)}`, text]);
  const gallery = drawings.map((_drawing, index) => `![x](${drawingName(index)}) [in full](${drawingName(index)})`);
  const showing = [['fr-FR/drawings.md', `# <a name="drawings"></a>Drawings\n\n${gallery.join('\n\n')}\n`]];
  writeTree(content, Object.fromEntries([...files, ...built, ...pictures, ...showing]) as Record<string, string>);
  server = await buildAndServe(content, out);
});
afterAll(async () => {
  await server.close();
  removeWorkFolder(folder, 'site');
});

test('there are at least 300 attacks, no two of them the same', () => {
  expect(new Set(attacks.map(({ text }) => text)).size).toBeGreaterThanOrEqual(300);
});

test('nothing ran while the site was built', () => {
  expect(existsSync(marker)).toBe(false);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

test('nothing stands around an attack that does not stand around every article', () => {
  const outlines = new Map<string, string[]>();
  for (const [index, { text }] of attacks.entries()) {
    const page = join(out, 'fr-fr', slugOf(index), 'index.html');
    if (text.includes('\0')) continue;
    const outline = outlineOf(parse(readFileSync(page, 'utf8'))).join(' ');
    outlines.set(outline, [...(outlines.get(outline) ?? []), text]);
  }
  expect([...outlines.values()].slice(1)).toEqual([]);
});

/** Elements of a page but for those in its article, and in the parts that only some articles have. */
function outlineOf(parent: DefaultTreeAdapterTypes.ParentNode): string[] {
  return parent.childNodes.flatMap((node) => {
    if (!('tagName' in node) || node.tagName === 'link') return [];
    // One for each other language that the article is in.
    if (node.attrs.some(({ value }) => value === 'og:locale:alternate')) return [];
    const classes = node.attrs.find(({ name }) => name === 'class')?.value ?? '';
    // An attack that breaks the pairs of its article leaves no source to recover: one language and its notices less.
    if (/^(?:notice|toc|sentence-panel|original-bar|menu languages)/.test(classes)) return [];
    const names = node.attrs.map(({ name }) => name).filter((name) => !/^data-(?:original|failed)$/.test(name));
    const inside = node.tagName === 'article' || classes === 'updated' ? [] : outlineOf(node);
    return [`<${node.tagName} ${names.join(' ')}>`, ...inside, `</${node.tagName}>`];
  });
}

test('no file of the site but its scripts is a script', () => {
  const scripts = /^_astro\/.*\.js$|^preferences\.js$/;
  const files = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(out, join(parentPath, name)).replaceAll('\\', '/'))
    .filter((path) => !scripts.test(path));
  const kinds = new Set(files.map((path) => extname(path)));
  expect([...kinds]).toEqual(expect.arrayContaining(['.html', '.md', '.json', '.txt', '.csv', '.dat', '.svg']));
  const texts = files.map((path) => ({ path, bytes: readFileSync(join(out, path)) }));
  const runs = texts.filter(
    ({ bytes }) => !isInert((isCompressed(bytes) ? gunzipSync(bytes) : bytes).toString('utf8')),
  );
  expect(runs.map(({ path }) => path)).toEqual([]);
});

/** Some hosts unpack what is compressed. */
function isCompressed(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

test('every article has its page, but for those with zero bytes, which are no text', () => {
  const pages = new Set(readdirSync(join(out, 'fr-fr')));
  const without = attacks.filter((_attack, index) => !pages.has(slugOf(index))).map(({ text }) => text);
  expect(without).toEqual(attacks.map(({ text }) => text).filter((text) => text.includes('\0')));
});

/** A page of the browser that opens one address after the other, and gives everything that should not have happened there. */
async function openWatched(context: BrowserContext): Promise<(address: string) => Promise<string[]>> {
  let [seen, expected]: [string[], string] = [[], ''];
  const page = await context.newPage();
  page.on('dialog', (dialog) => {
    seen.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url) && !request.url().startsWith('data:image/'))
      seen.push(`request ${request.url()}`);
  });
  page.on('popup', () => seen.push('popup'));
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame() || frame.url() !== expected) seen.push(`navigation to ${frame.url()}`);
  });
  await page.exposeFunction('pwned', () => seen.push('executed'));
  return async (address) => {
    [seen, expected] = [[], address];
    await page.goto(address);
    seen.push(...(await page.evaluate(provoke)));
    return seen;
  };
}

/** In the page: does what a reader could do without wanting to, and names what should not be in an article. */
function provoke(): string[] {
  const found: string[] = [];
  const article = document.querySelector('main') ?? document.body;
  const forbidden =
    'script:not([src]),iframe,frame,object,embed,form:not([role=search]),base,svg,math,style,link,meta,template';
  for (const element of document.querySelectorAll(`article :is(${forbidden})`)) found.push(`<${element.localName}>`);
  for (const element of article.querySelectorAll('*')) {
    for (const { name } of element.attributes) {
      if (/^on/i.test(name) || ['srcdoc', 'formaction', 'ping', 'background'].includes(name))
        found.push(`attribute ${name}`);
    }
    for (const name of [
      'pointerdown',
      'mouseover',
      'mouseenter',
      'focus',
      'toggle',
      'animationstart',
      'error',
      'load',
      'wheel',
    ]) {
      element.dispatchEvent(new Event(name));
    }
  }
  for (const link of document.querySelectorAll('a[href]')) {
    if (!(link instanceof HTMLAnchorElement)) continue;
    // A colon alone is the protocol of an address that no browser can read.
    if (![':', 'http:', 'https:', 'mailto:', 'tel:', 'ms-settings:', 'feedback-hub:', 'data:'].includes(link.protocol))
      found.push(`link to ${link.href}`);
    // A data address that is no picture would be a page of the attacker's.
    if (link.protocol === 'data:' && !/^data:image\/(?:png|gif|jpe?g|webp|avif)[;,]/i.test(link.href))
      found.push(`link to ${link.href}`);
  }
  return found;
}

test('nothing runs, nothing is asked for, nobody is led away', async () => {
  // The content security policy would stop most attacks once more; here the pages themselves are to be harmless.
  const context = await newContext({ bypassCSP: true });
  const lists = ['', 'all/', 'search/?q=attack'].map((path) => ({
    kind: 'list',
    text: path,
    address: `${server.url}fr-fr/${path}`,
  }));
  const pages = attacks
    .map((attack, index) => ({ ...attack, address: `${server.url}fr-fr/${slugOf(index)}/` }))
    .filter(({ text }) => !text.includes('\0'));
  const fallen: string[] = [];
  const waiting = [...pages, ...lists];
  const work = async (): Promise<void> => {
    const watch = await openWatched(context);
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const seen = await watch(next.address);
      if (seen.length > 0) fallen.push(`${next.kind} ${JSON.stringify(next.text)}: ${[...new Set(seen)].join(', ')}`);
    }
  };
  await Promise.all([work(), work(), work(), work()]);
  await context.close();
  expect(fallen).toEqual([]);
});

/** Opens drawings as documents of the site, one after the other, and names everything that should not have happened. */
async function openDrawings(context: BrowserContext, names: readonly string[]): Promise<string[]> {
  const fallen = new Set<string>();
  const page = await context.newPage();
  let name = '';
  const seen = (what: string) => fallen.add(`${drawings[Number(/\d+/.exec(name)?.[0])]?.text ?? name}: ${what}`);
  const address = () => `${server.url}media/${name}`;
  page.on('dialog', (dialog) => {
    seen(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url() !== address() && !request.url().startsWith('data:image/')) seen(`request ${request.url()}`);
  });
  page.on('popup', () => seen('popup'));
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame() || frame.url() !== address()) seen(`navigation to ${frame.url()}`);
  });
  await page.exposeFunction('pwned', () => seen('executed'));
  for (name of names) {
    const response = await page.goto(address());
    if (response?.headers()['content-type'] !== 'image/svg+xml') seen('not a drawing');
    await page.mouse.click(5, 5);
    await page.evaluate(() => {
      for (const element of document.querySelectorAll('*'))
        for (const event of ['click', 'focus', 'mouseover', 'load', 'error', 'begin', 'end'])
          element.dispatchEvent(new Event(event, { bubbles: true }));
      // Animations begin, and what runs elsewhere answers, a moment later.
      return new Promise((resolve) => setTimeout(resolve, 30));
    });
    if ((await page.evaluate(() => document.documentElement.namespaceURI)) !== 'http://www.w3.org/2000/svg')
      seen('not read as a drawing');
  }
  await page.close();
  return [...fallen];
}

test('a drawing that is opened by itself runs nothing, asks for nothing, leads nowhere', async () => {
  const published = readdirSync(join(out, 'media')).filter((name) => name.startsWith('drawing-'));
  // Those that are no drawings, or no XML, are not there at all.
  const refused = drawings.filter((_drawing, index) => !published.some((name) => name.startsWith(`drawing-${index}.`)));
  expect(new Set(refused.map(({ kind }) => kind))).toEqual(new Set(['documents']));
  expect(published.length).toBeGreaterThan(80);
  const context = await newContext({ bypassCSP: true });
  expect(await openDrawings(context, published)).toEqual([]);
  await context.close();
});
