/** A real index by Pagefind, as it writes it and cut into small files, asked for terms. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TermIndex } from '../../../src/search/client/term-index.ts';
import { compactIndex } from '../../../src/search/compact-index.ts';
import { indexLanguage } from '../../../src/search/files.ts';
import { openPagefindFolder } from '../../../src/search/node.ts';
import { readEntry, readMeta } from '../../../src/search/pagefind-files.ts';

const scratch = mkdtempSync(join(tmpdir(), 'languedocs-terms-'));
const [whole, cut] = [join(scratch, 'whole'), join(scratch, 'cut')];
/** So few bytes that hardly a word has its neighbours in its file. */
const wanted = 10;

/** Article 0 has the words around those that are asked for. */
const articles = ['paa pab pac paq parla parle parmi pas pat', 'pa', 'par', 'pay payment'];

beforeAll(async () => {
  const { index } = await createIndex({ forceLanguage: indexLanguage, maxFragments: 1 });
  if (!index) throw new Error('Pagefind did not start.');
  for (const [number, content] of articles.entries())
    await index.addCustomRecord({ url: String(number).padStart(8, '0'), content, language: indexLanguage });
  await index.writeFiles({ outputPath: whole });
  await index.deleteIndex();
  cpSync(whole, cut, { recursive: true });
  expect(compactIndex(cut, wanted)).toBeUndefined();
  expect(readMeta(cut, readEntry(cut))[2].length).toBeGreaterThan(5);
});
afterAll(async () => {
  await close();
  rmSync(scratch, { recursive: true });
});

async function open(folder: string): Promise<TermIndex> {
  const pagefind = await openPagefindFolder(folder, indexLanguage);
  return TermIndex.open({ createInstance: () => pagefind }, '');
}

// Pagefind answers from all files that it has loaded, for whatever question.
describe.each([[[]], [['pa']], [['parmi', 'pa']]])('asked for %j before', (before) => {
  test.each([
    { of: 'Pagefind’s own files', folder: whole },
    { of: 'small files', folder: cut },
  ])('$of have no term that begins so, or all', async ({ folder }) => {
    const found = async (start: string): Promise<number[]> => {
      const index = await open(folder);
      for (const term of before) await index.exactly(term);
      return (await index.beginningWith(start)).map(({ article }) => article);
    };
    for (const start of ['parmz', 'payx']) expect([start, await found(start)]).toEqual([start, []]);
    // `payment` is in the same articles as `pay`.
    expect(await found('paym')).toEqual([3]);
    for (const start of ['parl', 'parm']) expect([start, await found(start)]).toEqual([start, [0]]);
  });
});
