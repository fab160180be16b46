import { type UnitRule, wholeOf } from '../rule.ts';

export const visibleAsterisks: UnitRule = {
  name: 'visible-asterisks',
  why: 'Asterisks that no repair could make bold again stand in the text that readers see.',
  severity: 'error',
  precision: { read: 8, right: 8, note: 'all there were' },
  find: ({ source, target }) => {
    if (!target.inline.plain.includes('**') || source.inline.plain.includes('**')) return [];
    const at = target.markdown.search(/\*\*|\\\*\\\*/);
    const place = at === -1 ? wholeOf(target) : { start: at, end: at + (target.markdown[at] === '\\' ? 4 : 2) };
    return [
      {
        ...place,
        message: 'Readers see the asterisks.',
        hint: 'Put `**` directly before and behind the words that the original has in bold.',
      },
    ];
  },
  examples: [
    { source: 'Open **Invoices**.', target: 'Ouvrez **Factures.', found: ['**'] },
    { source: 'Open **Invoices**.', target: 'Ouvrez \\*\\*Factures.', found: ['\\*\\*'] },
    { source: 'Type `**`.', target: 'Tapez `**`.', found: [] },
    { source: 'A mask: \\*\\*\\*\\*', target: 'Un masque : \\*\\*\\*\\*', found: [] },
  ],
};
