import { expect, test } from 'vitest';
import { alikeIn, alikeInSource, relatedTerms } from '../../../src/search/learn/related.ts';
import { lessonOf } from './articles.ts';

const lessons = { french: lessonOf(1), dutch: lessonOf(2) };
const source = alikeInSource(Object.values(lessons));

test('what two locales teach about the source is known', () => {
  expect(
    relatedTerms(source)
      .get('bill')
      ?.map(({ term }) => term),
  ).toEqual(['invoice']);
});

test('what only one locale teaches is not', () => {
  expect(alikeInSource([lessons.french])).toEqual([]);
  expect(alikeInSource([lessons.french, { source: [] }])).toEqual([]);
});

test('translations of alike terms are alike', () => {
  const lesson = {
    source: [],
    own: [],
    translations: [
      ['bill', 'nota'],
      ['invoice', 'factuur'],
    ],
  } as const;
  expect(alikeIn(lesson, [['bill', 'invoice', 0.2]])).toEqual([['factuur', 'nota', 0.2]]);
});

test.each([
  [0.04, 2],
  [0.25, 5],
  [1, 8],
])('a likeness of %d weighs %d', (likeness, weight) => {
  expect(relatedTerms([['a', 'b', likeness]]).get('b')).toEqual([{ term: 'a', weight }]);
});

test('a term has at most eight, the best ones', () => {
  const pairs = Array.from({ length: 20 }, (_, at) => ['a', `b${at}`, ((at + 1) / 30) ** 2] as const);
  const terms = relatedTerms(pairs).get('a') ?? [];
  expect(terms).toHaveLength(8);
  expect(terms[0]).toEqual({ term: 'b19', weight: 7 });
});

test.each([
  ['words', ['invoice', 'Bill'], { invoice: ['bill'], bill: ['invoice'] }],
  [
    'a word with parts',
    ['SharePoint-Website', 'intranet'],
    { sharepointwebsite: ['intranet'], intranet: ['sharepointwebsite'] },
  ],
  ['several words', ['visa', 'credit card'], { visa: ['card', 'credit'] }],
  ['words without blanks', ['請求書', '勘定'], { 勘定: ['求書', '請求'], 求書: ['勘定'], 請求: ['勘定'] }],
  ['a word alone', ['bill'], {}],
  ['two spellings of one word', ['Café', 'cafe'], {}],
])('synonyms that are %s', (_what, group, expected) => {
  const related = relatedTerms([], [group]);
  const terms = Array.from(related, ([term, others]) => [term, others.map(({ term: other }) => other)]);
  expect(Object.fromEntries(terms)).toEqual(expected);
  expect([...related.values()].flat().every(({ weight }) => weight === 9)).toBe(true);
});

test('synonyms come before what was learned', () => {
  expect(relatedTerms([['bill', 'invoice', 0.2]], [['bill', 'tab']]).get('bill')).toEqual([
    { term: 'tab', weight: 9 },
    { term: 'invoice', weight: 4 },
  ]);
});
