import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { optionNames, resolveOptions } from '../../src/config/options.ts';

test('all but the title has a default', () => {
  expect(resolveOptions({ title: 'Help' })).toEqual({
    title: 'Help',
    ignore: [],
    sourceLocale: 'en-US',
    content: ['content'],
    documentationHosts: [],
    check: { severity: {}, exceptions: [], terms: [] },
    status: true,
    synonyms: {},
  });
});

test('tags come out in their canonical case', () => {
  expect(resolveOptions({ title: 'Help', locales: ['FR-fr', 'zh-hant-tw'] }).locales).toEqual(['fr-FR', 'zh-Hant-TW']);
});

test('synonyms are known by the canonical tag of their locale', () => {
  const synonyms = { 'FR-fr': [['note', 'facture']], 'fr-FR': [['payer', 'régler']] };
  expect(resolveOptions({ title: 'Help', synonyms }).synonyms).toEqual({
    'fr-FR': [
      ['note', 'facture'],
      ['payer', 'régler'],
    ],
  });
});

test.each([
  [undefined, 'options: '],
  [{}, 'title: expected the name of the site as text'],
  [{ title: ' ' }, 'title: expected a name, found no text'],
  [{ title: 'Help', content: 'docs' }, 'content: expected a list of directories such as `["content"]`, found "docs"'],
  [{ title: 'Help', content: [] }, 'content: expected at least one directory'],
  [
    { title: 'Help', sourceLocale: 'english' },
    'sourceLocale: expected a language tag such as `fr-FR` or `zh-Hant`, found "english"',
  ],
  [
    { title: 'Help', locales: ['fr-FR', 'fr_CA'] },
    'locales[1]: expected a language tag such as `fr-FR` or `zh-Hant`, found "fr_CA"',
  ],
  [{ title: 'Help', documentationHosts: ['https://a.example'] }, 'documentationHosts[0]: expected a host name'],
  [{ title: 'Help', support: 'javascript:alert(1)' }, 'support: expected a complete address'],
  [
    { title: 'Help', report: 'https://a.example/?a={artikel}' },
    'report: there is no {artikel}, expected placeholders among {article}, {locale}, {sentence}, {title}, {url}',
  ],
  [{ title: 'Help', report: 'a.example/{article}' }, 'report: expected a complete address such as `mailto:'],
  [{ title: 'Help', report: 'javascript:alert("{title}")' }, 'report: expected a complete address'],
  [{ title: 'Help', check: { severity: { bogus: 'error' } } }, 'check.severity.bogus: there is no such rule'],
  [
    { title: 'Help', check: { severity: { behind: 'bad' } } },
    'check.severity.behind: expected error, warning, info or off',
  ],
  [
    { title: 'Help', check: { exceptions: [{ rule: 'behind' }] } },
    'check.exceptions[0].reason: expected why this is accepted',
  ],
  [
    { title: 'Help', check: { colour: 1 } },
    'check.colour: there is no such option, expected one of severity, exceptions',
  ],
  [{ title: 'Help', synonyms: [['a', 'b']] }, 'synonyms: expected lists of words by locale such as'],
  [{ title: 'Help', synonyms: { fr_FR: [['a', 'b']] } }, 'synonyms.fr_FR: expected a language tag such as `fr-FR`'],
  [
    { title: 'Help', synonyms: { fr: ['note', 'facture'] } },
    'synonyms.fr[0]: expected a list of words that mean the same',
  ],
  [{ title: 'Help', synonyms: { fr: [['note']] } }, 'synonyms.fr[0]: expected at least two words that mean the same'],
  [
    { title: 'Help', synonyms: { fr: [['note', '?']] } },
    'synonyms.fr[0][1]: expected a word with letters or digits, found "?"',
  ],
  [
    { title: 'Help', synonyms: { ja: [['請求書', '請'.repeat(101)]] } },
    'synonyms.ja[0][1]: expected a word of at most 100 characters',
  ],
  [{ title: 'Help', status: 'no' }, 'status: expected true or false'],
  [{ title: 'Help', colour: 'red' }, 'colour: there is no such option, expected one of title, sourceLocale'],
])('%j is refused with “%s”', (options, message) => {
  expect(() => resolveOptions(options)).toThrow(message);
});

const groups = (count: number): string[][] => Array.from({ length: count }, (_, at) => [`a${at}`, `b${at}`]);

test('many synonyms are taken', () => {
  expect(resolveOptions({ title: 'Help', synonyms: { fr: groups(10_000) } }).synonyms['fr']).toHaveLength(10_000);
});

test.each([
  [
    'in one list',
    { fr: groups(10_001) },
    'synonyms.fr: expected at most 20,000 words in all groups of a locale, these are 20,002: ',
  ],
  ['very many', { fr: groups(200_000) }, 'these are 400,000: leave out words that readers do not search for'],
  [
    'in groups that are too large',
    { fr: Array.from({ length: 3 }, () => Array<string>(9000).fill('a')) },
    'these are 27,000: ',
  ],
  [
    'under several tags',
    { 'fr-FR': groups(6000), 'FR-fr': groups(6000) },
    'synonyms.FR-fr: expected at most 20,000 words',
  ],
])('too many synonyms are refused, %s', (_what, synonyms, message) => {
  expect(() => resolveOptions({ title: 'Help', synonyms })).toThrow(message);
});

test('all wrong values are named at once', () => {
  expect(() => resolveOptions({ title: 3, content: 4 })).toThrow(/title: .*\n {2}content: /);
});

test('the README has each option, and no other', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const table = /^\| option +\|.*\n((?:\|.*\n)+)/m.exec(readme)?.[1] ?? '';
  const documented = [...table.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name);
  expect(documented.toSorted()).toEqual(optionNames.toSorted());
});
