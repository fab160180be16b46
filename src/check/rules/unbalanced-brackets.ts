import { type UnitRule, wholeOf } from '../rule.ts';

export const unbalancedBrackets: UnitRule = {
  name: 'unbalanced-brackets',
  why: 'A bracket without its partner is often the remains of a link or a name that was torn apart.',
  severity: 'warning',
  precision: { read: 28, right: 28 },
  find: ({ source, target }) => {
    if (!/[()[\]（）［］【】「」]/.test(target.inline.prose)) return [];
    const broken = pairs.filter(
      ([open, close]) =>
        balance(target.inline.prose, open, close) !== 0 && balance(source.inline.prose, open, close) === 0,
    );
    return broken.slice(0, 1).map(([, , shown]) => ({
      ...wholeOf(target),
      message: `The brackets \`${shown}\` do not come in pairs, as they do in the original.`,
      hint: 'Add the bracket that is missing, or remove the one too many.',
    }));
  },
  examples: [
    { source: 'Open [Save].', target: 'Ouvrez [Enregistrer.', found: ['Ouvrez [Enregistrer.'] },
    { source: 'Pay (by card).', target: '付款（用卡)。', found: [], locale: 'zh-TW' },
    { source: 'Basic Plan 2', target: 'Basic (offre 2)', found: [] },
    { source: 'Do 1) and 2).', target: 'Faites 1) et 2).', found: [] },
  ],
};

const pairs = [
  [/[(（]/g, /[)）]/g, '()'],
  [/[[［]/g, /[\]］]/g, '[]'],
] as const;

/** How many brackets are left open, negative where some are closed that nobody opened. */
function balance(text: string, open: RegExp, close: RegExp): number {
  const count = (part: string) => (part.match(open)?.length ?? 0) - (part.match(close)?.length ?? 0);
  const left = count(text);
  // `1)` and `a)` in lists have no partner.
  return left < 0 ? Math.min(0, count(text.replace(/(?<=^|\s)(?:\p{N}{1,2}|\p{L})[)）]/gu, ' '))) : left;
}
