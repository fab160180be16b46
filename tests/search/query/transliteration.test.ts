import { expect, test } from 'vitest';
import { transliterationOf } from '../../../src/search/query/transliteration.ts';

test.each([
  ['schet', 'Cyrl', 'счёт'],
  ['schyot', 'Cyrl', 'счёт'],
  ['oshibka', 'Cyrl', 'ошибка'],
  ['polzovatel', 'Cyrl', 'пользователь'],
  ["pol'zovatel'", 'Cyrl', 'пользователь'],
  ['soobshchenie', 'Cyrl', 'сообщение'],
  ['soobschenije', 'Cyrl', 'сообщение'],
  ['rakhunok', 'Cyrl', 'рахунок'],
  ['pidpyska', 'Cyrl', 'підписка'],
  ['plashtane', 'Cyrl', 'плащане'],
  ['račun', 'Cyrl', 'рачун'],
  ['racun', 'Cyrl', 'рачун'],
  ['timologio', 'Grek', 'τιμολόγιο'],
  ['logariasmos', 'Grek', 'λογαριασμός'],
  ['8emata', 'Grek', 'θέματα'],
  ['kwdikos', 'Grek', 'κωδικός'],
  ['mpilietes', 'Grek', 'μπιλιέτες'],
  ['angarishi', 'Geor', 'ანგარიში'],
  ['7isab', 'Arab', 'حساب'],
  ['e3dadat', 'Arab', 'إعدادات'],
  ['mosta5dem', 'Arab', 'مستخدم'],
  ['ueberblick', 'Latn', 'Überblick'],
  ['rueckerstattung', 'Latn', 'Rückerstattung'],
  ['betalingsmaate', 'Latn', 'betalingsmåte'],
  ['oekonomi', 'Latn', 'økonomi'],
  ['laegge', 'Latn', 'lægge'],
  ['виндовс', 'Cyrl', 'Windows'],
  ['виндовс', 'Latn', 'Windows'],
  ['шарепоинт', 'Cyrl', 'SharePoint'],
])('%s may be in %s letters %s', (typed, script, word) => {
  expect(transliterationOf(typed, script)?.matches(word)).toBe(true);
});

test.each([
  ['schet', 'Cyrl', 'счета'],
  ['oshibka', 'Cyrl', 'ошибки'],
  ['parol', 'Latn', 'пароль'],
  ['hisab', 'Arab', 'حساب'],
  ['invoice2019', 'Arab', 'حساب'],
  ['uberblick', 'Latn', 'Ueberblick'],
  ['حساب', 'Arab', 'Hisab'],
  ['счет', 'Cyrl', 'счёт'],
])('%s is in %s letters not %s', (typed, script, word) => {
  expect(transliterationOf(typed, script)?.matches(word) ?? false).toBe(false);
});

test('A long word of letters that may be left out takes no time', () => {
  const transliteration = transliterationOf(`3${'a'.repeat(2000)}`, 'Arab');
  expect(transliteration?.matches('ا'.repeat(2000)) ?? false).toBe(false);
  expect(transliterationOf('ouou'.repeat(500), 'Grek')?.matches('ου'.repeat(1000))).toBe(true);
});
