import { expect, test } from 'vitest';
import { keyboards } from '../../../src/search/query/keyboards.ts';
import type { Lexicon } from '../../../src/search/query/lexicon.ts';
import { readingOf } from '../../../src/search/query/readings.ts';
import { pronunciationsOf } from '../../../src/search/pronunciation.ts';
import { fold, termCountsOf } from '../../../src/search/words.ts';

const noTitles = { pronouncedTitles: () => Promise.resolve(undefined) };

/** Articles that are one line each. */
function lexicon(...articles: string[]): Lexicon {
  const terms = articles.map((article) => termCountsOf(article));
  const words = articles.flatMap((article) => article.match(/[\p{L}\p{M}]{4,}/gu) ?? []);
  return {
    count: (wanted) => Promise.resolve(terms.filter((own) => wanted.every((term) => own.has(term))).length),
    wordsBeginningWith: (letters) =>
      Promise.resolve(
        words
          .map((spelling) => ({ spelling, word: fold(spelling), articles: 1 }))
          .filter(({ word }) => letters.some((letter) => word.startsWith(fold(letter).charAt(0)))),
      ),
    pronouncedTitles: () => Promise.resolve({ readings: pronunciationsOf('zh', articles) ?? '', titles: articles }),
  };
}

const articles: Readonly<Record<string, Lexicon>> = {
  'he-IL': lexicon('תשלום חשבונית', 'Pay an invoice in OneDrive', 'נע'),
  'ar-SA': lexicon('دفع فاتورة الاشتراك', 'حساب', 'Pay an invoice in OneDrive'),
  'ru-RU': lexicon('Оплатить счёт', 'Пользователь и пароль', 'Pay an invoice in OneDrive or Windows'),
  'uk-UA': lexicon('Сплатити рахунок', "Ім'я користувача"),
  'bg-BG': lexicon('Плащане на фактура'),
  'el-GR': lexicon('Πληρωμή τιμολογίου'),
  'th-TH': lexicon('ชำระใบแจ้งหนี้', 'Pay an invoice in OneDrive', 'สรทำ'),
  'ko-KR': lexicon('청구서 결제하기', 'Pay an invoice in OneDrive'),
  'zh-TW': lexicon(
    '支付發票',
    '重設密碼',
    '銀行轉帳',
    '女性使用者',
    '使用者設定',
    'Pay an invoice, change or ban a user',
  ),
  'ja-JP': lexicon('請求書の支払い'),
  'de-DE': lexicon('Überblick und Rückerstattung', 'Rechnungen bezahlen'),
  'nb-NO': lexicon('Endre betalingsmåte'),
  'fr-FR': lexicon('Payer une facture', 'Commentaires', 'des'),
  'en-US': lexicon('Pay an invoice in OneDrive', 'Word, Excel and/or Teams don’t start', 'to by'),
};

test.each([
  ['he-IL', 'jacubh,', 'חשבונית'],
  ['he-IL', ',akuo jacubh,', 'תשלום חשבונית'],
  ['he-IL', 'םמקגרןהק', 'onedrive'],
  ['he-IL', 'onedrive jacubh,', 'onedrive חשבונית'],
  ['ar-SA', 'thj,vm', 'فاتورة'],
  ['ar-SA', 'hbhajvh;', undefined],
  ['ar-SA', 'hghajvh;', 'الاشتراك'],
  ['ar-SA', 'خىثيقهرث', 'onedrive'],
  ['ar-SA', '7isab', 'حساب'],
  ['ru-RU', 'jgkfnbnm cxtn', 'оплатить счет'],
  ['ru-RU', 'Gfhjkm', 'Пароль'],
  ['ru-RU', 'пароль щтувкшму', 'пароль onedrive'],
  ['ru-RU', 'oplatit schet', 'Оплатить счёт'],
  ['ru-RU', 'уиндоус', undefined],
  ['ru-RU', 'виндовс', 'windows'],
  ['uk-UA', 'hf[eyjr', 'рахунок'],
  ['bg-BG', 'bdujw,d', 'фактура'],
  ['bg-BG', 'faktura', 'фактура'],
  ['el-GR', 'plhrwmh', 'Πληρωμή'],
  ['el-GR', 'pliromi timologiou', 'Πληρωμή τιμολογίου'],
  ['th-TH', ".[c0h'souh", 'ใบแจ้งหนี้'],
  ['th-TH', 'นืำกพรอำ', 'onedrive'],
  ['ko-KR', 'cjdrntj', '청구서'],
  ['ko-KR', 'cjdrntj invoice', '청구서 invoice'],
  ['ko-KR', 'ㅐㅜㄷㅇ갸ㅍㄷ', 'onedrive'],
  ['zh-TW', 'fapiao', '發票'],
  ['zh-TW', 'zhifu fapiao', '支付發票'],
  ['zh-TW', 'fa piao', '發票'],
  ['zh-TW', 'Yínháng zhuǎnzhàng', '銀行轉帳'],
  ['zh-TW', 'chong2she4 mi4ma3', '重設密碼'],
  ['zh-TW', 'zhongshemima', '重設密碼'],
  ['zh-TW', "yin'hang", '銀行'],
  ['zh-TW', 'mimayinhang', '密碼 銀行'],
  ['zh-TW', 'nvxing', '女性'],
  ['zh-TW', 'nuxing', '女性'],
  ['zh-TW', 'shiyongzhe', '使用者'],
  ['zh-TW', 'fapiao 銀行', '發票 銀行'],
  ['zh-TW', 'fapiao change', '發票 change'],
  ['ja-JP', 'fapiao', undefined],
  ['de-DE', 'rueckerstattung', 'Rückerstattung'],
  ['nb-NO', 'betalingsmaate', 'betalingsmåte'],
  ['fr-FR', 'fqcture', 'facture'],
  ['fr-FR', 'Co;;entqires', 'Commentaires'],
  ['en-US', 'щтувкшму', 'onedrive'],
  ['en-US', 'хэхэ', undefined],
  ['en-US', 'щщщщ', undefined],
  ['en-US', 'бюджет', undefined],
  ['en-US', 'םמקגרןהק', 'onedrive'],
  ['en-US', 'шарепоинт', undefined],
])('%s: %s is read as %s', async (tag, question, reading) => {
  expect((await readingOf(question, tag, articles[tag] ?? lexicon()))?.question).toBe(reading);
});

