import { lostTokens } from '../lost.ts';
import type { UnitRule } from '../rule.ts';

export const changedCmdlet: UnitRule = {
  name: 'changed-cmdlet',
  why: 'A command works only as it is spelt. Machine translation takes its words for prose and translates them.',
  severity: 'error',
  precision: { read: 36, right: 36 },
  find: (unit) => lostTokens(unit, 'cmdlet', { called: 'The command', same: (text) => text.toLowerCase() }),
  examples: [
    {
      source: 'Run Get-Mailbox now.',
      target: 'Exécutez Obtenir-Boîte maintenant.',
      found: ['Exécutez Obtenir-Boîte maintenant.'],
    },
    { source: 'Run Get-Mailbox now.', target: 'Exécutez Get-Boite maintenant.', found: ['Get-Boite'] },
    { source: 'Run Get-Mailbox now.', target: 'Exécutez Get-Mailbox maintenant.', found: [] },
    { source: 'Run `Get-Mailbox` now.', target: 'Exécutez maintenant.', found: [] },
  ],
};
