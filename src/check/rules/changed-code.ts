import { type UnitRule, wholeOf } from '../rule.ts';

export const changedCode: UnitRule = {
  name: 'changed-code',
  why: 'What stands in code is typed or compared letter by letter, so that a translation of it is wrong.',
  severity: 'error',
  find: ({ source, target }) => {
    const wanted = source.inline.code.map(({ text }) => text).filter((text) => !isLabel(text));
    const there = target.inline.code;
    if (wanted.length === 0 && there.length === 0) return [];
    const plain = target.inline.plain;
    const [known, own] = [new Set(source.inline.code.map(({ text }) => text)), new Set(there.map(({ text }) => text))];
    const lost = wanted.filter((text) => !own.has(text) && !plain.includes(text));
    const foreign = there.filter(({ text }) => !known.has(text));
    if (lost.length === 0) return [];
    const [became] = foreign.length === 1 && lost.length === 1 ? foreign : [];
    return lost.map((text) => ({
      ...(became ? { start: became.start, end: became.end } : wholeOf(target)),
      message: became
        ? `The code \`${text}\` has become \`${became.text}\`.`
        : `The code \`${text}\` of the original is missing or changed.`,
      hint: `Take \`${text}\` over as it is.`,
    }));
  },
  examples: [
    { source: 'Run `pay --now`.', target: 'Exécutez `payer --now`.', found: ['`payer --now`'] },
    { source: 'Run `pay --now`.', target: 'Exécutez `pay --now`.', found: [] },
    { source: 'Open `Settings > Dark Mode`.', target: 'Ouvrez `Réglages > Mode sombre`.', found: [] },
    { source: 'Use `DarkMode` or `true`.', target: 'Utilisez `ModeSombre` ou `true`.', found: ['`ModeSombre`'] },
  ],
};

/** Words of a label, `Save`, `of`, `PDF` and `2`; one that has another capital inside is a name in code. */
const word = /^(?:\p{Lu}?[\p{Ll}\p{M}]+(?:['’-]\p{L}?\p{Ll}*)?|\p{Lu}{1,4}|\d+)$/u;

/**
 * Whether code is a name on the screen, which is translated: words and no more, the first with a capital. Some authors
 * write such names in code.
 */
function isLabel(text: string): boolean {
  const words = text.split(/[\s>›»→/|&,…]+|\.\.\.$/u).filter((part) => part !== '');
  const [first = ''] = words;
  return /^\p{Lu}\p{Ll}/u.test(first) && words.length <= 8 && words.every((each) => word.test(each));
}
