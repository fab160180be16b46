import { expect, test } from 'vitest';
import { scanInline } from '../../src/check/inline.ts';
import { asciiDigits, tokensIn } from '../../src/check/tokens.ts';

test.each([
  ['Open **Save** now', { bold: ['Save'], plain: 'Open Save now' }],
  ['[**Save**](https://a.example)', { bold: ['Save'], links: ['**Save**'], plain: 'Save' }],
  ['Run `a **b**` now', { code: ['a **b**'], plain: 'Run a **b** now' }],
  ['\\*\\*no bold\\*\\*', { plain: '**no bold**' }],
  ['![Gear](g.png) and <strong>x</strong>', { images: ['Gear'], bold: ['x'], plain: 'Gear and x' }],
  ['a &lt;b&gt; &amp; c', { plain: 'a <b> & c' }],
  ['l&#39;&eacute;t&#xE9;&nbsp;: &unknown;', { plain: "l'été : &unknown;" }],
  ['[a](https://x.example/(b)) c', { links: ['a'], plain: 'a c' }],
])('%s', (markdown, expected) => {
  const { plain, ...pieces } = scanInline(markdown);
  const texts = (kind: 'bold' | 'links' | 'images' | 'code') => pieces[kind].map(({ text }) => text);
  expect({ bold: texts('bold'), links: texts('links'), images: texts('images'), code: texts('code'), plain }).toEqual({
    bold: [],
    links: [],
    images: [],
    code: [],
    ...expected,
  });
  expect(pieces.prose).toHaveLength(markdown.length);
});

test.each([
  ['Run Get-Mailbox -Identity x@a.example', ['cmdlet Get-Mailbox', 'parameter -Identity', 'email x@a.example']],
  ['Add-ins and Sign-in', []],
  ['C:\\Program Files\\Nimbus\\x.log', ['path C:\\Program Files\\Nimbus\\x.log']],
  ['error 0x80070005, KB4011234', ['id 0x80070005', 'id KB4011234']],
  ['1.2.3 of 1,000 in 2021', ['version 1.2.3', 'number 1,000', 'number 2021']],
  ['3/31/2021', ['date 3/31/2021']],
  ['https://a.example/x?y=1, then', ['url https://a.example/x?y=1']],
])('tokens of %s', (text, tokens) => {
  expect(tokensIn(text).map(({ kind, text: found }) => `${kind} ${found}`)).toEqual(tokens);
});

test.each([
  ['๔๐๑', '401'],
  ['٢٠٢١', '2021'],
  ['１２３', '123'],
  ['𝟘𝟡 𝟎𝟗 𝟶𝟿', '09 09 09'],
])('digits of %s', (text, digits) => {
  expect(asciiDigits(text)).toBe(digits);
});

// All sets of decimal digits that Unicode has: those of mathematics touch each other.
const decimals = Intl.supportedValuesOf('numberingSystem').flatMap((numberingSystem) => {
  const digits = new Intl.NumberFormat('en', { numberingSystem, useGrouping: false }).format(9_876_543_210);
  return /^\p{Nd}{10}$/u.test(digits) ? [[numberingSystem, digits] as const] : [];
});

test('there are many sets of digits', () => {
  expect(decimals.length).toBeGreaterThan(50);
});

test.each(decimals)('digits of %s: %s', (_system, digits) => {
  expect(asciiDigits(digits)).toBe('9876543210');
});
