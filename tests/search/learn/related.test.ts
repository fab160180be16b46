import { expect, test } from 'vitest';
import { alikeIn, alikeInSource, type IndexedTerms, relatedTerms } from '../../../src/search/learn/related.ts';
import { namedWeight } from '../../../src/search/related-format.ts';
import { lessonOf } from './articles.ts';

const lessons = { french: lessonOf(1), dutch: lessonOf(2) };
const source = alikeInSource(Object.values(lessons));
/** An index that has every term. */
const everything: IndexedTerms = {
  count: () => 1,
  isFunctionWord: (term) => ['back', 'in', 'on', 'to'].includes(term),
};

function named(...groups: string[][]): { groups: string[][]; weight: number }[] {
  return [{ groups, weight: namedWeight }];
}

test('what two locales teach about the source is known', () => {
  expect(
    relatedTerms(source, [], everything)
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
  expect(relatedTerms([['a', 'b', likeness]], [], everything).get('b')).toEqual([{ term: 'a', weight }]);
});

test('a term has at most eight, the best ones', () => {
  const pairs = Array.from({ length: 20 }, (_, at) => ['a', `b${at}`, ((at + 1) / 30) ** 2] as const);
  const terms = relatedTerms(pairs, [], everything).get('a') ?? [];
  expect(terms).toHaveLength(8);
  expect(terms[0]).toEqual({ term: 'b19', weight: 7 });
});

test.each([
  ['words', ['invoice', 'Bill'], { invoice: ['bill'], bill: ['invoice'] }],
  [
    'a word with parts',
    ['SharePoint-Website', 'intranet'],
    { 'sharepoint+website': ['intranet'], intranet: ['sharepoint+website'] },
  ],
  ['several words', ['visa', 'credit card'], { visa: ['credit+card'], 'credit+card': ['visa'] }],
  ['words without blanks', ['請求書', '勘定'], { 勘定: ['請求+求書'], '請求+求書': ['勘定'] }],
  ['several words, of which one says something', ['refund', 'money back'], { 'money+back': ['refund'] }],
  [
    'several words with others between',
    ['erase', 'get rid in full'],
    { erase: ['get+rid+full'], 'get+rid+in+full': ['erase'] },
  ],
  ['function words', ['on', 'onto', 'in to'], { on: ['onto'], 'in+to': ['onto'] }],
  ['a word alone', ['bill'], {}],
  ['two spellings of one word', ['Café', 'cafe'], {}],
])('synonyms that are %s', (_what, group, expected) => {
  const related = relatedTerms([], named(group), everything);
  const terms = Array.from(related, ([term, others]) => [term, others.map(({ term: other }) => other)]);
  expect(Object.fromEntries(terms)).toEqual(expected);
  expect([...related.values()].flat().every(({ weight }) => weight === 9)).toBe(true);
});

test('synonyms come before what was learned', () => {
  expect(relatedTerms([['bill', 'invoice', 0.2]], named(['bill', 'tab']), everything).get('bill')).toEqual([
    { term: 'tab', weight: 9 },
    { term: 'invoice', weight: 4 },
  ]);
});

test('only what articles have is related, most articles first', () => {
  const counts: Readonly<Record<string, number>> = { bill: 3, invoice: 5, account: 9, credit: 4 };
  const indexed = { ...everything, count: (term: string) => counts[term] ?? 0 };
  const groups = named(['tab', 'bill', 'invoice', 'account', 'credit card', 'note']);
  expect(
    relatedTerms([], groups, indexed)
      .get('tab')
      ?.map(({ term }) => term),
  ).toEqual(['account', 'invoice', 'bill']);
});
