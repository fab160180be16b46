import { expect, test } from 'vitest';
import { isLesson, learnFrom } from '../../../src/search/learn/lesson.ts';
import { lessonOf, pairsOf } from './articles.ts';

const french = lessonOf(1);

test('terms that are translated alike are paraphrases', () => {
  const pairs = french.source.map(([term, other]) => `${term} ${other}`);
  expect(pairs).toContain('bill invoice');
  expect(pairs).toContain('delete remove');
  expect(french.own.map(([term, other]) => `${term} ${other}`)).toEqual(['effacer supprimer']);
});

test('terms that only stand beside each other are none', () => {
  const pairs = french.source.flatMap(([term, other]) => [`${term} ${other}`, `${other} ${term}`]);
  expect(pairs).not.toContain('invoice order');
  expect(pairs).not.toContain('clean garden');
});

test('the parts of an expression are none, even where one word translates both', () => {
  const places = ['shop', 'bank', 'hotel', 'train', 'plane', 'boat'];
  const pairs = places.flatMap((place): [string, string][] => [
    [`credit card ${place}`, `kreditkarte ${place}ort`],
    [`card ${place}`, `kreditkarte ${place}ort`],
    [`credit ${place}`, `kreditkarte ${place}ort`],
  ]);
  expect(learnFrom(pairsOf(pairs)).source.map(([term, other]) => `${term} ${other}`)).not.toContain('card credit');
});

test('best translations go both ways, and a word that is left as it is is none', () => {
  expect(french.translations).toContainEqual(['garden', 'jardin']);
  expect(french.translations.filter(([source, own]) => source === own)).toEqual([]);
});

test('the order of articles does not matter', () => {
  expect(lessonOf(1, 'backwards')).toEqual(french);
});

test.each([
  ['nothing', []],
  ['numbers', [['2024 5.7.750', '2024 5.7.750'] as const]],
  ['an untranslated text', [['pay bill', 'pay bill'] as const, ['pay invoice', 'pay invoice'] as const]],
  ['one text', [['pay bill', 'payer facture'] as const]],
])('%s teaches nothing', (_what, pairs) => {
  expect(learnFrom(pairsOf(pairs))).toEqual({ source: [], own: [], translations: [] });
});

test('pairs of characters where two words meet are no terms of a language', () => {
  const words = [
    ['invoice', '帳單'],
    ['bill', '帳單'],
    ['delete', '刪除'],
    ['remove', '移除'],
    ['remove', '刪除'],
  ] as const;
  const things = [
    ['phone', '電話'],
    ['garden', '花園'],
    ['winter', '冬天'],
    ['bridge', '大橋'],
  ] as const;
  const pairs = words.flatMap(([word, han]) =>
    things.map(([thing, own]) => [`${word} ${thing}`, `${han}${own}`] as const),
  );
  const { own, translations } = learnFrom(pairsOf(pairs));
  const terms = [...own.flatMap(([term, other]) => [term, other]), ...translations.map(([, term]) => term)];
  const known = [...words, ...things].map(([, han]) => han);
  expect(terms.length).toBeGreaterThan(0);
  expect(terms.filter((term) => !known.some((word) => word === term))).toEqual([]);
});

test('what is kept is tested when it is read', () => {
  expect(isLesson(JSON.parse(JSON.stringify(french)))).toBe(true);
  expect(isLesson({ ...french, own: [['a', 'b']] })).toBe(false);
  expect(isLesson({ ...french, translations: [['a', 'b', 'c']] })).toBe(false);
  expect(isLesson([])).toBe(false);
});
