/** `npm run dev` as a person uses it: files are saved, and pages are looked at. */
import { type ChildProcess, spawn } from 'node:child_process';
import { request } from 'node:http';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workFolder } from '../../src/config/work-folder.ts';
import { useBrowser } from './browser.ts';
import { makeWorkFolder, project } from './command.ts';

const folder = makeWorkFolder();
const content = join(folder, 'content');
const article = join(content, 'fr-FR', 'pay-invoice.md');

const { open } = useBrowser();

const editor = join(folder, 'editor');
const opened = join(folder, 'opened');

let preview: ChildProcess;
let said = '';
let site = '';

/** Milliseconds: less than a test has, so that it says what is there instead. */
const patience = 200_000;

/** Asks until the answer is what it should be; the answer that is there when the patience ends, where it never is. */
async function until<Answer>(ask: () => Answer | Promise<Answer>, isRight: (answer: Answer) => boolean) {
  const started = performance.now();
  for (;;) {
    const answer = await ask();
    if (isRight(answer) || performance.now() - started > patience) return answer;
    await setTimeout(50);
  }
}

/** Draws, and does what a document of the preview must not. */
const evilPicture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/>' +
  '<script>document.documentElement.id = "ran"; fetch("/package.json"); fetch("/src/engine/build.ts?raw");</script></svg>';

interface Answered {
  readonly status: number;
  readonly text: string;
  readonly headers: NodeJS.Dict<string | string[]>;
}

