import type { PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Edit } from '../../core/span.ts';
import { parseMarkdown, passagesOf, spanOf } from '../markdown.ts';
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
        if (mayBeStressed(node) && isMeant(draft, spanOf(node)) === undefined) return;
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
    { before: 'Le service est **in**utilisable.', after: 'Le service est **in**utilisable.' },
    { before: 'حدد **ال**كتاب.', after: 'حدد **ال**كتاب.', locale: 'ar-SA' },
    {
      before: 'Ouvrez **factures**puis payez.',
      after: 'Ouvrez **factures** puis payez.',
      source: 'Open **invoices**, and then pay.',
    },
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

/**
 * True for bold that may stress a part of a word, `**un**reliable`: one word without a capital letter, or of at most three letters in
 * scripts that have none. Only the source can tell whether it is one.
 */
function mayBeStressed(node: PhrasingContent): boolean {
  if (node.type !== 'strong') return false;
  const word = toString(node);
  return /^\p{Ll}[\p{L}\p{M}]*$/u.test(word) || /^[\p{Lo}\p{M}]{1,3}$/u.test(word);
}

/** True for what belongs to the word before: `**1**er`, `**PDF**s`. */
function isEnding(node: PhrasingContent, follower: string): boolean {
  return /\d$/.test(toString(node)) || /^s(?!\p{L})/u.test(follower);
}
