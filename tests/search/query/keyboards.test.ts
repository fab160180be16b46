import { expect, test } from 'vitest';
import { type Keyboard, keyboards } from '../../../src/search/query/keyboards.ts';

function named(name: string): Keyboard {
  const found = keyboards.find((one) => one.name === name);
  if (!found) throw new Error(`There is no keyboard ${name}.`);
  return found;
}

test.each([
  ['Hebrew', 'jacubh,', 'חשבונית'],
  ['Arabic', 'thj,vm', 'فاتورة'],
  ['Arabic', 'hbajvh;', 'الاشتراك'],
  ['Arabic', 'hghajvh;', 'الاشتراك'],
  ['Arabic', 'Ykahx', 'إنشاء'],
  ['Persian', 'mvnhoj', 'پرداخت'],
  ['Russian', 'cxtn', 'счет'],
  ['Russian', 'Gj;fkeqcnf', 'Пожалуйста'],
  ['Ukrainian', 'gslgbcrf', 'підписка'],
  ['Belarusian', 'ghjcns', 'просты'],
  ['Kazakh', '3plte', 'іздеу'],
  ['Bulgarian (BDS)', 'bdujw,d', 'фактура'],
  ['Bulgarian (phonetic)', 'parola', 'парола'],
  ['Serbian', 'ra;un', 'рачун'],
  ['Macedonian', "ku'a", 'куќа'],
  ['Greek', 'selida', 'σελιδα'],
  ['Greek', 'timol;ogio', 'τιμολόγιο'],
  ['Georgian', 'angariSi', 'ანგარიში'],
  ['Devanagari (InScript)', 'Mydo', 'शब्द'],
  ['Thai (Kedmanee)', ".[c0h'souh", 'ใบแจ้งหนี้'],
  ['Korean (two sets)', 'cjdrntj', '청구서'],
  ['Korean (two sets)', 'djqepdlxm', '업데이트'],
  ['Korean (two sets)', 'Rkcl', '까치'],
  ['French (AZERTY)', 'fqcture', 'facture'],
  ['German (QWERTZ)', 'yahlung', 'zahlung'],
])('%s: the keys of %s write %s', (name, keys, letters) => {
  expect(named(name).letters(keys)).toBe(letters);
  expect(named(name).keys(letters)).toContain(keys);
});

test.each([
  ['Russian', 'щтувкшму', 'onedrive'],
  ['Hebrew', 'םמקגרןהק', 'onedrive'],
  ['Arabic', 'خىثيقهرث', 'onedrive'],
  ['Greek', 'ονεδριωε', 'onedrive'],
  ['Thai (Kedmanee)', 'นืำกพรอำ', 'onedrive'],
  ['Korean (two sets)', 'ㅐㅜㄷㅇ갸ㅍㄷ', 'onedrive'],
])('%s: %s was meant to be %s', (name, letters, keys) => {
  expect(named(name).keys(letters)).toContain(keys);
});

test.each(['window', 'b', 'sharepoint'])('%s makes no Korean syllables', (keys) => {
  expect(named('Korean (two sets)').letters(keys)).toBeUndefined();
});

test.each(keyboards.filter(({ name }) => name !== 'Korean (two sets)'))(
  '$name: every key writes a letter of its own',
  (keyboard) => {
    const written = Array.from('abcdefghijklmnopqrstuvwxyz', (key) => keyboard.letters(key) ?? '');
    expect(new Set(written).size).toBe(26);
    for (const letter of written) {
      const keys = keyboard.keys(letter);
      expect((keys.length > 0 ? keys : [letter]).map((key) => keyboard.letters(key))).toContain(letter);
    }
  },
);
