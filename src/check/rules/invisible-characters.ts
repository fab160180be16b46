import { type UnitRule } from '../rule.ts';

export const invisibleCharacters: UnitRule = {
  name: 'invisible-characters',
  why: 'Characters that nobody sees break search, copying and links.',
  severity: 'info',
  find: ({ source, target }) =>
    [...target.markdown.matchAll(/[\u200B\u2060\uFEFF\u00AD\u200E\u200F\u202A-\u202E\u2066-\u2069]+/g)]
      .filter(({ 0: text }) => !source.markdown.includes(text))
      .map(({ 0: text, index }) => ({
        start: index,
        end: index + text.length,
        message: `Characters that cannot be seen: ${Array.from(text, nameOf).join(', ')}.`,
        hint: 'Remove them, unless the direction of the text needs them.',
      })),
  examples: [
    { source: 'Pay.', target: 'Payez\u200B.', found: ['\u200B'] },
    { source: 'Pay.', target: 'Payez\u00A0!', found: [] },
  ],
};

function nameOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
