import { type UnitRule } from '../rule.ts';
import { trimmedEnd } from '../../core/trim.ts';

export const endPunctuation: UnitRule = {
  name: 'end-punctuation',
  why: 'A question without its mark, or a colon that has become a full stop, changes what the sentence does.',
  severity: 'info',
  precision: { read: 16, right: 8, note: 'sentences that were put in another order end in another way' },
  find: ({ source, target, locale }) => {
    const [wanted, there] = [endOf(source.inline.plain), endOf(target.inline.plain)];
    // Thai writes neither full stops nor question marks as a rule.
    if (wanted === there || locale.script === 'Thai' || wanted === undefined) return [];
    const text = target.markdown.trimEnd();
    return [
      {
        start: Math.max(0, text.length - 1),
        end: text.length,
        message: `The original ends with \`${wanted}\`, the translation ${there === undefined ? 'without it' : `with \`${there}\``}.`,
        hint: 'End the sentence like the original.',
      },
    ];
  },
  examples: [
    { source: 'Need help?', target: 'Besoin d’aide', found: ['e'] },
    { source: 'Need help?', target: 'Besoin d’aide ?', found: [] },
    { source: 'Do this:', target: '請執行下列動作：', found: [], locale: 'zh-TW' },
    { source: 'Need help?', target: 'هل تحتاج إلى مساعدة؟', found: [], locale: 'ar-SA' },
  ],
};

const marks: readonly (readonly [RegExp, string])[] = [
  [/[?？؟;՞]$/u, '?'],
  [/[:：׃]$/u, ':'],
  [/[!！]$/u, '!'],
];

/** The sign that a sentence ends with. Full stops come and go with the customs of a language. */
function endOf(plain: string): string | undefined {
  const text = trimmedEnd(plain, /[\s"'”’»)\]）】」]/);
  return marks.find(([pattern]) => pattern.test(text))?.[1];
}
