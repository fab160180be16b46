/** Commands killed at random points; `npm run kill` does the same many more times. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { killAtRandom } from '../../scripts/trials/kill.ts';
import { assembleSubject, buildSubject, fixSubject, importSubject } from '../../scripts/trials/kill-subjects.ts';
import { seededRandom } from '../../scripts/trials/random.ts';
import { makeWorkFolder, project, removeWorkFolder } from './command.ts';

const folder = makeWorkFolder();
afterAll(() => {
  for (const name of ['build', 'assemble']) {
    removeWorkFolder(join(folder, name), 'site', ...['a-0', 'a-1', 'b-0', 'b-1']);
  }
  rmSync(folder, { recursive: true, force: true });
});

test.each([
  ['build', 6, () => buildSubject(project, join(folder, 'build'))],
  ['assemble', 6, () => assembleSubject(project, join(folder, 'assemble'))],
  ['import', 6, () => importSubject(join(folder, 'import'))],
  ['fix', 6, () => fixSubject(join(folder, 'fix'))],
] as const)('%s leaves the old or the new, whole, and succeeds the next time', async (_name, times, subjectOf) => {
  const { failures } = await killAtRandom(project, await subjectOf(), times, seededRandom(8), () => undefined);
  expect(failures).toEqual([]);
});
