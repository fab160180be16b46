import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { makeWorkFolder, project, removeWorkFolder, runBuild } from './command.ts';

const folder = makeWorkFolder();
const content = join(folder, 'content');
const [incremental, clean] = [join(folder, 'incremental'), join(folder, 'clean')];

/** Builds the way people do, in a process of its own, and gives the line that sums it up. */
async function build(out: string, ...options: string[]): Promise<string> {
  const { code, text } = await runBuild('--content', content, '--out', out, ...options);
  if (code !== 0) throw new Error(text);
  return text.trim().split('\n').at(-1) ?? '';
}

afterAll(() => {
  removeWorkFolder(folder, 'incremental', 'clean');
});

const locales = ['en-US', 'fr-FR', 'ja-JP'];
const names = ['pay-invoice', 'tax-ids', 'billing-roles', 'download-invoices', 'contact-billing-support'];
const path = (locale: string, name: string) => join(content, locale, `${name}.md`);

/** What people do to articles between two builds. Each does nothing where it cannot. */
const edits: Readonly<Record<string, (file: string, other: string) => void>> = {
  'adds a sentence': (file) => writeFileSync(file, `${readFileSync(file, 'utf8')}\n\nNew sentence.\n`),
  'changes the title': (file) =>
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^# (<a [^>]*><\/a>)?/m, '# $1X ')),
  'changes the kind of translation': (file) =>
    writeFileSync(file, readFileSync(file, 'utf8').replace('translationtype: MT', 'translationtype: HT')),
  deletes: (file) => rmSync(file),
  renames: (file) => renameSync(file, file.replace('.md', '-renamed.md')),
  'adds a link': (file, other) => writeFileSync(file, `${readFileSync(file, 'utf8')}\n\n[Other](${other}.md)\n`),
  'adds a heading': (file) => writeFileSync(file, `${readFileSync(file, 'utf8')}\n\n## <a name="new"></a>New\n`),
  'changes an image': () => writeFileSync(join(content, 'media/invoice-list.png'), `image ${Math.random()}`),
};

const edit = fc.record({
  what: fc.constantFrom(...Object.keys(edits)),
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
  writeFileSync(join(content, 'fr-FR/includes.md'), '# Inclusions\n\n[!INCLUDE [x](../includes/shared.md)]\n');
}

function filesOf(site: string): Map<string, string> {
  const paths = readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.sort().map((file) => [file.slice(site.length), readFileSync(file).toString('latin1')]));
}

async function expectSameAsClean(): Promise<void> {
  await Promise.all([build(incremental), build(clean, '--force')]);
  const [mine, fresh] = [filesOf(incremental), filesOf(clean)];
  expect([...mine.keys()]).toEqual([...fresh.keys()]);
  expect([...fresh].filter(([file, text]) => mine.get(file) !== text).map(([file]) => file)).toEqual([]);
}

test('after any edits the site is the one that a clean build makes', async () => {
  startAnew();
  await build(incremental);
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (sequence) => {
      for (const { what, locale, name, other } of sequence) {
        try {
          edits[what]?.(path(locale, name), other);
        } catch (error) {
          // The article was deleted or renamed by an edit before.
          if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
        }
      }
      await expectSameAsClean();
    }),
    // Each run goes on where the one before stopped, so a failure cannot be made smaller; it names its seed instead.
    { numRuns: 6, endOnFailure: true },
  );
}, 300_000);

test('a page that is damaged in the finished site is whole after the next build', async () => {
  startAnew();
  await build(incremental);
  writeFileSync(join(incremental, 'fr-fr/pay-invoice/index.html'), 'damaged');
  await expectSameAsClean();
}, 120_000);

test('a build without changes renders and indexes nothing', async () => {
  startAnew();
  await build(incremental);
  expect(await build(incremental)).toMatch(/^16 pages in 3 locales \(0 rendered, 0 search indexes made\)/);
}, 120_000);

test('one edited article is rendered alone, and its locale indexed', async () => {
  startAnew();
  await build(incremental);
  edits['adds a sentence']?.(path('fr-FR', 'tax-ids'), '');
  expect(await build(incremental)).toMatch(/^16 pages in 3 locales \(1 rendered, 1 search indexes made\)/);
}, 120_000);
