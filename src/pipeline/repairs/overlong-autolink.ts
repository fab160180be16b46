import { spanOf, visitPhrasing } from '../markdown.ts';
import type { Edit } from '../draft.ts';
import type { Repair } from './repair.ts';

/** An address up to the first character of a script that puts no blanks between words, or of its punctuation. */
const bareAddress =
  /^https?:\/\/[!-~]+?(?=[.,;:!?)]{0,9}[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3000-\u303F\uFF00-\uFFEF])/u;

export const overlongAutolink: Repair = {
  name: 'overlong-autolink',
  what: 'The address swallows the words behind it.',
  why: 'In scripts without blanks a bare address swallows the words behind it, and the link leads nowhere.',
  suspect: /https?:\/\/(?:(?!https?:\/\/)[!-~])*[^ -~\s]/,
  mends: ['address'],
  find: ({ draft, passages }) => {
    const edits: Edit[] = [];
    for (const passage of passages) {
      visitPhrasing(passage, (node) => {
        if (node.type !== 'link') return;
        const { start, end } = spanOf(node);
        const written = draft.text.slice(start, end);
        // Only what the parser itself made a link of: no brackets around it.
        const address = bareAddress.exec(written)?.[0];
        if (address === undefined) return;
        edits.push({ start, end: start + address.length, text: `<${address}>` });
      });
    }
    return edits;
  },
  examples: [
    { before: '請前往https://a.example/pay付款。', after: '請前往<https://a.example/pay>付款。', locale: 'zh-TW' },
    { before: 'Voir https://a.example/pay pour payer.', after: 'Voir https://a.example/pay pour payer.' },
    { before: 'Siehe https://a.example/Köln.', after: 'Siehe https://a.example/Köln.', locale: 'de-DE' },
    { before: '[頁](https://a.example/付款)', after: '[頁](https://a.example/付款)', locale: 'zh-TW' },
  ],
};
