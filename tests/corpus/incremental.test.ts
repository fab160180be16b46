/**
 * Incremental builds of the corpus against clean ones. Each round takes minutes, so it runs on demand:
 * `LANGUEDOCS_ROUNDS=3 npx vitest run --project corpus tests/corpus/incremental.test.ts`.
 */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listFiles } from '../../src/pipeline/read.ts';
import { makeWorkFolder, removeWorkFolder, runBuild } from '../e2e/command.ts';
import { differences, edits, tryEdit } from '../e2e/edits.ts';
import { corpus } from './corpus.ts';

const rounds = Number(process.env['LANGUEDOCS_ROUNDS'] ?? 0);
const editsPerRound = 40;

test.skipIf(corpus === undefined || rounds === 0)(
  `${rounds} rounds of ${editsPerRound} random edits give the sites that clean builds make`,
  async () => {
    const folder = makeWorkFolder();
    const content = join(folder, 'content');
    const [incremental, clean] = [join(folder, 'incremental'), join(folder, 'clean')];
    const build = (out: string, ...options: string[]) => runBuild('--content', content, '--out', out, ...options);
    try {
      cpSync(join(corpus ?? '', 'bilingual'), content, { recursive: true });
      await build(incremental);
      for (let round = 1; round <= rounds; round++) {
        const files = listFiles([content]).map(({ root, path }) => join(root, path));
        const edit = fc.record({
          what: fc.constantFrom(...Object.keys(edits)),
          file: fc.constantFrom(...files),
          other: fc.constantFrom(...files),
        });
        for (const { what, file, other } of fc.sample(edit, { numRuns: editsPerRound, seed: round })) {
          tryEdit(edits[what], file, other);
        }
        const { text } = await build(incremental);
        process.stderr.write(`round ${round}: ${text.trim().split('\n').at(-1)}\n`);
        await build(clean, '--force');
        expect(differences(incremental, clean)).toEqual([]);
      }
    } finally {
      removeWorkFolder(folder, 'incremental', 'clean');
    }
  },
  3_600_000,
);
