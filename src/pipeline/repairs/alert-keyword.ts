import type { Edit } from '../../core/span.ts';
import { spanOf } from '../markdown.ts';
import { nodesOfType } from '../nodes.ts';
import { alertKind, markerWord } from '../render/alerts.ts';
import type { Repair } from './repair.ts';

export const alertKeyword: Repair = {
  name: 'alert-keyword',
  what: 'The keyword of the alert was translated.',
  why: 'A keyword such as `[!TIP]` is markup, not text: translated, other tools show it with its brackets.',
  suspect: /\[!/,
  mends: ['marker', 'directive'],
  find: ({ draft, tree }) => {
    const edits: Edit[] = [];
    for (const quote of nodesOfType(tree, 'blockquote')) {
      const { start, end } = spanOf(quote);
      // Only what stands at the beginning of the quotation is a marker.
      const match = /^([\s>]*)(\[!([^\][(]+)\](?!\())/.exec(draft.text.slice(start, Math.min(end, start + 80)));
      if (!match) continue;
      const [, before = '', marker = '', between = ''] = match;
      const kind = alertKind(markerWord(between) ?? '');
      if (kind === undefined || marker.toLowerCase() === `[!${kind}]`) continue;
      const at = start + before.length;
      edits.push({ start: at, end: at + marker.length, text: `[!${kind.toUpperCase()}]` });
    }
    return edits;
  },
  examples: [
    { before: '> [! CONSEILS]\n> Payez.', after: '> [!TIP]\n> Payez.' },
    { before: '> [!重要事項 ！]\n> 付款。', after: '> [!IMPORTANT]\n> 付款。', locale: 'zh-TW' },
    { before: '> [!Note]\n> Payez.', after: '> [!Note]\n> Payez.' },
    { before: '> [!Truc]\n> Payez.', after: '> [!Truc]\n> Payez.' },
    { before: '```\n> [!CONSEIL]\n```', after: '```\n> [!CONSEIL]\n```' },
    { before: '> Voir [!CONSEIL] ici.', after: '> Voir [!CONSEIL] ici.' },
  ],
};
