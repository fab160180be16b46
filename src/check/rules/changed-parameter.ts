import { lostTokens } from '../lost.ts';
import type { UnitRule } from '../rule.ts';

export const changedParameter: UnitRule = {
  name: 'changed-parameter',
  why: 'A parameter of a command is part of the command: translated, separated from its dash or glued to a word it does not work.',
  severity: 'error',
  precision: { read: 21, right: 21 },
  find: (unit) => lostTokens(unit, 'parameter', { called: 'The parameter' }),
  examples: [
    { source: 'Use the -Identity parameter.', target: 'Utilisez le paramètre -Identite.', found: ['-Identite'] },
    { source: 'Use the -Identity parameter.', target: 'Utilisez le paramètre -Identity.', found: [] },
    { source: 'Use a well-Known name.', target: 'Utilisez un nom connu.', found: [] },
  ],
};
