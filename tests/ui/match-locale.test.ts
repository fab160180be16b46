import { expect, test } from 'vitest';
import { matchLocale } from '../../src/ui/match-locale.ts';

const offered = [
  'ar-SA',
  'en-US',
  'es-ES',
  'es-MX',
  'fr-FR',
  'nb-NO',
  'pt-BR',
  'pt-PT',
  'sr-Cyrl-RS',
  'sr-Latn-RS',
  'zh-CN',
  'zh-TW',
];

test.each([
  [['fr-FR'], 'fr-FR'],
  [['fr'], 'fr-FR'],
  [['FR-ca', 'en'], 'fr-FR'],
  [['no'], 'nb-NO'],
  [['nb'], 'nb-NO'],
  [['nn', 'en'], 'en-US'],
  [['zh'], 'zh-CN'],
  [['zh-Hant'], 'zh-TW'],
  [['zh-HK'], 'zh-TW'],
  [['zh-SG'], 'zh-CN'],
  [['sr'], 'sr-Cyrl-RS'],
  [['sr-Latn'], 'sr-Latn-RS'],
  [['sr-ME'], 'sr-Latn-RS'],
  [['es'], 'es-ES'],
  [['es-MX'], 'es-MX'],
  [['es-AR'], 'es-ES'],
  [['pt'], 'pt-BR'],
  [['pt-AO'], 'pt-BR'],
  [['th', 'fr'], 'fr-FR'],
  [['th'], undefined],
  [['*', 'x', ''], undefined],
  [[], undefined],
])('a reader who wants %j gets %s', (wanted, expected) => {
  expect(matchLocale(wanted, offered)).toBe(expected);
});

test('the other script of a language is better than another language', () => {
  expect(matchLocale(['zh-TW', 'en'], ['en-US', 'zh-CN'])).toBe('zh-CN');
});
