import { lostTokens } from '../lost.ts';
import type { UnitRule } from '../rule.ts';

export const changedEmail: UnitRule = {
  name: 'changed-email',
  why: 'Mail to a changed address reaches somebody else, or nobody.',
  severity: 'warning',
  precision: { read: 6, right: 6, note: 'all there were; half are made-up addresses in examples' },
  find: (unit) => lostTokens(unit, 'email', { called: 'The e-mail address', same: (text) => text.toLowerCase() }),
  examples: [
    { source: 'Write to help@a.example.', target: 'Écrivez à aide@a.example.', found: ['aide@a.example'] },
    { source: 'Write to help@a.example.', target: 'Écrivez à help@a.example.', found: [] },
  ],
};
