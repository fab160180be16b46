import { expect, test } from 'vitest';
import { sentencesOf } from '../../src/audit/sentences.ts';
import { pair } from '../support.ts';

test.each([
  ['a line', 'Payer la facture.', ['payerlafacture']],
  ['no header', '---\ntitle: x\n---\nPayer.', ['payer']],
  ['a link without its address', 'Voir [la page](https://a.example/x_(y)) ici', ['voirlapage', 'ici']],
  ['an address with parentheses in parentheses', '[la page](https://a.example/x(y(z=1)))', ['lapage']],
  [
    'an address with blanks that do not break, and a line end after it',
    pair(102, '[un](https://a\u{a0}b.example/x\n)deux', '[one](https://a.example/x)'),
    ['un', 'deux'],
  ],
  ['an image without alternative text', 'un ![ ](/a.png) deux', ['un', 'deux']],
  ['an empty reference before an address', '[un][](/a)', ['un']],
  ['a title of several lines', pair(102, '[un](/a "deux\ntrois")', '[one](/a)'), ['un']],
  ['a link that looks like an alert', '[!NOTE](/a/b)', ['note']],
  ['a tag in a quoted attribute', '<a name="un<b>deux"></a>trois', ['trois']],
  ['numbers of lists', '1. 1. 279)', []],
  ['tags part', 'un<br>deux', ['un', 'deux']],
  ['a comment says nothing', 'a <!-- b --> c', ['a', 'c']],
  ['references are characters', 'R&amp;D &#233;t&#xE9;', ['rdété']],
  ['the word of an alert is a marker', '> [!NOTE]\n> Merci', ['merci']],
  ['a pair says its target', pair(102, 'Payer', 'Pay'), ['payer']],
  ['digits of Thai are digits', '๔๐๑', ['401']],
])('%s', (_what, text, parts) => {
  expect(sentencesOf(text).flatMap((sentence) => sentence.parts)).toEqual(parts);
});

test('a pair has its line and its original', () => {
  expect(sentencesOf(`\n\n${pair(102, 'Payer', 'Pay it')}`)).toMatchObject([{ line: 3, original: ['payit'] }]);
});
