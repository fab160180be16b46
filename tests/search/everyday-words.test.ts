/** The lists that come with the software, as the search reads them. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { everydayWordsOf } from '../../src/search/everyday-words.ts';
import { longestExpression } from '../../src/search/related-format.ts';
import { wordSequence } from '../../src/search/word-sequence.ts';
import { isIdeograph, isOneCharacter } from '../../src/search/words.ts';

const languages = readdirSync('src/search/everyday-words').map((name) => name.replace('.json', ''));
const interfaces = readdirSync('src/ui/strings').map((name) => name.replace('.json', ''));

test.each([
  ['en-GB', 'invoice'],
  ['fr-CA', 'facture'],
  ['no', 'faktura'],
  ['nn-NO', 'faktura'],
  ['zh-TW', '付款'],
  ['zh-Hans-SG', '付款'],
])('%s has its words', (tag, word) => {
  expect(everydayWordsOf(tag).flat()).toContain(word);
});

test('a language without a list has none', () => {
  expect(everydayWordsOf('ga-IE')).toEqual([]);
});

test('every language of the interface has a list', () => {
  const missing = interfaces.filter((name) => everydayWordsOf(name).length === 0);
  expect(missing).toEqual([]);
});

/** Entries as they are asked for, group by group. */
function asked(tag: string): string[][] {
  return everydayWordsOf(tag).map((group) => group.map((entry) => wordSequence(entry).join(' ')));
}

test.each(languages)('%s has groups of two to fourteen different entries', (tag) => {
  const groups = everydayWordsOf(tag);
  expect(groups.length).toBeGreaterThan(80);
  expect(groups.filter((group) => group.length < 2 || group.length > 14)).toEqual([]);
  expect(groups.filter((group) => new Set(group).size < group.length)).toEqual([]);
});

test.each(languages)('%s has entries that a question can have', (tag) => {
  const entries = asked(tag).flat();
  expect(entries.filter((entry) => entry === '' || entry.split(' ').length > longestExpression)).toEqual([]);
  // A Chinese verb may be one character.
  expect(entries.filter((entry) => /^\p{L}$/u.test(entry) && !isIdeograph(entry))).toEqual([]);
  expect(entries.filter((entry) => isOneCharacter(entry) && !isIdeograph(entry))).toEqual([]);
});

test.each(languages)('%s uses a word in two groups at most', (tag) => {
  const counts = new Map<string, number>();
  for (const group of asked(tag)) for (const entry of new Set(group)) counts.set(entry, (counts.get(entry) ?? 0) + 1);
  expect([...counts].filter(([, count]) => count > 2)).toEqual([]);
});

test.each(languages)('the list of %s is written one group a line, in one normal form', (language) => {
  const text = readFileSync(`src/search/everyday-words/${language}.json`, 'utf8');
  const groups: unknown[] = JSON.parse(text) as unknown[];
  expect(text).toBe(
    `[\n${groups.map((group) => `  ${JSON.stringify(group).replaceAll('","', '", "')}`).join(',\n')}\n]\n`,
  );
  expect(text.normalize('NFC')).toBe(text);
});
