import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stringChain, stringsFor, type StringKey } from '../../src/ui/strings.ts';

const folder = join(import.meta.dirname, '../../src/ui/strings');
const languages = readdirSync(folder).map((file) => basename(file, '.json'));

/** All strings of a file by their full names. */
function stringsOf(language: string): Map<string, string> {
  const result = new Map<string, string>();
  const walk = (value: unknown, name: string): void => {
    if (typeof value === 'string') result.set(name, value);
    else
      for (const [part, inner] of Object.entries(value as object)) walk(inner, name === '' ? part : `${name}.${part}`);
  };
  walk(JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8')), '');
  return result;
}

const withoutForm = (name: string): string => name.replace(/_(zero|one|two|few|many|other)$/, '');
const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name))].sort();
const english = stringsOf('en');
const counted = new Set([...english.keys()].filter((name) => withoutForm(name) !== name).map(withoutForm));

describe.each(languages)('the strings of %s', (language) => {
  const strings = stringsOf(language);
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;

  test('are those of English, counted ones in all plural forms of the language', () => {
    const expected = [...english.keys()].flatMap((name) => {
      const base = withoutForm(name);
      return counted.has(base) ? forms.map((form) => `${base}_${form}`) : [name];
    });
    expect([...strings.keys()].sort()).toEqual([...new Set(expected)].sort());
  });

  test('have the placeholders of English', () => {
    for (const [name, text] of strings) {
      const original = english.get(name) ?? english.get(`${withoutForm(name)}_other`) ?? '';
      const found = placeholders(text);
      // `Two articles` may be a word of its own.
      if (counted.has(withoutForm(name)) && !found.includes('count')) found.push('count');
      expect([name, found.sort()]).toEqual([name, placeholders(original)]);
    }
  });

  test('say something', () => {
    for (const [name, text] of strings) expect(text.trim(), name).not.toBe('');
  });
});

test('are all said somewhere', () => {
  const source = join(folder, '../..');
  const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:ts|astro)$/.test(file))
    .map((file) => readFileSync(join(source, file), 'utf8'))
    .join('\n');
  // The kind of an alert chooses its word.
  const named = [...new Set([...english.keys()].map(withoutForm))].filter((name) => !name.startsWith('alert.'));
  expect(named.filter((name) => !code.includes(`'${name}'`))).toEqual([]);
});

test.each([
  ['nb-NO', ['nb-NO', 'nb-Latn-NO', 'nb-Latn', 'nb', 'no', 'en']],
  ['zh-TW', ['zh-TW', 'zh-Hant-TW', 'zh-Hant', 'zh', 'en']],
  ['sr-Latn-RS', ['sr-Latn-RS', 'sr-Latn', 'sr', 'en']],
  ['en-US', ['en-US', 'en-Latn-US', 'en-Latn', 'en']],
])('%s looks for its strings in %j', (tag, chain) => {
  expect(stringChain(tag)).toEqual(chain);
});

test.each([
  ['zh-TW', '搜尋'],
  ['nb-NO', 'Søk'],
  ['fr-CA', 'Rechercher'],
  ['eo', 'Search'],
])('%s searches with “%s”', (tag, label) => {
  expect(stringsFor(tag).t('search.label')).toBe(label);
});

test.each([
  [0, 'لا توجد مقالات'],
  [1, 'مقالة واحدة'],
  [2, 'مقالتان'],
  [3, '3 مقالات'],
  [11, '11 مقالة'],
  [100, '100 مقالة'],
])('Arabic counts %i articles as “%s”', (count, text) => {
  expect(stringsFor('ar-SA').t('list.count', { count })).toBe(text);
});

test('a string that no language has is an error that names it', () => {
  expect(() => stringsFor('fr-FR').t('search.nothing' as StringKey)).toThrow('No string `search.nothing` for fr-FR');
});

test('values are put in as they are', () => {
  expect(stringsFor('en-US').t('search.none', { query: 'a < b & {{count}}' })).toBe(
    'No results for “a < b & {{count}}”',
  );
});

test('locales of one language share their digest, others do not', () => {
  expect(stringsFor('fr-CA').digest).toBe(stringsFor('fr-FR').digest);
  expect(stringsFor('de-DE').digest).not.toBe(stringsFor('fr-FR').digest);
});
