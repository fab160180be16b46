/** The search of a page that stays open while its site is published again. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeCompressed } from '../../../src/search/compressed.ts';
import { functionWordsFile, pronunciationFile, textsFile, textsFolder, titlesFile } from '../../../src/search/files.ts';
import { SearchIndex } from '../../../src/search/query/search-index.ts';
import { type IndexPlace, SiteSearch } from '../../../src/search/query/site-search.ts';
import { writeTerms } from '../../../src/search/write-terms.ts';
import { folderOf } from '../../support.ts';

const place: IndexPlace = { tag: 'en-US', direction: 'ltr', index: '/pagefind/en-us/', home: '/en-us/' };

function publish(folder: string, titles: readonly string[]): void {
  mkdirSync(folder, { recursive: true });
  rmSync(join(folder, textsFolder), { recursive: true, force: true });
  const order = titles.join('');
  writeCompressed(folder, functionWordsFile, '');
  writeCompressed(folder, titlesFile, JSON.stringify(titles));
  const texts = titles.map((title) => ({ slug: title, title, translation: 'human', passages: [] }));
  writeCompressed(folder, textsFile(0, order), JSON.stringify(texts));
  writeTerms(
    folder,
    { articles: titles.length, order, wordFiles: 0 },
    titles.map((title, article) => [title, [{ article, level: 9 }]] as const),
    1,
  );
}

test('a question after the site was published again is answered by the new index', async () => {
  const folder = folderOf({});
  publish(folder, ['invoice', 'payment']);
  const search = new SiteSearch([place], () =>
    SearchIndex.open((name) => Promise.resolve().then(() => new Uint8Array(readFileSync(join(folder, name))))),
  );
  expect((await search.search('invoice')).total).toBe(1);
  publish(folder, ['address', 'invoice', 'payment', 'receipt']);
  const found = await search.search('payment');
  expect((await found.load(0, 1)).map(({ slug }) => slug)).toEqual(['payment']);
});

test('a question to an index that is gone fails', async () => {
  const folder = folderOf({});
  publish(folder, ['invoice', 'payment']);
  const search = new SiteSearch([place], () =>
    SearchIndex.open((name) => Promise.resolve().then(() => new Uint8Array(readFileSync(join(folder, name))))),
  );
  await search.prepare();
  rmSync(folder, { recursive: true });
  await expect(search.search('payment')).rejects.toThrow();
});

test.each(['', 'null', '{}', '[1, 2]', '<html>'])('titles that are %j are done without', async (text) => {
  const folder = folderOf({});
  publish(folder, ['invoice', 'payment']);
  writeCompressed(folder, titlesFile, text);
  writeCompressed(folder, pronunciationFile, '付fu\n支zhi');
  const search = new SiteSearch([{ ...place, tag: 'zh-TW' }], () =>
    SearchIndex.open((name) => Promise.resolve().then(() => new Uint8Array(readFileSync(join(folder, name))))),
  );
  expect((await search.search('payment zhifu')).total).toBe(1);
});
