import { lostTokens } from '../lost.ts';
import type { UnitRule } from '../rule.ts';

export const changedPlaceholder: UnitRule = {
  name: 'changed-placeholder',
  why: 'A placeholder such as `{0}` or `%s` is filled in by a program, and one such as `<name>` by the reader; a lost one leaves a hole.',
  severity: 'warning',
  find: (unit) =>
    lostTokens(unit, 'placeholder', {
      called: 'The placeholder',
      // What stands for words may be translated, but has to be there.
      same: (text) => (/^[<&]/.test(text) ? '<>' : text),
    }),
  examples: [
    { source: 'Replace <name> first.', target: 'Remplacez d’abord nom.', found: ['Remplacez d’abord nom.'] },
    { source: 'Replace &lt;name&gt; first.', target: 'Remplacez d’abord &lt;nom&gt;.', found: [] },
    { source: 'Page {0} of {1}', target: 'Page {0} sur {2}', found: ['{2}'] },
  ],
};
