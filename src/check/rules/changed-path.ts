import { lostTokens } from '../lost.ts';
import type { UnitRule } from '../rule.ts';

export const changedPath: UnitRule = {
  name: 'changed-path',
  why: 'A path of the file system or the registry leads nowhere when blanks or translated words get into it.',
  severity: 'error',
  find: (unit) =>
    lostTokens(unit, 'path', {
      called: 'The path',
      same: (text) =>
        text
          .replace(/\\+/g, '\\')
          .replace(/[.\\]+$/, '')
          .toLowerCase(),
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
