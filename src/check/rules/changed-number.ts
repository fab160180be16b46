import { type Match, type Unit, type UnitRule, wholeOf } from '../rule.ts';
import { asciiDigits, type Token } from '../tokens.ts';

export const changedNumber: UnitRule = {
  name: 'changed-number',
  why: 'A number that is not that of the original sends readers to the wrong amount, size or error code.',
  severity: 'warning',
  precision: { read: 12, right: 10, note: 'the wrong ones are spelt as words' },
  find,
  examples: [
    { source: 'Wait 24 hours.', target: 'Patientez 42 heures.', found: ['42'] },
    { source: 'Up to 1,000 users.', target: 'Jusqu’à 1 000 utilisateurs.', found: [] },
    { source: 'Up to 1.200.000 rows.', target: 'Jusqu’à 1 200 000 lignes.', found: [] },
    { source: 'Up to 1.200.000 rows.', target: 'Jusqu’à 1 300 000 lignes.', found: ['1 300 000'] },
    { source: 'Up to 1,200,000 rows.', target: '१२,००,००० पंक्तियाँ', found: [], locale: 'hi-IN' },
    { source: 'Up to 1,200,000 rows.', target: 'Bis zu 1’200’000 Zeilen.', found: [], locale: 'de-CH' },
    { source: 'Up to 1,200,000 rows.', target: '١٬٢٠٠٬٠٠٠ صف', found: [], locale: 'ar-SA' },
    { source: 'Parts 2,3 of the i18n guide, part 42', target: '第2、3部分，42', found: [], locale: 'zh-CN' },
    { source: 'At 5 PM, 30 users.', target: 'À 17 h, 30 utilisateurs.', found: [] },
    { source: 'Within 30 days.', target: 'Binnen dertig dagen.', found: [], locale: 'nl-NL' },
    { source: 'Within one hour.', target: '1時間以内。', found: [], locale: 'ja-JP' },
    { source: 'Error 401 shows.', target: 'ข้อผิดพลาด ๔๐๑', found: [], locale: 'th-TH' },
    { source: 'Until March 31, 2021.', target: '2564年3月31日', found: [], locale: 'th-TH' },
    { source: 'Up to 100,000 rows.', target: '最多 10 萬列。', found: [], locale: 'zh-TW' },
  ],
};

/** Numbers that languages also spell: up to twelve, and the round ones. */
function isWord(number: number): boolean {
  return number <= 12 || (number <= 100 && number % 10 === 0);
}

/** Numbers of one digit are words as often as digits, in either language, and say little. */
const shortest = 2;

/** Numbers of the original that its translation has in no form. */
export function lostNumbers({ source, target }: Unit): Token[] {
  const wanted = source.tokens.filter(
    ({ kind, text, start, end }) =>
      kind === 'number' &&
      text.length >= shortest &&
      !isWord(Number(text)) &&
      !/^[KM]\b/i.test(source.markdown.slice(end, end + 2)) &&
      // Of a word such as `i18n`.
      !(/[A-Za-z]/.test(source.markdown.charAt(start - 1)) && /[A-Za-z]/.test(source.markdown.charAt(end))),
  );
  if (wanted.length === 0) return [];
  const there = new Set(target.digits.split(' '));
  const glued = asciiDigits(target.inline.plain).replace(/[.,'\u2019\u066B\u066C\uFF0C \u00A0\u2009\u202F]/g, '');
  return wanted.filter(({ text }) => {
    const digits = digitsOf(text);
    const number = Number(digits);
    // An hour of the afternoon, a year of the Buddhist calendar, a leading zero; thousands and millions in words.
    const forms = [number, number + 12, number + 543].map(String);
    const rounded = [1e3, 1e4, 1e6, 1e8, 1e9]
      .filter((size) => number % size === 0)
      .map((size) => String(number / size));
    // A list such as `2,3` looks like a decimal number.
    const parts = text.split(/\D/);
    if (parts.length === 2 && parts.every((part) => there.has(part))) return false;
    return !there.has(digits) && !glued.includes(digits) && ![...forms, ...rounded].some((form) => there.has(form));
  });
}

function find(unit: Unit): Match[] {
  const lost = lostNumbers(unit);
  if (lost.length === 0) return [];
  const { source, target } = unit;
  const known = new Set(source.digits.split(' '));
  const foreign = target.tokens.filter(
    ({ kind, text }) => kind === 'number' && text.length >= shortest && !known.has(digitsOf(text)),
  );
  return lost.map(({ text: original }) => {
    const [became] = foreign.length === 1 && lost.length === 1 ? foreign : [];
    const place = became ? { start: became.start, end: became.end } : wholeOf(target);
    return {
      ...place,
      message: became
        ? `The number ${original} has become ${became.text}.`
        : `The number ${original} of the original is missing or changed.`,
      hint: `Compare with the original, which says ${original}.`,
    };
  });
}

function digitsOf(text: string): string {
  return asciiDigits(text).replace(/\D+/g, '');
}
