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
  [['nn', 'en'], 'nb-NO'],
  [['zh'], 'zh-CN'],
  [['zh-Hant'], 'zh-TW'],
  [['zh-HK'], 'zh-TW'],
  [['zh-SG'], 'zh-CN'],
  [['sr'], 'sr-Cyrl-RS'],
  [['sr-Latn'], 'sr-Latn-RS'],
  [['sr-ME'], 'sr-Latn-RS'],
  [['es'], 'es-ES'],
  [['es-MX'], 'es-MX'],
  [['es-AR'], 'es-MX'],
  [['pt'], 'pt-BR'],
  [['pt-AO'], 'pt-PT'],
  [['th', 'fr'], 'fr-FR'],
  [['th'], undefined],
  [['*', 'x', ''], undefined],
  [[], undefined],
])('a reader who wants %j gets %s', (wanted, expected) => {
  expect(matchLocale(wanted, offered)).toBe(expected);
});

test.each([
  [['zh-TW', 'en'], ['en-US', 'zh-CN'], 'en-US'],
  // What Chrome and Safari send from Taiwan.
  [['zh-TW', 'zh', 'en-US', 'en'], ['en-US', 'zh-CN'], 'en-US'],
  [['zh-Hant-HK', 'zh', 'en'], ['zh-CN', 'en-US', 'zh-TW'], 'zh-TW'],
  [['zh-CN', 'zh', 'en'], ['en-US', 'zh-TW'], 'en-US'],
  [['sr-Latn-RS', 'sr', 'de'], ['de-DE', 'sr-Cyrl-RS'], 'de-DE'],
  [['sr', 'de'], ['de-DE', 'sr-Latn-RS'], 'de-DE'],
  [['pa-PK', 'en'], ['en-US', 'pa-IN'], 'en-US'],
  // Nothing else is there.
  [['zh-TW'], ['en-US', 'zh-CN'], 'zh-CN'],
  [['th', 'sr-Latn'], ['en-US', 'sr-Cyrl-RS'], 'sr-Cyrl-RS'],
  // A bare language that stands first means its usual script.
  [['zh', 'zh-TW'], ['zh-CN', 'zh-TW'], 'zh-CN'],
])('another script stands behind the next language: %j of %j gives %s', (wanted, here, expected) => {
  expect(matchLocale(wanted, here)).toBe(expected);
});

test.each([
  [['es-MX'], ['es-ES', 'es-419'], 'es-419'],
  [['es-AR'], ['es-ES', 'es-MX'], 'es-MX'],
  [['es-US'], ['es', 'es-419'], 'es-419'],
  [['es-GQ'], ['es-419', 'es-ES'], 'es-ES'],
  [['es-MX'], ['es-ES', 'en-US'], 'es-ES'],
  [['es-419'], ['es-ES', 'es-MX'], 'es-MX'],
  [['en-AU'], ['en-US', 'en-GB'], 'en-GB'],
  [['en-NZ'], ['en-US', 'en-001', 'en-GB'], 'en-001'],
  [['en-IN'], ['en', 'en-GB'], 'en-GB'],
  [['en-CA'], ['en-GB', 'en-US'], 'en-US'],
  [['en-AU'], ['en-US', 'fr-FR'], 'en-US'],
  [['pt-AO'], ['pt-BR', 'pt-PT'], 'pt-PT'],
  [['pt-MZ'], ['pt-BR'], 'pt-BR'],
  [['zh-HK'], ['zh-Hans', 'zh-Hant'], 'zh-Hant'],
  [['zh-MO'], ['zh-CN', 'zh-TW', 'zh-HK'], 'zh-HK'],
  [['nn', 'en'], ['en-US', 'nb-NO'], 'nb-NO'],
  [['nn-NO'], ['en-US', 'no'], 'no'],
  [['nb', 'en'], ['en-US', 'nn-NO'], 'nn-NO'],
  [['nn', 'nb'], ['nb-NO', 'nn-NO'], 'nn-NO'],
  [['no'], ['nn-NO', 'nb-NO'], 'nb-NO'],
])('the nearest variety: %j of %j gives %s', (wanted, here, expected) => {
  expect(matchLocale(wanted, here)).toBe(expected);
});
