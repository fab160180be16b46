import { lostTokens } from '../lost.ts';
import type { UnitRule } from '../rule.ts';

export const changedVersion: UnitRule = {
  name: 'changed-version',
  why: 'A version, an address of the network or a status code of the form 5.7.1 has to be exactly right to be found.',
  severity: 'error',
  precision: { read: 2, right: 2, note: 'all there were' },
  find: (unit) => lostTokens(unit, 'version', { called: 'The version' }),
  examples: [
    { source: 'Version 1.9.0.27 fixes it.', target: 'La version 1.9.0.72 corrige cela.', found: ['1.9.0.72'] },
    { source: 'Version 1.9.0.27 fixes it.', target: 'La version 1.9.0.27 corrige cela.', found: [] },
    { source: 'Up to 1.200.000 rows.', target: 'Jusqu’à 1 200 000 lignes.', found: [] },
    { source: 'Use 192.168.100.200.', target: 'Utilisez 192.168.100.201.', found: ['192.168.100.201'] },
  ],
};
