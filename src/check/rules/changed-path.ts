import { lostTokens } from '../lost.ts';
import type { UnitRule } from '../rule.ts';
import { trimmedEnd } from '../../core/trim.ts';

export const changedPath: UnitRule = {
  name: 'changed-path',
  why: 'A path of the file system or the registry leads nowhere when blanks or translated words get into it.',
  severity: 'error',
  precision: { read: 20, right: 19, note: 'the wrong one differs in a blank between two paths' },
  find: (unit) =>
    lostTokens(unit, 'path', {
      called: 'The path',
      same: (text) => trimmedEnd(text.replace(/\\+/g, '\\'), /[.\\]/).toLowerCase(),
    }),
  examples: [
    {
      source: 'Open %AppData%\\Nimbus\\Logs now.',
      target: 'Ouvrez %AppData%\\Nimbus\\Journaux maintenant.',
      found: ['%AppData%\\Nimbus\\Journaux'],
    },
    { source: 'Open C:\\Nimbus\\Logs.', target: 'Ouvrez C:\\Nimbus\\Logs.', found: [] },
  ],
};
