import { describe, expect, test } from 'vitest';
import { inProcess, inThread } from '../../src/pool/pool.ts';

const module = new URL('./modules/answering.ts', import.meta.url);

describe.each([
  ['a thread', inThread],
  ['a process', inProcess],
])('%s of its own', (_what, run) => {
  test('answers', async () => {
    expect(await run(module, { fails: false, word: 'facture' })).toBe('facture!');
  });

  test('fails with the reason', async () => {
    await expect(run(module, { fails: true, word: 'no room' })).rejects.toThrow('no room');
  });

  test('fails where there is no such module', async () => {
    await expect(run(new URL('modules/missing.ts', import.meta.url), {})).rejects.toThrow(/missing/);
  });
});