/** As a browser or a tool asks, with all headers in its own hand. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(site);
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: response.statusCode ?? 0, text, headers: response.headers });
      });
    });
    asked.on('error', reject).end();
  });
}

const get = async (path: string) => {
  const response = await fetch(site + path);
  return { status: response.status, text: await response.text() };
};
const save = (file: string, change: (text: string) => string) => {
  writeFileSync(file, change(readFileSync(file, 'utf8')));
};

beforeAll(async () => {
  for (const locale of ['en-US', 'fr-FR']) {
    mkdirSync(join(content, locale), { recursive: true });
    for (const name of ['pay-invoice', 'tax-ids', 'read-your-invoice'])
      cpSync(join(project, 'content', locale, `${name}.md`), join(content, locale, `${name}.md`));
  }
  cpSync(join(project, 'content/media'), join(content, 'media'), { recursive: true });
  writeFileSync(join(content, 'media/evil.svg'), evilPicture);
  const withPicture = '---\nms.contentlocale: fr-FR\n---\n# Image\n\n![Une image](../media/evil.svg)\n';
  writeFileSync(join(content, 'fr-FR/picture.md'), withPicture);
  writeFileSync(editor, `#!/bin/sh\necho "$@" > ${opened}\n`);
  chmodSync(editor, 0o755);
  writeFileSync(join(content, 'fr-FR', 'payload.js'), 'document.title = "ran"');
  // The preview shall not learn that it runs in a test.
  const env = { ...process.env, NODE_ENV: undefined, VITEST: undefined, NO_COLOR: '1', LAUNCH_EDITOR: editor };
  const words = ['scripts/languedocs.ts', 'dev', '--content', content, '--port', '0', '--base', '/help/'];
  preview = spawn(process.execPath, words, { cwd: project, env, stdio: ['ignore', 'ignore', 'pipe'] });
  preview.stderr?.on('data', (text: Buffer) => (said += text.toString('utf8')));
  const address = await until(
    () => /preview is at http:\/\/localhost:(\d+)\/help\//.exec(said)?.[1],
    (port) => port !== undefined || preview.exitCode !== null,
  );
  if (address === undefined) throw new Error(said);
  site = `http://127.0.0.1:${address}/help/`;
});

afterAll(async () => {
  if (preview.exitCode === null) {
    const ended = new Promise((resolve) => preview.once('exit', resolve));
    preview.kill('SIGKILL');
    await ended;
  }
  rmSync(workFolder({ project, out: content }), { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
});

test('shows articles, lists and images', async () => {
  expect((await get('fr-fr/pay-invoice/')).text).toContain('<title>Payer une facture');
  expect((await get('fr-fr/all/')).text).toContain('/help/fr-fr/tax-ids/');
  const { text } = await get('fr-fr/read-your-invoice/');
  const image = /src="\/help\/(media\/[^"]+)"/.exec(text)?.[1] ?? '';
  const response = await fetch(site + image);
  expect(response.headers.get('content-type')).toBe('image/png');
  expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(1000);
});

test('loads nothing in a page that is missing', async () => {
  const page = await open(`${site}fr-fr/pay-invoice/`);
  const [missing, scripts]: [string[], string[]] = [[], []];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (response.status() >= 400 && !pathname.includes('/pagefind/')) missing.push(pathname);
    if (response.request().resourceType() === 'script') scripts.push(pathname);
  });
  for (const path of ['fr-fr/pay-invoice/', 'fr-fr/', 'fr-fr/search/?q=a', 'desk/', 'status/', 'fr-fr/picture/', ''])
    await page.goto(site + path, { waitUntil: 'networkidle' });
  expect(missing).toEqual([]);
  expect(scripts).toContain('/src/client/page/steps.ts');
});

test('keeps its sources, and those of the project, to itself', async () => {
  const paths = [
    'package.json',
    'package.json?import',
    'astro.config.mjs',
    'src/engine/build.ts',
    'src/engine/build.ts?raw',
    'src/engine/build?raw',
    'src/client/page/page.ts?raw',
    'src/theme/shells/Article.astro',
    'tests/e2e/dev.test.ts',
    'content/fr-FR/pay-invoice.md',
    'content/media/invoice-parts.png',
    `@fs${join(project, 'package.json')}`,
    `@fs${join(project, 'src/engine/build.ts')}?raw`,
    '@id/fs',
    'node_modules/astro/package.json',
    '.git/config?raw',
  ];
  for (const path of paths)
    for (const root of ['/', '/help/']) {
      const { status, text } = await ask(root + path, { 'sec-fetch-site': 'same-origin' });
      expect([path, status, text]).toEqual([path, 404, expect.stringMatching(/^(?:The|No) .{10,60}\.\n$/)]);
    }
});

test('has nothing for other sites but pages to link to', async () => {
  const navigation = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
  for (const from of ['cross-site', 'same-site']) {
    const headers = { ...navigation, 'sec-fetch-site': from };
    expect((await ask('/help/fr-fr/pay-invoice/', headers)).status).toBe(200);
    const frame = await ask('/help/fr-fr/pay-invoice/', { ...headers, 'sec-fetch-dest': 'iframe' });
    expect(frame.status).toBe(403);
    for (const path of ['__languedocs/findings.json?page=/help/', 'status/fr-fr.json', 'favicon.svg'])
      expect((await ask(`/help/${path}`, headers)).status).toBe(403);
    for (const path of ['/@vite/client', '/src/theme/styles/site.css', '/__open-in-editor?file=/etc/hosts'])
      expect((await ask(path, headers)).status).toBe(403);
  }
  const other = await ask('/help/fr-fr/pay-invoice/', { origin: 'http://localhost:5000' });
  expect([other.status, other.headers['access-control-allow-origin']]).toEqual([403, undefined]);
  expect((await ask('/help/fr-fr/pay-invoice/', { host: 'evil.example' })).status).toBe(403);
});

test('opens an editor for its panel only, and only for articles', async () => {
  const place = (file: string) => `/help/__languedocs/open-in-editor.json?file=${encodeURIComponent(file)}`;
  const { origin, host } = new URL(site);
  const own = { origin, host, 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' };
  const refused: [path: string, headers: Record<string, string>, method: string, status: number][] = [
    [place(`${article}:1:1`), own, 'GET', 403],
    [place(`${article}:1:1`), { host }, 'POST', 403],
    [place(`${article}:1:1`), { ...own, origin: 'http://localhost:5000' }, 'POST', 403],
    [place('/etc/hosts'), own, 'POST', 404],
    [place(`${join(content, 'fr-FR')}/../fr-FR/pay-invoice.md`), own, 'POST', 404],
    [place(join(project, 'package.json')), own, 'POST', 404],
    [place(''), own, 'POST', 404],
    [`/__open-in-editor?file=${encodeURIComponent(article)}`, own, 'POST', 404],
    [`/help/__open-in-editor?file=${encodeURIComponent(article)}`, own, 'GET', 404],
  ];
  for (const [path, headers, method, status] of refused)
    expect([path, method, (await ask(path, headers, method)).status]).toEqual([path, method, status]);
  expect(existsSync(opened)).toBe(false);
  expect((await ask(place(`${article}:3:2`), own, 'POST')).status).toBe(200);
  await until(() => existsSync(opened), Boolean);
  expect(readFileSync(opened, 'utf8')).toContain(article);
});

test.each([
  ['findings.json?page=%25zz', /`page` is no path of a page\. Expected one such as/],
  ['difference.json?page=%25E0%25A4%25A', /`page` is no path of a page/],
  ['difference.json?page=elsewhere', /`page` is no path of a page/],
  ['difference.json?page=/help/fr-fr/pay-invoice/&revision=--output=x', /`--output=x` is not the name of a revision/],
  ['difference.json?page=/help/fr-fr/pay-invoice/&revision=--help', /`--help` is not the name of a revision/],
])('says what is wrong with %s', async (path, words) => {
  const { status, text } = await ask(`/help/__languedocs/${path}`);
  expect([status, text]).toEqual([400, expect.stringMatching(words)]);
});

test.each(['//', '/%zz/', '/help/%00', '/help/..%2fpackage.json'])('lives on when it is asked for %s', async (path) => {
  expect((await ask(path)).status).toBe(400);
});

test('a picture that is opened by itself runs nothing', async () => {
  const { text } = await get('fr-fr/picture/');
  const picture = /src="(\/help\/media\/evil[^"]+)"/.exec(text)?.[1] ?? '';
  const { headers } = await ask(picture);
  expect(headers['content-type']).toBe('image/svg+xml');
  expect([headers['x-content-type-options'], headers['content-security-policy']]).toEqual([
    'nosniff',
    expect.stringMatching(/default-src 'none'.*sandbox/),
  ]);
  const page = await open(new URL(picture, site).href);
  await page.waitForLoadState('networkidle');
  expect(await page.evaluate(() => document.documentElement.id)).toBe('');
  const shown = await open(`${site}fr-fr/picture/`);
  await shown.waitForLoadState('networkidle');
  expect(await shown.locator('article img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(9);
});

test('shows an edit when it is saved, and tells a browser of which it knows nothing', async () => {
  const address = site.replace('http', 'ws');
  const client = await (await fetch(new URL('/@vite/client', site))).text();
  const token = /wsToken = "([^"]+)"/.exec(client)?.[1] ?? '';
  const socket = new WebSocket(`${new URL('/', address).href}?token=${token}`, 'vite-hmr');
  const messages: string[] = [];
  socket.addEventListener('message', ({ data }) => messages.push(String(data)));
  await until(
    () => socket.readyState,
    (state) => state === WebSocket.OPEN,
  );
  save(article, (text) => `${text}\n\nUne phrase de plus.\n`);
  const { text } = await until(
    () => get('fr-fr/pay-invoice/'),
    (page) => page.text.includes('Une phrase de plus.'),
  );
  expect(text).toContain('Une phrase de plus.');
  const isTold = (all: string) => all.includes('"full-reload"');
  expect(
    await until(
      () => messages.join('\n'),
      (all) => isTold(all),
    ),
  ).toSatisfy(isTold);
  socket.close();
});

/** Opens a page that has told the preview what it shows, with what the preview says to it from then on. */
async function openAndListen(path: string) {
  const page = await open('about:blank', { viewport: { width: 800, height: 400 } });
  const told: string[] = [];
  let reports = 0;
  page.on('websocket', (socket) => {
    socket.on('framesent', ({ payload }) => (reports += String(payload).includes('languedocs:shows') ? 1 : 0));
    socket.on('framereceived', ({ payload }) => {
      const { type, event } = JSON.parse(String(payload)) as { type: string; event?: string };
      if (type === 'full-reload') told.push('load again');
      else if (event === 'languedocs:changed') told.push('stay');
    });
  });
  await page.goto(site + path);
  await until(
    () => reports,
    (found) => found > 0,
  );
  const isTold = (...expected: string[]) =>
    until(
      () => told,
      () => told.length >= expected.length,
    );
  return { page, told, isTold };
}

