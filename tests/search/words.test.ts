import { describe, expect, test } from 'vitest';
import { fold, gramsOf, placedTerms, runsOf, termCountsOf, termsOf } from '../../src/search/words.ts';

describe('fold', () => {
  test.each([
    ['Éléments', 'elements'],
    ['ＡＢＣ １２', 'abc 12'],
    ['Straße', 'strasse'],
    ['IPTAL İptal ıptal', 'iptal iptal iptal'],
    ['ÆRØ', 'aero'],
    ['Việt', 'viet'],
    ['٤٠٤', '404'],
    ['๔๐๔', '404'],
    ['الفَاتُورَة', 'الفاتوره'],
    ['שָׁלוֹם', 'שלום'],
    ['ﾌｧｲﾙ', 'ファイル'],
    ['ที่', 'ที่'],
    ['한글', '한글'],
  ])('%s → %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });
});

describe('termsOf', () => {
  test.each([
    ['Pay an invoice, pay!', ['pay', 'an', 'invoice', 'pay']],
    ['  ', []],
    ['l’opération (carte)', ['l', 'operation', 'carte']],
    ['SharePoint-Website', ['sharepointwebsite', 'sharepoint', 'share', 'point', 'website']],
    ['Set-CaseHoldPolicy', ['setcaseholdpolicy', 'set', 'caseholdpolicy', 'case', 'hold', 'policy']],
    ['0x80070005', ['0x80070005']],
    ['5.7.750', ['57750', '5', '7', '750']],
    ['Office365', ['office365', 'office', '365']],
    ['HTTPServer', ['httpserver', 'http', 'server']],
    ['請求書', ['請求', '求書']],
    ['付', ['付']],
    ['在 Azure 入口', ['在', 'azure', '入口']],
    ['사용자를', ['사용', '용자', '자를']],
    ['ธนาคาร', ['ธนา', 'นาคา', 'คาร']],
    ['เงินคืน', ['เงิน', 'นคื', 'คืน']],
    ['والفاتورة', ['والفاتوره', 'فاتور']],
    ['فاتورتي', ['فاتورتي', 'فاتور']],
    ['فاتورتكم', ['فاتورتكم', 'فاتور']],
    ['الحسابات', ['الحسابات', 'حساب']],
    ['مستخدمين', ['مستخدمين', 'مستخدم']],
    ['ندفعها', ['ندفعها', 'ندفع']],
    ['رصيد', ['رصيد']],
    ['بنك', ['بنك']],
    ['הפגישה', ['הפגישה', 'פגישה']],
  ])('%s has %j', (text, terms) => {
    expect(termsOf(text)).toEqual(terms);
  });

  test.each([
    ['請求書', ['請求', '求書', '請', '求', '書']],
    ['支払う', ['支払', '払う', '支', '払', 'う']],
    ['ธนาคาร', ['ธนา', 'นาคา', 'คาร', 'ร']],
    ['사용자', ['사용', '용자', '자']],
  ])('of %s an index also has ideographs and the last character, so that they can be asked for alone', (run, terms) => {
    expect([...termCountsOf(run).keys()]).toEqual(terms);
  });

  test('an index counts how often a term is there', () => {
    expect(Object.fromEntries(termCountsOf('Pay, pay or pay-day: 請求書と請求'))).toEqual({
      pay: 3,
      or: 1,
      payday: 1,
      day: 1,
      請求: 2,
      求書: 1,
      書と: 1,
      と請: 1,
      請: 2,
      求: 2,
      書: 1,
    });
  });

  test('of a long run, a question asks for every pair: a word may begin at any of them', () => {
    expect(termsOf('請求書の支払期日')).toEqual(['請求', '求書', '書の', 'の支', '支払', '払期', '期日']);
  });

  test('a question has the terms of the text that it was copied from', () => {
    const terms = [...termCountsOf('請按一下 [立即付款] 以支付發票。').keys()];
    for (const term of termsOf('支付發票')) expect(terms).toContain(term);
  });

  test('data is no word', () => {
    expect(termsOf('x'.repeat(500))).toEqual(['x'.repeat(40)]);
  });
});

test.each([
  ['pays', ['_pay', 'pays', 'ays_']],
  ['pa', ['_pa_']],
  ['請求書', ['請求', '求書']],
])('gramsOf %s', (text, grams) => {
  expect(gramsOf(text)).toEqual(grams);
});

test('terms are found where they stand in the text that is shown', () => {
  const text = 'Le “Remboursé” de 請求書';
  const found = [...placedTerms(text)].map(({ start, end, terms }) => [text.slice(start, end), ...terms]);
  expect(found).toEqual([
    ['Le', 'le'],
    ['Remboursé', 'rembourse'],
    ['de', 'de'],
    ['請求', '請求'],
    ['求書', '求書'],
  ]);
});

test.each([
  ['付 PDF を見る', [['付'], ['を', '見', 'る']]],
  ['ใบแจ้งหนี้ PDF', [['ใบ', 'แจ้', 'ง', 'ห', 'นี้']]],
  ['pay the bill', []],
])('runs of %s', (text, runs) => {
  expect(runsOf(text)).toEqual(runs);
});
