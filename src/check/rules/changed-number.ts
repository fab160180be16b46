import { type Match, type Unit, type UnitRule, wholeOf } from '../rule.ts';
import { asciiDigits, type Token } from '../tokens.ts';

export const changedNumber: UnitRule = {
  name: 'changed-number',
  why: 'A number that is not that of the original sends readers to the wrong amount, size or error code.',
  severity: 'warning',
  precision: { read: 4, right: 4, note: 'all there were beside their own originals in five sets of other generators' },
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
    { source: 'Is it the same for 24 hours?', target: '全天都一样吗？', found: [], locale: 'zh-CN' },
    { source: 'Wait 48 hours.', target: 'Attendez deux jours.', found: [] },
    { source: 'Wait 48 hours.', target: 'Attendez 84 heures.', found: ['84'] },
    { source: 'Every 15 minutes.', target: 'Tous les quarts d’heure.', found: [] },
    { source: 'Support is there 24/7.', target: 'Der Support ist rund um die Uhr da.', found: [], locale: 'de-DE' },
    { source: 'Within 18 months.', target: 'خلال ثمانية عشر شهرا.', found: [], locale: 'ar-SA' },
    { source: 'Within 2 days.', target: 'ظرف دو روز.', found: [], locale: 'fa-IR' },
    { source: 'Within 24 hours.', target: '二十四時間以内。', found: [], locale: 'ja-JP' },
    { source: 'Up to 35 rows.', target: '最多三十五列。', found: [], locale: 'zh-TW' },
    { source: 'Up to 35 rows.', target: '最多三十六列。', found: ['最多三十六列。'], locale: 'zh-TW' },
    { source: 'Pages 21-35', target: 'Pages 21 à 35', found: [] },
    { source: 'The 21st century', target: 'Le XXIe siècle', found: [] },
    { source: 'The 21st century', target: 'Le 12e siècle', found: ['12'] },
    { source: 'In the 1990s', target: 'In den 90er Jahren', found: [], locale: 'de-DE' },
    { source: 'On June 18, 2024.', target: 'Le juin 2024.', found: ['Le juin 2024.'] },
    { source: 'On June 18, 2024.', target: '民國113年6月18日', found: [], locale: 'zh-TW' },
    { source: 'On June 18, 2024.', target: '令和6年6月18日', found: [], locale: 'ja-JP' },
    { source: 'About 75% of all.', target: 'Les trois quarts de tous.', found: [] },
    { source: 'Up to 75% of all.', target: 'Jusqu’à 57 % de tous.', found: ['57'] },
    { source: 'Up to 4500 rows.', target: 'Jusqu’à quelques lignes.', found: ['Jusqu’à quelques lignes.'] },
    { source: 'Up to 100,000 rows.', target: '最多 10 萬列。', found: [], locale: 'zh-TW' },
  ],
};

/** Numbers that languages also spell: up to twelve, and the round ones. */
function isWord(number: number): boolean {
  return number <= 12 || (number <= 100 && number % 10 === 0);
}

/** Quantities that languages have a word for, or put in a larger unit: a day, two weeks, a year, three quarters. */
const inOtherUnits: readonly { readonly behind: RegExp; readonly sizes: readonly number[] }[] = [
  { behind: /^[\s-]*(?:hours?|hrs?|h)\b/i, sizes: [24] },
  { behind: /^[\s-]*(?:minutes?|mins?|seconds?|secs?)\b/i, sizes: [15, 60] },
  { behind: /^[\s-]*days?\b/i, sizes: [7, 30, 31, 365] },
  { behind: /^[\s-]*weeks?\b/i, sizes: [4, 26, 52] },
  { behind: /^[\s-]*months?\b/i, sizes: [6] },
  { behind: /^\s*(?:%|percent\b)/i, sizes: [25, 33, 66] },
  // Around the clock.
  { behind: /^\s*(?:[/x×]\s*7\b|hours a day)/i, sizes: [24] },
];

/** Of a day of a month: dates have digits in all languages. */
const isDay = (before: string): boolean =>
  /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? $/.test(before);

/** Whether a number may be put in words where it stands; only where the translation has no other number in its place. */
function maybeInWords({ text, start, end }: Token, markdown: string): boolean {
  const number = Number(text);
  const [before, behind] = [markdown.slice(Math.max(0, start - 12), start), markdown.slice(end, end + 14)];
  if (inOtherUnits.some(({ behind: unit, sizes }) => unit.test(behind) && sizes.some((size) => number % size === 0)))
    return true;
  return number < 20 && !isDay(before) && /^[\s-]+[a-z]/i.test(behind);
}

/** Values of the numbers that a text writes in Chinese characters, `二十四`. */
function hanNumbers(text: string): string[] {
  return (text.match(/[〇零一二两兩三四五六七八九十百千万萬]{2,12}/g) ?? []).map((written) => {
    let [total, part, digit] = [0, 0, 0];
    for (const character of written) {
      const value = '〇一二三四五六七八九'.indexOf(character.replace('零', '〇').replace(/[两兩]/, '二'));
      if (value !== -1) digit = value;
      else if (/[万萬]/.test(character)) [total, part, digit] = [(total + part + digit) * 10_000, 0, 0];
      else [part, digit] = [part + (digit || 1) * 10 ** ('十百千'.indexOf(character) + 1), 0];
    }
    return String(total + part + digit);
  });
}

/** A number up to 39 in Roman numerals, as languages write centuries. */
function roman(number: number): string {
  const ones = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];
  return 'X'.repeat(Math.floor(number / 10)) + (ones[number % 10] ?? '');
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
  const there = new Set([...target.digits.split(' '), ...hanNumbers(target.inline.plain)]);
  const known = new Set(source.digits.split(' '));
  const hasOther = target.tokens.some(({ kind, text }) => kind === 'number' && !known.has(digitsOf(text)));
  const romans = new Set(target.inline.plain.match(/(?<![\p{L}\p{N}])[IVX]+(?![\p{Lu}\p{N}])/gu));
  const glued = asciiDigits(target.inline.plain).replace(/[.,'\u2019\u066B\u066C\uFF0C \u00A0\u2009\u202F]/g, '');
  return wanted.filter((token) => {
    const { text, end } = token;
    if (!hasOther && maybeInWords(token, source.markdown)) return false;
    const digits = digitsOf(text);
    const number = Number(digits);
    if (number < 40 && romans.has(roman(number))) return false;
    // `1990s`.
    if (/^s\b/.test(source.markdown.slice(end)) && there.has(digits.slice(-2))) return false;
    // An hour of the afternoon, years of other calendars, a leading zero; thousands and millions in words.
    const years = number >= 1900 && number < 2100 ? yearsBetween.map((between) => number + between) : [];
    const forms = [number, number + 12, ...years].map(String);
    const rounded = [1e3, 1e4, 1e6, 1e8, 1e9]
      .filter((size) => number % size === 0)
      .map((size) => String(number / size));
    // A list such as `2,3` looks like a decimal number.
    const parts = text.split(/\D/);
    if (parts.length === 2 && parts.every((part) => there.has(part))) return false;
    return !there.has(digits) && !glued.includes(digits) && ![...forms, ...rounded].some((form) => there.has(form));
  });
}

/** Years of the Buddhist, Taiwanese, Persian and Japanese (Shōwa, Heisei, Reiwa) calendars, less those of the common one. */
const yearsBetween = [543, -1911, -621, -622, -1925, -1988, -2018];

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
