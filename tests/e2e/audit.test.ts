/** The built help centre, looked at from outside. */
import { expect, test } from 'vitest';
import { runNode } from './command.ts';
import { base, helpCentre } from './sites.ts';

test('the help centre has all that its articles say, and all hangs together', async () => {
  const { code, text } = await runNode(['scripts/audit-site.ts', '--out', helpCentre.folder, '--base', base]);
  expect(text).toMatch(/ 0 faults\.\n$/);
  expect(code).toBe(0);
});