test('an edit that shows on one page loads no other again, also when all have been read again', async () => {
  // What an article has more of may concern others, so that all are read again a while after the edit.
  const edited = await openAndListen('fr-fr/pay-invoice/');
  const other = await openAndListen('fr-fr/search/');
  const list = await openAndListen('fr-fr/all/');
  const field = other.page.getByRole('main').getByRole('searchbox');
  await field.fill('half a quest');
  save(article, (text) => `${text}\n\nUne phrase que personne d’autre ne voit.\n`);
  await edited.page.getByText('Une phrase que personne d’autre ne voit.').waitFor();
  for (const { isTold } of [other, list]) expect(await isTold('stay', 'stay')).toEqual(['stay', 'stay']);
  // While it was loaded again it may have been told to stay once more.
  expect(new Set(await edited.isTold('load again', 'stay'))).toEqual(new Set(['load again', 'stay']));
  expect(edited.told.filter((word) => word === 'load again')).toHaveLength(1);
  expect(await field.inputValue()).toBe('half a quest');
});

test('an article that comes shows in open lists, and loads no other page again', async () => {
  const added = join(content, 'fr-FR', 'one-more.md');
  const list = await openAndListen('fr-fr/all/');
  const other = await openAndListen('fr-fr/search/');
  const field = other.page.getByRole('main').getByRole('searchbox');
  await field.fill('half a quest');
  writeFileSync(added, '---\nms.contentlocale: fr-FR\n---\n# Un article de plus\n\nVoici.\n');
  await list.page.getByText('Un article de plus').waitFor();
  expect(await other.isTold('stay')).toEqual(['stay']);
  rmSync(added);
  await list.page.getByText('Un article de plus').waitFor({ state: 'detached' });
  expect(await other.isTold('stay', 'stay')).toEqual(['stay', 'stay']);
  expect(await field.inputValue()).toBe('half a quest');
});

