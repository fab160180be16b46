import type { PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { parseMarkdown, passagesOf, spanOf } from '../markdown.ts';
import type { Edit } from '../draft.ts';
import type { Repair } from './repair.ts';
import { askingSource, writesSpaces } from './evidence.ts';
import { eachFollower } from './followers.ts';

const letterFirst = /^[\p{Script=Latin}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Cyrillic}\p{Script=Greek}]/u;

export const gluedWord: Repair = {
  name: 'glued-word',
  what: 'The blank behind the link or bold is missing.',
  why: 'The blank behind a link or bold was lost, so that the next word runs into it.',
  suspect: /[)*>_][\p{Script=Latin}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Cyrillic}\p{Script=Greek}]/u,
  find: ({ draft, passages, locale }) => {
    if (!writesSpaces(locale)) return [];
    const edits: Edit[] = [];
    for (const passage of passages) {
      eachFollower(passage, (node, { value: follower }) => {
        if (!letterFirst.test(follower) || isMeant(draft, spanOf(node)) === true) return;
        if (isEnding(node, follower)) return;
        const at = spanOf(node).end;
        edits.push({ start: at, end: at, text: ' ' });
      });
    }
    return edits;
  },
  examples: [
    {
      before: 'Voir [le guide](https://a.example)pour payer.',
      after: 'Voir [le guide](https://a.example) pour payer.',
    },
    { before: 'Wählen Sie **Zahlen**aus.', after: 'Wählen Sie **Zahlen** aus.', locale: 'de-DE' },
    { before: 'حدد **الفواتير**ثم ادفع.', after: 'حدد **الفواتير** ثم ادفع.', locale: 'ar-SA' },
    {
      before: 'Ouvrez **Factures**puis payez.',
      after: 'Ouvrez **Factures** puis payez.',
      source: 'Open **Invoices**, and then pay.',
    },
    { before: '按一下 **發票**Azure', after: '按一下 **發票**Azure', locale: 'zh-TW' },
    { before: 'Les **PDF**s.', after: 'Les **PDF**s.', source: 'The **PDF**s.' },
    { before: 'Le **1**er mars, deux **PDF**s.', after: 'Le **1**er mars, deux **PDF**s.' },
    { before: 'Déjà **bien** écrit.', after: 'Déjà **bien** écrit.' },
  ],
};

/** True where the English of the sentence is known and has a letter directly behind a link or bold too. */
const isMeant = askingSource((source) => {
  let meant = false;
  for (const passage of passagesOf(parseMarkdown(source))) {
    eachFollower(passage, (_node, { value: follower }) => {
      if (letterFirst.test(follower)) meant = true;
    });
  }
  return meant;
});

/** True for what belongs to the word before: `**1**er`, `**PDF**s`. */
function isEnding(node: PhrasingContent, follower: string): boolean {
  return /\d$/.test(toString(node)) || /^s(?!\p{L})/u.test(follower);
}
