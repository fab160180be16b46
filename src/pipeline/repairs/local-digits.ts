import type { Edit } from '../../core/span.ts';
import { spanOf, visitPhrasing } from '../markdown.ts';
import type { Repair } from './repair.ts';

export const localDigits: Repair = {
  name: 'local-digits',
  what: 'The number is in digits that no screen and no search shows.',
  why: 'Error codes and amounts in Thai digits are not what the screen shows, and searching for them finds nothing.',
  suspect: /[๐-๙]/,
  find: ({ draft, passages, locale }) => {
    if (locale.script !== 'Thai') return [];
    const edits: Edit[] = [];
    for (const passage of passages) {
      visitPhrasing(passage, (node) => {
        if (node.type !== 'text') return;
        const { start, end } = spanOf(node);
        for (const match of draft.text.slice(start, end).matchAll(/[๐-๙]+/g)) {
          const at = start + match.index;
          edits.push({ start: at, end: at + match[0].length, text: match[0].replace(/./g, asciiDigit) });
        }
      });
    }
    return edits;
  },
  examples: [
    { before: 'ข้อผิดพลาด ๔๐๑', after: 'ข้อผิดพลาด 401', locale: 'th-TH' },
    { before: 'รหัส `๔๐๑`', after: 'รหัส `๔๐๑`', locale: 'th-TH' },
  ],
};

const zero = '๐'.charCodeAt(0);

function asciiDigit(digit: string): string {
  return String(digit.charCodeAt(0) - zero);
}
