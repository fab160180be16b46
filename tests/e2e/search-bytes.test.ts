/** What `npm run bench -- --bytes` counts, beside the files themselves. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bytesText, measureBytes } from '../../scripts/bench/search/bytes.ts';
import { helpCentre } from './sites.ts';

test('what a browser loads before it shows results is counted by kind of file', async () => {
  const queries = ['facture', 'xyzzyq'].map((text) => ({ locale: 'fr-FR', kind: text, text, expected: 'pay-invoice' }));
  const rows = await measureBytes(helpCentre.folder, queries, () => undefined);
  const [found, unknown] = rows;
  const folder = join(helpCentre.folder, 'pagefind/fr-fr');
  const size = (name: string): number => statSync(join(folder, name)).size;
  expect(found).toMatchObject({ locale: 'fr-FR', kind: 'facture', queries: 1 });
  expect(found?.bytes.table).toBe(size('terms.dat'));
  expect(found?.bytes.terms).toBeGreaterThan(0);
  expect(found?.bytes.texts).toBeGreaterThan(0);
  // The source is asked too before nothing is found.
  expect(unknown?.bytes.texts).toBe(0);
  expect(unknown?.bytes.table).toBeGreaterThan(size('terms.dat'));
  expect(bytesText(rows)).toContain('fr-FR xyzzyq');
});
