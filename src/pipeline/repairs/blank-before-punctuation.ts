import type { Edit } from '../../core/span.ts';
import { spanOf } from '../markdown.ts';
import { eachFollower } from './followers.ts';
import type { Repair } from './repair.ts';

export const blankBeforePunctuation: Repair = {
  name: 'blank-before-punctuation',
  what: 'A blank stands before the punctuation.',
  why: 'A blank slipped in between a link or bold and the full stop or comma behind it.',
  suspect: /[)*>] +[.,](?!\S)/,
  find: ({ passages }) => {
    const edits: Edit[] = [];
    for (const passage of passages) {
      eachFollower(passage, (_node, follower) => {
        const blanks = /^( +)[.,](?!\S)/.exec(follower.value)?.[1];
        if (blanks === undefined) return;
        const { start } = spanOf(follower);
        edits.push({ start, end: start + blanks.length, text: '' });
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
