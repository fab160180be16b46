import { type UnitRule, wholeOf } from '../rule.ts';

export const changedCode: UnitRule = {
  name: 'changed-code',
  why: 'What stands in code is typed or compared letter by letter, so that a translation of it is wrong.',
  severity: 'error',
  find: ({ source, target }) => {
    const wanted = source.inline.code.map(({ text }) => text);
    const there = target.inline.code;
    if (wanted.length === 0 && there.length === 0) return [];
    const plain = target.inline.plain;
    const [known, own] = [new Set(wanted), new Set(there.map(({ text }) => text))];
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
  ],
};
