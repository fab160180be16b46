import { spanOf, visitPhrasing } from '../markdown.ts';
import type { Edit } from '../draft.ts';
import type { Repair } from './repair.ts';

export const blankBeforePunctuation: Repair = {
  name: 'blank-before-punctuation',
  why: 'A blank slipped in between a link or bold and the full stop or comma behind it.',
  suspect: /[)*>] +[.,](?!\S)/,
  find: ({ passages }) => {
    const edits: Edit[] = [];
    for (const passage of passages) {
      const look = (children: readonly { type: string }[]) => {
        children.forEach((node, index) => {
          const next = children[index + 1];
          if ((node.type !== 'strong' && node.type !== 'link') || next?.type !== 'text') return;
          const blanks = /^( +)[.,](?!\S)/.exec((next as { value?: string }).value ?? '')?.[1];
          if (blanks === undefined) return;
          const { start } = spanOf(next);
          edits.push({ start, end: start + blanks.length, text: '' });
        });
      };
      look(passage.children);
      visitPhrasing(passage, (node) => {
        if ('children' in node) look(node.children);
      });
    }
    return edits;
  },
  examples: [
    { before: 'Cliquez sur **Payer** .', after: 'Cliquez sur **Payer**.' },
    {
      before: 'Ouvrez [la page](https://a.example) , puis payez.',
      after: 'Ouvrez [la page](https://a.example), puis payez.',
    },
    { before: 'Installez **Outils** .NET.', after: 'Installez **Outils** .NET.' },
    { before: 'Attention **ici** : payez.', after: 'Attention **ici** : payez.' },
  ],
};
