import type { Edit } from '../../core/span.ts';
import { spanOf, visitPhrasing } from '../markdown.ts';
import type { Repair } from './repair.ts';

export const splitLink: Repair = {
  name: 'split-link',
  what: 'A blank splits the link in two.',
  why: 'A blank between `]` and `(` makes the link show as raw text with its address.',
  suspect: /\] +\((?:https?:|mailto:|\/)/,
  find: ({ draft, passages }) => {
    const edits: Edit[] = [];
    for (const passage of passages) {
      visitPhrasing(passage, (node) => {
        if (node.type !== 'text') return;
        const { start } = spanOf(node);
        // A bare URL ends the text node, so what follows is looked at in the draft.
        for (const match of draft.text.slice(start, spanOf(node).end + 8).matchAll(/\]( +)\((?=https?:|mailto:|\/)/g)) {
          const at = start + match.index + 1;
          edits.push({ start: at, end: at + (match[1]?.length ?? 0), text: '' });
        }
        // No sentence begins with `!`, so that the text is the description of a picture.
        const mark = /^!( +)(?=\[[^[\]]*\] +\((?:https?:|mailto:|\/))/.exec(draft.text.slice(start));
        if (mark && start === spanOf(passage).start)
          edits.push({ start: start + 1, end: start + 1 + (mark[1]?.length ?? 0), text: '' });
      });
    }
    return edits;
  },
  examples: [
    { before: 'Voir [le portail] (https://a.example).', after: 'Voir [le portail](https://a.example).' },
    { before: '! [Le bouton] (https://a.example/a.png)', after: '![Le bouton](https://a.example/a.png)' },
    { before: 'Voyez ! [Le guide] (https://a.example)', after: 'Voyez ! [Le guide](https://a.example)' },
    { before: '開啟 [ **發票** ] (第一頁)', after: '開啟 [ **發票** ] (第一頁)', locale: 'zh-TW' },
    { before: 'Code `a] (https://b)`', after: 'Code `a] (https://b)`' },
  ],
};
