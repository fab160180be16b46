import { expect, test } from 'vitest';
import { neutralForms } from '../../src/check/language-in-address.ts';

const isSame = (source: string, target: string, locale: string) => {
  const forms = new Set(neutralForms(source, 'source', ['en', locale]));
  return neutralForms(target, 'target', ['en', locale]).some((form) => forms.has(form));
};

test.each<[source: string, target: string, locale: string]>([
  ['https://a.example/en/x', 'https://a.example/fr/x', 'fr-FR'],
  ['https://a.example/en-us/x', 'https://a.example/fr-fr/x/', 'fr'],
  ['https://a.example/en_US/x', 'https://a.example/pt_BR/x', 'pt-BR'],
  ['https://a.example/en/x', 'https://a.example/zh-hans/x', 'zh-CN'],
  ['https://a.example/en/x', 'https://a.example/zh-Hant-TW/x', 'zh-TW'],
  ['https://a.example/en/x', 'https://a.example/es-419/x', 'es'],
  ['https://a.example/en/x', 'https://a.example/no/x', 'nb-NO'],
  ['https://a.example/us/en/x', 'https://a.example/jp/ja/x', 'ja-JP'],
  ['https://a.example/us-en/x', 'https://a.example/de-de/x', 'de-DE'],
  ['https://a.example/eng/x', 'https://a.example/fra/x', 'fr-CA'],
  ['https://a.example/english/x', 'https://a.example/francais/x', 'fr-FR'],
  ['https://a.example/x', 'https://a.example/sv/x', 'sv-SE'],
  ['https://a.example/en-us/x', 'https://a.example/en-us/x', 'de-DE'],
  ['/guides/x/', '/de/guides/x/', 'de'],
  ['/guides/x/#badge-props', '/de/guides/x/#eigenschaften', 'de'],
  ['#root-locale', '#locale-racine', 'fr'],
  ['../x.md', '../x.md#part', 'fr'],
  ['https://a.example/en/x#a', 'https://a.example/de/x#b', 'de'],
  ['https://a.example/x.html', 'https://a.example/x.html?lang=de', 'de-DE'],
  ['https://a.example/x?hl=en', 'https://a.example/x?hl=fr', 'fr-FR'],
  ['https://a.example/x?locale=en_US&a=1', 'https://a.example/x?a=1&locale=fr_FR', 'fr-FR'],
  ['https://a.example/x?a=1&v=en', 'https://a.example/x?a=1&v=it', 'it-IT'],
  ['https://a.example/docs/x', '/docs/x', 'sv-SE'],
  ['/reference/#loader', '#loader', 'zh-CN'],
  ['https://en.wikipedia.org/wiki/Tax', 'https://fr.wikipedia.org/wiki/Imp%C3%B4t', 'fr-FR'],
  ['https://en.m.wikipedia.org/wiki/Tax#Rates', 'https://de.wikipedia.org/wiki/Steuer', 'de-DE'],
  ['https://en.a.example/x', 'https://fr.a.example/x', 'fr-FR'],
  ['https://www.a.example/x', 'https://fr-fr.a.example/x', 'fr-FR'],
  ['https://docs-en.a.example/x', 'https://docs-ja.a.example/x', 'ja-JP'],
  ['https://www.a.com/x', 'https://www.a.de/x', 'de-DE'],
  ['https://www.a.com/x', 'https://www.a.co.jp/x', 'ja-JP'],
  ['https://www.a.com/x', 'https://www.a.com.br/x', 'pt-BR'],
  ['https://a.example/guide.en.pdf', 'https://a.example/guide.fr.pdf', 'fr-FR'],
  ['https://a.example/guide.pdf', 'https://a.example/guide-fr-FR.pdf', 'fr-FR'],
])('%s and %s are one page in two languages (%s)', (source, target, locale) => {
  expect(isSame(source, target, locale)).toBe(true);
});

test.each<[source: string, target: string, locale: string]>([
  ['https://a.example/pay', 'https://a.example/payer', 'fr-FR'],
  ['https://a.example/en/pay', 'https://a.example/fr/payer', 'fr-FR'],
  ['https://a.example/en/x', 'https://a.example/de/x', 'fr-FR'],
  ['https://a.example/x', 'https://a.example/sign-in/x', 'fr-FR'],
  ['https://a.example/x?a=1', 'https://a.example/x?a=2&lang=fr', 'fr-FR'],
  ['https://a.example/x#a', 'https://a.example/x#b', 'fr-FR'],
  ['https://a.example/en/x#a', 'https://a.example/en/x#b', 'fr-FR'],
  ['https://a.example/x#a', 'https://a.example/x', 'fr-FR'],
  ['https://en.wikipedia.org/wiki/Tax', 'https://en.wikipedia.org/wiki/Impot', 'fr-FR'],
  ['https://en.wikipedia.org/wiki/Tax', 'https://de.wikipedia.org/wiki/Steuer', 'fr-FR'],
  ['https://en.wikipedia.org/wiki/Tax', 'https://fr.wiktionary.org/wiki/Tax', 'fr-FR'],
  ['https://a.com/x', 'https://a.org/x', 'fr-FR'],
  ['https://a.com/x', 'https://b.fr/x', 'fr-FR'],
  ['https://a.example/x', 'http://b.example/x', 'fr-FR'],
  ['../x.md', '../y.md', 'fr-FR'],
  ['/docs/x', 'https://a.example/docs/x', 'fr-FR'],
  ['https://a.example/docs/x', '/docs/y', 'fr-FR'],
  ['/reference/#loader', '#docs', 'fr-FR'],
])('%s and %s are two pages (%s)', (source, target, locale) => {
  expect(isSame(source, target, locale)).toBe(false);
});
