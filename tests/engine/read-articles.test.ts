import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ArticleProcesses } from '../../src/engine/workers/article-pool.ts';
import { checkLibrary, openReports } from '../../src/engine/check-library.ts';
import type { Configuration } from '../../src/config/configuration.ts';
import { stampOf } from '../../src/engine/cache/inputs.ts';
import { KnownDigests } from '../../src/engine/cache/known-digests.ts';
import { openMemory, readLibrary } from '../../src/engine/library.ts';
import { readLibraryTogether } from '../../src/engine/read-articles.ts';
import type { Library } from '../../src/pipeline/pipeline.ts';
import { resolveOptions } from '../../src/config/options.ts';
import { folderOf, pair } from '../support.ts';

const project = join(import.meta.dirname, '../..');

/** More articles than are read without processes, among them bilingual ones, one without a locale and one that is no text. */
function manyArticles(): Configuration {
  const files = Array.from({ length: 300 }, (_, number): [string, string] => {
    const text =
      number % 3 === 0 ? pair(100 + number, `Payez ${number} €.`, `Pay ${number} EUR.`) : `Payez ${number} €.`;
    return [`content/fr-FR/pay-${number}.md`, `# Facture ${number}\n\n${text}\n`];
  });
  const root = folderOf({ ...Object.fromEntries(files), 'content/lost.md': '# ?\n', 'content/fr-FR/zero.md': 'a\0b' });
  return {
    project,
    options: resolveOptions({ title: 'Help' }),
    roots: [join(root, 'content')],
    out: join(root, 'dist'),
    base: '/',
  };
}

function known({ topics, diagnostics }: Library) {
  return { topics, diagnostics };
}

test('the library that is read in processes is the one that is read here, the first time and the next', async () => {
  const configuration = manyArticles();
  const work = join(configuration.roots[0] ?? '', '../work');
  mkdirSync(work);
  const here = readLibrary(configuration, () => undefined);
  expect(here.topics.length).toBeGreaterThan(256);
  const found = checkLibrary(here, configuration, { find: () => undefined, keep: () => undefined }).diagnostics;
  for (const [round, newlyRead] of [
    ['first', ['fr-FR']],
    ['next', []],
  ] as const) {
    const memory = openMemory(work);
    const reports = openReports(work);
    const processes = new ArticleProcesses(configuration);
    const stages: [string, number, number][] = [];
    try {
      const digests = new KnownDigests(join(work, 'digests.json'), stampOf(configuration));
      const help = { memory, digests, reports, processes };
      const { library, changed } = await readLibraryTogether(configuration, (...stage) => stages.push(stage), help);
      expect(known(library), round).toEqual(known(here));
      expect([...changed], round).toEqual(newlyRead);
      expect(checkLibrary(library, configuration, reports).diagnostics, round).toEqual(found);
      expect(stages.findLast(([stage]) => stage === 'Reading articles')).toEqual(['Reading articles', 302, 302]);
      memory.save();
      reports.save();
    } finally {
      memory.close();
      reports.close();
      await processes.close();
    }
  }
});
