import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { makeWorkFolder, project, removeWorkFolder, runBuild } from './command.ts';
import { differences, edits, tryEdit } from './edits.ts';

const folder = makeWorkFolder();
const content = join(folder, 'content');
const [incremental, clean] = [join(folder, 'incremental'), join(folder, 'clean')];

/** Builds the way people do, in a process of its own, and gives the line that sums it up. */
async function build(out: string, ...options: string[]): Promise<string> {
  const { code, text } = await runBuild('--content', content, '--out', out, ...options);
  const last = text.trim().split('\n').at(-1) ?? '';
  // Code 1 may mean no more than errors in articles: an edit that cuts a text may cut a pair.
  if (code > 1 || !/^\d+ pages in/.test(last)) throw new Error(text);
  return last;
}

afterAll(() => {
  removeWorkFolder(folder, 'incremental', 'clean', 'first');
});

const locales = ['en-US', 'fr-FR', 'ja-JP'];
const names = ['pay-invoice', 'tax-ids', 'billing-roles', 'download-invoices', 'contact-billing-support'];
const path = (locale: string, name: string) => join(content, locale, `${name}.md`);

/** What has not been written before; the same in each run, so that a failure can be seen again. */
let written = 0;
const unwritten = (): string => String(++written);

const everyEdit: typeof edits = {
  ...edits,
  'changes an image': () => writeFileSync(join(content, 'media/invoice-list.png'), `image ${unwritten()}`),
  'changes a file to download': () => writeFileSync(join(content, 'media/guide.pdf'), `guide ${unwritten()}`),
  'changes a title in an included file': () =>
    writeFileSync(join(content, 'includes/name.md'), `Nimbus ${unwritten()}`),
};

const edit = fc.record({
  what: fc.constantFrom(...Object.keys(everyEdit)),
  locale: fc.constantFrom(...locales),
  name: fc.constantFrom(...names),
  other: fc.constantFrom(...names),
});

function startAnew(): void {
  rmSync(content, { recursive: true, force: true });
  for (const locale of locales) {
    mkdirSync(join(content, locale), { recursive: true });
    for (const name of names) cpSync(join(project, 'content', locale, `${name}.md`), path(locale, name));
  }
  cpSync(join(project, 'content/media'), join(content, 'media'), { recursive: true });
  // An image that only an included file shows.
  mkdirSync(join(content, 'includes'));
  writeFileSync(join(content, 'includes/shared.md'), 'Shared.\n\n![List](../media/invoice-list.png)\n');
  // Words of a title, and a link to a file to download.
  writeFileSync(join(content, 'includes/name.md'), 'Nimbus');
  writeFileSync(join(content, 'media/guide.pdf'), 'guide');
  writeFileSync(
    join(content, 'fr-FR/includes.md'),
    '# Inclusions de [!INCLUDE [n](../includes/name.md)]\n\n[!INCLUDE [x](../includes/shared.md)]\n\n[Guide](../media/guide.pdf)\n',
  );
}

async function expectSameAsClean(): Promise<void> {
  await Promise.all([build(incremental), build(clean, '--force')]);
  expect(differences(incremental, clean)).toEqual([]);
}

test('after any edits the site is the one that a clean build makes', async () => {
  startAnew();
  await build(incremental);
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (sequence) => {
      for (const { what, locale, name, other } of sequence) {
        tryEdit(everyEdit[what], path(locale, name), path(locale, other));
      }
      await expectSameAsClean();
    }),
    // Each run goes on where the one before stopped, so a failure cannot be made smaller; it names its seed instead.
    { numRuns: 6, endOnFailure: true },
  );
});

test('a page that is damaged in the finished site is whole after the next build', async () => {
  startAnew();
  await build(incremental);
  writeFileSync(join(incremental, 'fr-fr/pay-invoice/index.html'), 'damaged');
  await expectSameAsClean();
});

test('a build without changes renders and indexes nothing', async () => {
  startAnew();
  await build(incremental);
  expect(await build(incremental)).toMatch(/^16 pages in 3 locales \(0 rendered, 0 search indexes made\)/);
});

test('a build after the first one reads no article, where all have been there for a while', async () => {
  startAnew();
  // Two changes within the time that coarse clocks take may look like one.
  await setTimeout(2500);
  const out = join(folder, 'first');
  await build(out);
  const { code, text } = await runBuild('--content', content, '--out', out, '--timing');
  expect(code).toBe(0);
  expect(text).toMatch(/^16 pages in 3 locales \(0 rendered, 0 search indexes made\)/m);
  expect(text).not.toContain('Reading articles');
});

test('one edited article is rendered alone, and its locale indexed', async () => {
  startAnew();
  await build(incremental);
  edits['adds a sentence']?.(path('fr-FR', 'tax-ids'), '');
  expect(await build(incremental)).toMatch(/^16 pages in 3 locales \(1 rendered, 1 search index made\)/);
});