test('keeps the place on an open page, and says that there is no search', async () => {
  const { page } = await openAndListen('fr-fr/pay-invoice/');
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.evaluate(() => window.scrollTo({ top: 500, behavior: 'instant' }));
  save(article, (text) => `${text}\n\nEncore une phrase.\n`);
  await page.getByText('Encore une phrase.').waitFor();
  // The browser goes to the place when the page is there.
  await page.waitForFunction(() => Math.round(window.scrollY) === 500);

  await page.goto(`${site}fr-fr/search/`);
  await page.getByRole('main').getByRole('searchbox').fill('facture');
  // Nothing is tried in vain, and how to search is said.
  await page
    .getByRole('main')
    .getByText(/The preview has no search.*`npm start`/)
    .waitFor();
  await page.goto(`${site}desk/`);
  await page.getByRole('searchbox').fill('facture');
  await page.getByText('The preview has no search').waitFor();
  expect(errors).toEqual([]);
});

test('a page runs nothing but the scripts of the preview, whatever stands in it', async () => {
  const page = await open(`${site}fr-fr/pay-invoice/`);
  // The preview's own scripts have run.
  await page.waitForSelector('[data-languedocs-panel]', { state: 'attached' });
  const refused = await page.evaluate(
    async (script) => {
      const directives: string[] = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        directives.push(effectiveDirective),
      );
      const place = document.createElement('div');
      place.innerHTML = '<img src="data:," onerror="document.title = \'ran\'"><b style="color: red">x</b>';
      document.body.append(place);
      for (const [name, value] of [
        ['textContent', 'document.title = "ran"'],
        ['src', script],
      ] as const) {
        const element = document.createElement('script');
        element[name] = value;
        document.body.append(element);
      }
      await new Promise((resolve) => window.setTimeout(resolve, 1000));
      return { directives: directives.sort(), title: document.title };
    },
    `/${relative(project, content)}/fr-FR/payload.js`,
  );
  expect(refused.title).not.toBe('ran');
  // Each of the two policies says so of what it forbids.
  expect(new Set(refused.directives)).toEqual(new Set(['script-src-attr', 'script-src-elem', 'style-src-attr']));
});

