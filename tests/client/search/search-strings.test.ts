import { expect, test } from 'vitest';
import { countText, type SearchStrings } from '../../../src/client/search/search-strings.ts';

test.each([
  [0, 'fr-FR', 'none “q”'],
  [1, 'fr-FR', '1 one'],
  [1234, 'de-DE', '1.234 other'],
  [3, 'ar-SA', '3 other'],
])('%i results in %s are told as “%s”', (count, tag, text) => {
  const strings = { none: 'none “{{query}}”', results: { one: '{{count}} one', other: '{{count}} other' } };
  expect(countText(strings as unknown as SearchStrings, count, 'q', tag)).toBe(text);
});
