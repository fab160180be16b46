/** The interface in the 41 locales of the hand-back dialect. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { localeOf } from '../../src/core/locales.ts';
import { formatDate, languageName } from '../../src/core/languages.ts';
import { stringChain, stringsFolder, stringsFor } from '../../src/ui/strings.ts';

const family = (
  'ar-SA bg-BG ca-ES cs-CZ da-DK de-DE el-GR en-US es-ES et-EE fi-FI fr-FR he-IL hi-IN hr-HR hu-HU id-ID it-IT ja-JP kk-KZ ' +
  'ko-KR lt-LT lv-LV ms-MY nb-NO nl-NL pl-PL pt-BR pt-PT ro-RO ru-RU sk-SK sl-SI sr-Latn-RS sv-SE th-TH tr-TR uk-UA vi-VN ' +
  'zh-CN zh-TW'
).split(' ');

const fileOf = (language: string): string => join(stringsFolder, `${language}.json`);

/** All strings of a locale's own file, by their names. */
function ownStrings(tag: string): [name: string, text: string][] {
  const language = stringChain(tag).find((each) => existsSync(fileOf(each))) ?? '';
  const groups = JSON.parse(readFileSync(fileOf(language), 'utf8')) as Record<string, Record<string, string>>;
  return Object.entries(groups).flatMap(([group, strings]) =>
    Object.entries(strings).map(([name, text]): [string, string] => [`${group}.${name}`, text]),
  );
}

test.each(family.filter((tag) => tag !== 'en-US'))('%s has no English left over', (tag) => {
  const english = new Map(ownStrings('en-US'));
  // A short word may be the same in two languages; a sentence is not.
  const isLong = (text: string): boolean => text.replace(/\{\{\w+\}\}/g, '').length > 14;
  expect(ownStrings(tag).filter(([name, text]) => isLong(text) && english.get(name) === text)).toEqual([]);
  expect(languageName('de-DE', tag)).not.toBe('German');
});

test('every file of strings serves one of them', () => {
  const used = new Set(family.flatMap(stringChain));
  const unused = readdirSync(stringsFolder)
    .map((file) => file.replace(/\.json$/, ''))
    .filter((language) => !used.has(language));
  expect(unused).toEqual([]);
});

describe.each(family)('%s', (tag) => {
  test('has a file in its own language and script', () => {
    const found = stringChain(tag).find((language) => existsSync(fileOf(language))) ?? '';
    const [own, chosen] = [localeOf(tag), localeOf(found)];
    expect([new Intl.Locale(found).language, chosen.script]).toEqual([new Intl.Locale(tag).language, own.script]);
  });

  test('counts in every form of its plural', () => {
    const rules = new Intl.PluralRules(tag);
    const strings = stringsFor(tag);
    const byForm = new Map([0, 1, 2, 3, 5, 11, 21, 100, 1_000_000, 1.5].map((count) => [rules.select(count), count]));
    for (const count of byForm.values()) expect(strings.t('list.count', { count })).not.toMatch(/\{\{|_other/);
    expect(new Set(byForm.keys())).toEqual(new Set(rules.resolvedOptions().pluralCategories));
  });

  test('writes dates in the Gregorian calendar with Latin digits', () => {
    expect(formatDate('2026-10-12', tag)).toMatch(/2026/);
    expect(formatDate('2026-10-12', tag)).toMatch(/12/);
    expect(formatDate('2026-10-12', tag)).not.toMatch(/[^\P{Nd}0-9]/u);
  });

  test('names languages in its own words', () => {
    const names = family.map((other) => languageName(other, tag));
    expect(names.filter((name) => /^[a-z]{2}(?:-|$)/.test(name))).toEqual([]);
  });
});