test('shows a new title in lists', async () => {
  save(article, (text) => text.replace(/^# .*$/m, '# Régler une facture'));
  const { text } = await until(
    () => get('fr-fr/all/'),
    (page) => page.text.includes('Régler une facture'),
  );
  expect(text).toContain('Régler une facture');
});

test('has a page for a new file, and none for a deleted one', async () => {
  const added = join(content, 'fr-FR', 'new-article.md');
  writeFileSync(added, '---\nms.contentlocale: fr-FR\n---\n# Un article nouveau\n\nVoici.\n');
  const { status, text } = await until(
    () => get('fr-fr/new-article/'),
    (page) => page.status === 200,
  );
  expect([status, text]).toEqual([200, expect.stringContaining('Un article nouveau')]);
  rmSync(added);
  expect(
    await until(
      () => get('fr-fr/new-article/'),
      (page) => page.status === 404,
    ),
  ).toMatchObject({ status: 404 });
});

test('goes on in a folder that was removed and made again', async () => {
  const file = join(content, 'en-US', 'parts', 'one.md');
  for (const title of ['First time', 'Second time']) {
    mkdirSync(join(content, 'en-US', 'parts'));
    writeFileSync(file, `---\nms.contentlocale: en-US\n---\n# ${title}\n`);
    const isShown = (page: { text: string }) => page.text.includes(title);
    expect((await until(() => get('en-us/parts/one/'), isShown)).text).toContain(title);
    save(file, (text) => `${text}\nEdited.\n`);
    const isEdited = (page: { text: string }) => page.text.includes('Edited.');
    expect((await until(() => get('en-us/parts/one/'), isEdited)).text).toContain('Edited.');
    rmSync(join(content, 'en-US', 'parts'), { recursive: true });
    const isGone = (page: { status: number }) => page.status === 404;
    expect((await until(() => get('en-us/parts/one/'), isGone)).status).toBe(404);
  }
});

test('lives on with front matter that cannot be read, and names it', async () => {
  const before = readFileSync(article, 'utf8');
  save(article, (text) => text.replace('---\n', '---\ntitle: "never closed\n  - [\n'));
  const told = await until(
    () => said,
    (text) => /pay-invoice\.md:\d+:\d+/.test(text),
  );
  expect(told).toMatch(/pay-invoice\.md:\d+:\d+/);
  expect((await get('fr-fr/tax-ids/')).status).toBe(200);
  writeFileSync(article, `${before}\n\nDe retour.\n`);
  const { text } = await until(
    () => get('fr-fr/pay-invoice/'),
    (page) => page.text.includes('De retour.'),
  );
  expect(text).toContain('De retour.');
});

test('ends with Ctrl+C', async () => {
  const ended = new Promise((resolve) => preview.once('exit', resolve));
  preview.kill('SIGINT');
  expect(await ended).toBe(0);
});
