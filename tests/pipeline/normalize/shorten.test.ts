import { expect, test } from 'vitest';
import { shorten } from '../../../src/pipeline/normalize/shorten.ts';

test.each([
  ['a short text', 'Pay now.', 'Pay now.'],
  ['several lines', ' Pay\n  now. ', 'Pay now.'],
  ['words', 'Pay the invoice', 'Pay the…'],
  ['a long word', 'Rechnungsnummer', 'Rechnungs…'],
  ['the end of a sentence', 'Pay now. Then wait', 'Pay now…'],
  ['a script without blanks', '請求書の支払いを確認します', '請求書の支払いを確…'],
  ['a character of two halves', `${'x'.repeat(8)}😀😀`, `${'x'.repeat(8)}…`],
  ['a control character', 'Pay\u0007', 'Pay\uFFFD'],
])('%s', (_what, text, short) => {
  expect(shorten(text, 10)).toBe(short);
});
