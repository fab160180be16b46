import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { canonicalTag } from '../../src/core/locales.ts';
import { localeOfPath, unusualFolder } from '../../src/layouts/locale-of-path.ts';
import { localeOfPlace } from '../../src/layouts/locale-of-place.ts';
import { folderOf } from '../support.ts';

test.each([
  ['kr', 'ko-KR'],
  ['jp', 'ja-JP'],
  ['CN', 'zh-CN'],
  ['cz', 'cs-CZ'],
  ['dk', 'da-DK'],
  ['se', 'sv-SE'],
  ['ua', 'uk-UA'],
  ['gr', 'el-GR'],
  ['us', 'en-US'],
  ['vn', 'vi-VN'],
])('a folder %s is a country, and its articles are in %s', (folder, tag) => {
  expect(localeOfPath(`${folder}/pay.md`)).toEqual({ tag, pathWithout: 'pay.md' });
  expect(unusualFolder(`${folder}/pay.md`)).toMatchObject({ folder, meaning: { isCountry: true } });
});

test.each([
  ['src', 'the language Sardinian or something else'],
  ['tw', 'the language Akan or the country Taiwan'],
  ['br', 'the language Breton or the country Brazil'],
  ['in', 'the language Indonesian or the country India'],
  ['rs', 'the country Serbia'],
  ['mac', 'the language Macedonian or something else'],
  ['man', 'the language Mandingo or something else'],
  ['new', 'the language Newari or something else'],
  ['cat', 'the language Catalan or something else'],
  ['to', 'the language Tongan or the country Tonga or something else'],
])('a folder %s may be anything: %s', (folder, meanings) => {
  expect(localeOfPath(`${folder}/pay.md`)).toBeUndefined();
  expect(unusualFolder(`${folder}/pay.md`)).toMatchObject({ meaning: { kind: 'unclear' }, meanings });
});

test.each(['fr', 'deu', 'jpn', 'fil', 'no', 'uk', 'ca', 'fa', 'sw', 'be', 'my', 'yue'])(
  'a folder %s is a language',
  (folder) => {
    expect(localeOfPath(`${folder}/pay.md`)?.tag).toBe(canonicalTag(folder));
    expect(unusualFolder(`${folder}/pay.md`)).toBeUndefined();
  },
);

test.each(['to-do/x.md', 'a/as-is/x.md', 'x.to-do.md', 'new-in/x.md', 'a/man-in/x.md', 'an-at/x.md'])(
  '%s has words in its name, and no locale',
  (path) => {
    expect(localeOfPath(path)).toBeUndefined();
  },
);

test.each([
  ['to-TO/x.md', 'to-TO'],
  ['x.as-IN.md', 'as-IN'],
  ['en-DE/x.md', 'en-DE'],
  ['a/fr-BE/x.md', 'fr-BE'],
  ['sr-latn-rs/x.md', 'sr-Latn-RS'],
  ['zh-Hant/x.md', 'zh-Hant'],
  ['es-419/x.md', 'es-419'],
  ['fil-PH/x.md', 'fil-PH'],
  ['ca-ES-valencia/x.md', undefined],
  // Older codes of languages.
  ['zh-CHS/x.md', 'zh-Hans'],
  ['zh-cht/x.md', 'zh-Hant'],
  ['docs.zh-cht/x.md', 'zh-Hant'],
  ['x.zh-CHS.md', 'zh-Hans'],
  ['iw/x.md', 'he'],
  ['iw-IL/x.md', 'he-IL'],
  ['in-ID/x.md', 'id-ID'],
  ['ji/x.md', 'yi'],
  ['mo/x.md', 'ro'],
  ['tl/x.md', 'fil'],
  ['sq/x.md', 'sq'],
  ['al/x.md', 'sq-AL'],
])('%s is in %s', (path, tag) => {
  expect(localeOfPath(path)?.tag).toBe(tag);
});

test('every language of the interface may be a folder', () => {
  const languages = readdirSync(join(import.meta.dirname, '../../src/ui/strings')).map((file) => file.slice(0, -5));
  expect(languages.filter((tag) => localeOfPath(`${tag}/a.md`)?.tag !== tag)).toEqual([]);
});

test.each(['api/x.md', 'faq/x.md', 'v1/x.md', 'how-to/x.md', 'x.md', 'guide/kr/x.md'])('%s names no locale', (path) => {
  expect(localeOfPath(path)).toBeUndefined();
  expect(unusualFolder(path)).toBeUndefined();
});

test('Serbia and Montenegro wrote in Latin letters', () => {
  expect(['sr-CS', 'SR-cs', 'sr-YU', 'sr-Cyrl-CS', 'sr'].map(canonicalTag)).toEqual([
    'sr-Latn-RS',
    'sr-Latn-RS',
    'sr-Latn-RS',
    'sr-Cyrl-RS',
    'sr',
  ]);
});

/** The name of a content directory, its folders, a path in it, and the locale that this says. */
const places: readonly [root: string, folders: string[], path: string, tag: string | undefined][] = [
  ['src', ['en', 'de'], 'de/pay.md', 'de'],
  ['it', ['en', 'de'], 'de/pay.md', 'de'],
  ['no', ['en-US', 'de-DE'], 'de-DE/pay.md', 'de-DE'],
  ['hr', ['en', 'fr'], 'pay.md', undefined],
  ['my', ['jp'], 'jp/pay.md', 'ja-JP'],
  ['my-id', ['en', 'fr'], 'fr/pay.md', 'fr'],
  ['it', ['billing'], 'billing/pay.md', 'it'],
  ['it', [], 'pay.md', 'it'],
  ['src', ['billing'], 'billing/pay.md', undefined],
  ['fr-FR', ['billing'], 'billing/pay.md', 'fr-FR'],
  ['docs.fr-fr', ['de', 'articles'], 'de/pay.md', 'fr-FR'],
  ['docs.fr-fr', ['de-DE'], 'de-DE/pay.md', 'de-DE'],
];

test.each(places)('in %s with %j, %s is in %s', (name, folders, path, tag) => {
  const root = folderOf(
    Object.fromEntries([name, ...folders.map((each) => `${name}/${each}`)].map((folder) => [`${folder}/a.md`, ''])),
  );
  expect(localeOfPlace({ root: join(root, name), path })).toBe(tag);
});
