import { expect, test } from 'vitest';
import { indexLanguage, separateWords } from '../../src/search/words.ts';

test.each([
  ['th', 'ชำระใบแจ้งหนี้', ['ชำระ', 'ใบ', 'แจ้ง', 'หนี้']],
  ['ja', '請求書を支払う', ['請求', '書', 'を', '支払う']],
  ['zh', '下載發票', ['下載', '發票']],
  ['zh', '在 Azure 入口網站', ['在', 'Azure', '入口', '網站']],
  ['fr', 'Payer une facture', ['Payer', 'une', 'facture']],
  ['ar', 'دفع فاتورة', ['دفع', 'فاتورة']],
])('words of %s: %s', (language, text, words) => {
  expect(separateWords(text, language).split(/\s+/).filter(Boolean)).toEqual(words);
});

test('a query is split like the text it is to be found in', () => {
  const indexed = separateWords('按一下 [立即付款] 以支付發票。', 'zh-TW').split(/\s+/);
  for (const word of separateWords('支付發票', 'zh-TW').split(/\s+/).filter(Boolean)) expect(indexed).toContain(word);
});

test.each([
  ['fr-FR', 'fr'],
  ['th-TH', 'qth'],
  ['ja-JP', 'qja'],
  ['zh-TW', 'qzh'],
])('the index of %s is kept under %s', (tag, language) => {
  expect(indexLanguage(tag)).toBe(language);
});