test.each([
  ['words that articles have', 'he-IL', 'invoice'],
  ['words of which articles have the parts', 'en-US', 'Word/Excel and/or Teams'],
  ['slips', 'he-IL', 'invioce'],
  ['slips', 'th-TH', 'invioce'],
  ['slips in another script', 'ru-RU', 'пороль'],
  ['a short word that happens to be one in another layout', 'he-IL', 'bg'],
  ['punctuation', 'he-IL', '[invoice] (OneDrive)'],
  ['digits', 'th-TH', '2019'],
  ['nothing', 'ru-RU', '   '],
  ['a question of which one word is misspelt', 'ru-RU', 'pay an invoice in windwos'],
  ['a short word whose pairs some article has', 'th-TH', 'lime'],
  ['words in shreds', 'ar-SA', 'وورد'],
  ['an address', 'th-TH', 'hanado mi Invoice.com'],
  ['one of two unknown words', 'ar-SA', 'إيدج pnib'],
  ['words that articles have', 'zh-TW', 'change user'],
  ['syllables that are no word of a title', 'zh-TW', 'danger china'],
  ['half a syllable', 'zh-TW', 'fapia'],
  ['one syllable', 'zh-TW', 'shuang'],
  ['most other words', 'zh-TW', 'fapiao unbekanntes'],
  ['a slip', 'zh-TW', 'invioce'],
  ['half of the words', 'he-IL', 'jacubh, unbekanntes'],
])('%s have no other reading (%s: %s)', async (_what, tag, question) => {
  expect(await readingOf(question, tag, articles[tag] ?? lexicon())).toBeUndefined();
});

test('The most usual word stands for its romanization', async () => {
  const words = [
    { spelling: 'счет', word: 'счет', articles: 1 },
    { spelling: 'счёт', word: 'счет', articles: 5 },
  ];
  const some: Lexicon = {
    count: () => Promise.resolve(0),
    wordsBeginningWith: () => Promise.resolve(words),
    ...noTitles,
  };
  expect(await readingOf('schet', 'ru', some)).toEqual({
    kind: 'transliteration',
    question: 'счёт',
    isWhole: true,
  });
});

test('A reading that no article has costs one question to the index', async () => {
  const asked: string[] = [];
  const counting: Lexicon = {
    count: (terms) => {
      asked.push(...terms);
      return Promise.resolve(0);
    },
    wordsBeginningWith: () => Promise.resolve([]),
    ...noTitles,
  };
  expect(await readingOf('штмщшсу', 'ru-RU', counting)).toBeUndefined();
  const layouts = new Set(keyboards.flatMap((keyboard) => keyboard.keys('штмщшсу')));
  expect(asked).toContain('invoice');
  expect(new Set(asked).size).toBeLessThanOrEqual(layouts.size + 1);
});

test('a paragraph without blanks is not read in other letters, which would ask for each pair of it', async () => {
  const asked: string[] = [];
  const counting: Lexicon = {
    ...noTitles,
    count: (terms) => Promise.resolve(asked.push(...terms) * 0),
    wordsBeginningWith: () => Promise.resolve([]),
  };
  expect(await readingOf('ชำระใบแจ้งหนี้ด้วยบัตร'.repeat(500), 'th-TH', counting)).toBeUndefined();
  expect(asked.length).toBeLessThan(100);
});
