import { type UnitRule, wholeOf } from '../rule.ts';

export const tableCells: UnitRule = {
  name: 'table-cells',
  why: 'In a table a lost `|` moves all cells behind it into the wrong column.',
  severity: 'warning',
  find: ({ source, target }) => {
    const wanted = source.inline.prose.match(/\|/g)?.length ?? 0;
    const there = target.inline.prose.match(/\|/g)?.length ?? 0;
    // One or two are as often an "or" in running text, for which languages have words.
    if (wanted === there || wanted < 2) return [];
    return [
      {
        ...wholeOf(target),
        message: `The line has ${there} \`|\`, the original ${wanted}.`,
        hint: 'Give each cell its border.',
      },
    ];
  },
  examples: [
    { source: 'A | B | C', target: 'A | B C', found: ['A | B C'] },
    { source: 'A | B | C', target: 'A | B | C', found: [] },
  ],
};
