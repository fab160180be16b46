import { expect, test } from 'vitest';
import { canonicalTag, localeOf } from '../../src/core/locales.ts';
import { localeOfPath } from '../../src/layouts/locale-of-path.ts';

test.each([
  ['fr-fr', 'fr-FR'],
  ['SR-LATN-RS', 'sr-Latn-RS'],
  ['zh-Hant', 'zh-Hant'],
  ['no', 'no'],
  ['how-to', undefined],
  ['xx-YY', undefined],
  ['media', undefined],
  ['und', undefined],
  ['', undefined],
  ['../fr', undefined],
])('the canonical form of %s', (text, tag) => {
  expect(canonicalTag(text)).toBe(tag);
});

test.each([
  ['fr-FR/pay.md', 'fr-FR', 'pay.md'],
  ['articles/fr-fr/billing/pay.md', 'fr-FR', 'billing/pay.md'],
  ['docs.de-de/articles/pay.md', 'de-DE', 'articles/pay.md'],
  ['pay.fr-FR.md', 'fr-FR', 'pay.md'],
  ['en-US/pay.fr-FR.md', 'fr-FR', 'en-US/pay.md'],
  ['fr/pay.md', 'fr', 'pay.md'],
  ['billing/is/pay.md', undefined, undefined],
  ['how-to/pay.md', undefined, undefined],
  ['000_0ceee5cb15f6ccad.txt', undefined, undefined],
])('the locale of %s', (path, tag, pathWithout) => {
  expect(localeOfPath(path)).toEqual(tag === undefined ? undefined : { tag, pathWithout });
});

test.each([
  ['ar-SA', 'rtl', 'العربية (المملكة العربية السعودية)', 'Arab'],
  ['he-IL', 'rtl', 'עברית (ישראל)', 'Hebr'],
  ['fr-FR', 'ltr', 'Français (France)', 'Latn'],
  ['zh-TW', 'ltr', '中文（台灣）', 'Hant'],
])('%s reads %s', (tag, direction, name, script) => {
  expect(localeOf(tag)).toMatchObject({ tag, direction, name, script, path: tag.toLowerCase() });
});
