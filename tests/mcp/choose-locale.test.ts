import { expect, test } from 'vitest';
import { chooseLocale } from '../../src/mcp/choose-locale.ts';

const offered = ['en-US', 'fr-FR', 'nb-NO', 'sr-Latn-RS', 'zh-TW'];

test.each<[wanted: string, tag: string, note?: string]>([
  ['fr-FR', 'fr-FR'],
  [' FR_fr ', 'fr-FR'],
  ['fr', 'fr-FR'],
  ['no', 'nb-NO'],
  ['fr-CA', 'fr-FR', 'The site has no fr-CA. This is fr-FR.'],
  ['zh-HK', 'zh-TW', 'The site has no zh-HK. This is zh-TW.'],
])('%s is %s', (wanted, tag, note) => {
  expect(chooseLocale(wanted, offered)).toEqual(note === undefined ? { tag } : { tag, note });
});

test.each([
  // Readers of one script may be unable to read the other.
  ['zh-CN', 'The nearest is zh-TW.'],
  ['sr-Cyrl-RS', 'The nearest is sr-Latn-RS.'],
  ['ja-JP', undefined],
  ['French', undefined],
  ['../..', undefined],
  ['fr\u001B[2J', undefined],
])('%j is none', (wanted, nearest) => {
  const { problem } = chooseLocale(wanted, offered) as { problem: string };
  expect(problem).toContain(JSON.stringify(wanted));
  expect(problem).toContain('It has: en-US, fr-FR, nb-NO, sr-Latn-RS, zh-TW.');
  expect(/The nearest is \S+/.exec(problem)?.[0]).toBe(nearest);
});
