import { type UnitRule } from '../rule.ts';

export const leakedToken: UnitRule = {
  name: 'leaked-token',
  why: 'Machine translation hides names behind signs such as `#A0` and puts them back afterwards; where that failed, the name is lost.',
  severity: 'error',
  precision: { read: 14, right: 14, note: 'all there were' },
  find: ({ source, target }) =>
    [
      ...target.inline.prose.matchAll(
        /(?<![\w&#])#[A-Z]\d{1,2}\b|(?:<|&lt;)\d{1,2}(?:>|&gt;)|\b__\w{1,8}\d__\b|\{\d+\}/g,
      ),
    ]
      .filter(({ 0: token }) => !source.markdown.includes(token) && !source.inline.plain.includes(token))
      .map(({ 0: token, index }) => ({
        start: index,
        end: index + token.length,
        message: `\`${token}\` stands for words of the original that were not put back.`,
        hint: 'Read the original, and write what belongs here.',
      })),
  examples: [
    { source: 'Select the blue cloud icon.', target: 'Wählen Sie das blaue #A0.', found: ['#A0'], locale: 'de-DE' },
    { source: 'Colour #A0 is blue.', target: 'La couleur #A0 est bleue.', found: [] },
  ],
};
