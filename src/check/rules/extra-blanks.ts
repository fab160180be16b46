import { type UnitRule } from '../rule.ts';

export const extraBlanks: UnitRule = {
  name: 'extra-blanks',
  why: 'Two blanks in a row are often a hole in which a word or its markup was lost.',
  severity: 'info',
  precision: { read: 10, right: 3, note: 'most are blanks around a `>`, which no reader sees' },
  find: ({ source, target }) => {
    if (/\S {2,}\S/.test(source.markdown)) return [];
    return [...target.markdown.matchAll(/(?<=\S) {2,}(?=\S)/g)].map(({ 0: text, index }) => ({
      start: index,
      end: index + text.length,
      message: `${text.length} blanks in a row.`,
      hint: 'See whether something is missing, and leave one blank.',
    }));
  },
  examples: [
    { source: 'Pay now.', target: 'Payez  maintenant.', found: ['  '] },
    { source: 'Pay  now.', target: 'Payez  maintenant.', found: [] },
  ],
};
