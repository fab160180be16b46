import { expect, test } from 'vitest';
import {
  fileOf,
  filesOfBeginning,
  parsePlaces,
  parseTable,
  parseTerms,
  placesText,
  tableText,
  type TermPlace,
  termsText,
} from '../../src/search/term-format.ts';
import { isInert } from '../e2e/inert.ts';

const place = (article: number, level: number): TermPlace => ({ article, level });

test.each<[text: string, places: TermPlace[]]>([
  ['', []],
  ['a', [place(0, 0)]],
  ['ap', [place(0, 0), place(1, 15)]],
  ['c14a', [place(0, 2), place(40, 0)]],
  ['ZZb2c', [place(1294, 1), place(1296, 2)]],
])('articles are kept as %j', (text, places) => {
  expect(placesText(places)).toBe(text);
  expect(parsePlaces(text, 1297)).toEqual(places);
});

test.each([
  ['an article beyond the last', 'aaaa'],
  ['a difference beyond the last', '4a'],
  ['a number beyond all', `${'Z'.repeat(400)}a`],
  ['no level', 'a2'],
  ['a level that is none', 'aq'],
  ['a difference of none', 'a0a'],
  ['a difference below none', 'a-1a'],
  ['a blank', 'a a'],
  ['bytes of something else', '\u0000\u001f\ufffd'],
])('%s is no list of articles', (_what, text) => {
  expect(parsePlaces(text, 3)).toBeUndefined();
});

const table = {
  articles: 12,
  order: 'a1',
  wordFiles: 3,
  starts: ['', 'b', 'fa', 'fac', 'facu', 'z', '𝒳'],
  names: ['a1', 'b2', 'c3', 'd4', 'e5', 'f6', 'g7'],
};

test('a table is read as it was written', () => {
  expect(parseTable(tableText(table))).toEqual(table);
  expect(parseTable('0 articles in order a1, 0 files of words')).toEqual({
    articles: 0,
    order: 'a1',
    wordFiles: 0,
    starts: [],
    names: [],
  });
});

test.each([
  ['nothing', ''],
  ['no number of articles', 'x articles, 1 files of words\n a1'],
  ['fewer articles than none', '-1 articles, 1 files of words\n a1'],
  ['more articles than there can be', `${'9'.repeat(10)} articles, 1 files of words\n a1`],
  ['no number of files of words', '1 articles\n a1'],
  ['a first file with a start', '1 articles, 1 files of words\nb a1'],
  ['files in another order', '1 articles, 1 files of words\n a1\nc b2\nb c3'],
  ['a start twice', '1 articles, 1 files of words\n a1\nb b2\nb c3'],
  ['a line without a name', '1 articles, 1 files of words\n a1\nb'],
  ['a name that leads elsewhere', '1 articles, 1 files of words\n ../a1'],
  ['a name with an address', '1 articles, 1 files of words\n a1?b'],
  ['an empty line', '1 articles, 1 files of words\n a1\n'],
])('%s is no table', (_what, text) => {
  expect(parseTable(text)).toBeUndefined();
});

test.each([
  ['a', 'a1'],
  ['b', 'b2'],
  ['eon', 'b2'],
  ['fa', 'c3'],
  ['facture', 'd4'],
  ['fz', 'e5'],
  ['zz', 'f6'],
  ['𝒳𝒳', 'g7'],
])('%s is looked for in one file', (term, name) => {
  expect(fileOf(table, term)).toBe(name);
});

test.each([
  ['a', ['a1']],
  ['f', ['b2', 'c3', 'd4', 'e5']],
  ['fa', ['c3', 'd4', 'e5']],
  ['fac', ['d4', 'e5']],
  ['fact', ['d4']],
  ['facu', ['e5']],
  ['y', ['e5']],
  ['', ['a1', 'b2', 'c3', 'd4', 'e5', 'f6', 'g7']],
])('what begins with “%s” is looked for in all files that may have it', (beginning, names) => {
  expect(filesOfBeginning(table, beginning)).toEqual(names);
});

test('an index without terms has no files', () => {
  const none = { articles: 0, order: 'a1', wordFiles: 0, starts: [], names: [] };
  expect([fileOf(none, 'a'), filesOfBeginning(none, 'a')]).toEqual([undefined, []]);
});

test('lines are read as they were written, whatever objects have', () => {
  const lines = [
    ['constructor', 'a'],
    ['facture', 'b2c'],
  ] as const;
  expect([...(parseTerms(termsText(lines)) ?? [])]).toEqual(lines);
});

test.each([
  termsText([['let', 'a']]),
  termsText([
    ['typeof', 'a'],
    ['void', 'b'],
  ]),
  tableText(table),
])('a browser that takes %j for a script does nothing', (text) => {
  expect(isInert(text)).toBe(true);
});

test.each(['', 'facture', '#abc', 'facture#a\n', '{"facture":1}'])('%j are no lines of terms', (text) => {
  expect(parseTerms(text)).toBeUndefined();
});
