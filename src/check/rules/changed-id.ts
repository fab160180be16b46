import { lostTokens } from '../lost.ts';
import type { UnitRule } from '../rule.ts';

export const changedId: UnitRule = {
  name: 'changed-id',
  why: 'An identifier or error code with one wrong digit names something else, or nothing.',
  severity: 'error',
  precision: { read: 4, right: 4, note: 'all there were' },
  find: (unit) => lostTokens(unit, 'id', { called: 'The identifier', same: (text) => text.toLowerCase() }),
  examples: [
    { source: 'Error 0x80070005 shows.', target: 'L’erreur 0x80070006 s’affiche.', found: ['0x80070006'] },
    { source: 'Error 0x80070005 shows.', target: 'L’erreur 0x80070005 s’affiche.', found: [] },
  ],
};
