import { spanOf, visitPhrasing } from '../markdown.ts';
import type { Repair, RepairEdit } from './repair.ts';

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
    const edits: RepairEdit[] = [];
    for (const passage of passages) {
      visitPhrasing(passage, (node) => {
        if (node.type !== 'link') return;
        const { start, end } = spanOf(node);
        const written = draft.text.slice(start, end);
        // Only what the parser itself made a link of: no brackets around it.
        const address = bareAddress.exec(written)?.[0];
        // Nobody names an address that ends so: what follows is part of it.
        if (address === undefined || /[=#&]$/.test(address)) return;
        const edit = { start, end: start + address.length, text: `<${address}>` };
        edits.push(/[^/]\/[^/]+\/$/.test(address) ? { ...edit, certain: false } : edit);
      });
    }
    return edits;
  },
  examples: [
    { before: '請前往https://a.example/pay付款。', after: '請前往<https://a.example/pay>付款。', locale: 'zh-TW' },
    { before: 'Voir https://a.example/pay pour payer.', after: 'Voir https://a.example/pay pour payer.' },
    { before: 'Siehe https://a.example/Köln.', after: 'Siehe https://a.example/Köln.', locale: 'de-DE' },
    { before: 'https://a.example/#概要', after: 'https://a.example/#概要', locale: 'ja-JP' },
    { before: 'https://a.example/?q=請求書', after: 'https://a.example/?q=請求書', locale: 'ja-JP' },
    // It may be the article of this name.
    {
      before: 'https://ja.wikipedia.org/wiki/請求書',
      after: '<https://ja.wikipedia.org/wiki/>請求書',
      written: 'https://ja.wikipedia.org/wiki/請求書',
      locale: 'ja-JP',
    },
    { before: '[頁](https://a.example/付款)', after: '[頁](https://a.example/付款)', locale: 'zh-TW' },
  ],
};
