import { spanOf, visitPhrasing } from '../markdown.ts';
import type { Edit } from '../draft.ts';
import type { Repair } from './repair.ts';

export const overlongAutolink: Repair = {
  name: 'overlong-autolink',
  why: 'In scripts without blanks a bare address swallows the words behind it, and the link leads nowhere.',
  suspect: /(https?:\/\/|www\.)[!-~]*[^ -~\s]/,
  find: ({ draft, passages }) => {
    const edits: Edit[] = [];
    for (const passage of passages) {
      visitPhrasing(passage, (node) => {
        if (node.type !== 'link') return;
        const { start, end } = spanOf(node);
        const written = draft.text.slice(start, end);
        const address = /^https?:\/\/[!-~]+?(?=[.,;:!?)]*[^ -~\s])/.exec(written)?.[0];
        // Only what the parser itself made a link of: no brackets around it.
        if (address === undefined) return;
        edits.push(
          { start, end: start, text: '<' },
          { start: start + address.length, end: start + address.length, text: '>' },
        );
      });
    }
    return edits;
  },
  examples: [
    { before: '請前往https://a.example/pay付款。', after: '請前往<https://a.example/pay>付款。', locale: 'zh-TW' },
    { before: 'Voir https://a.example/pay pour payer.', after: 'Voir https://a.example/pay pour payer.' },
    { before: '[頁](https://a.example/付款)', after: '[頁](https://a.example/付款)', locale: 'zh-TW' },
  ],
};
