import { expect, test } from 'vitest';
import { readingOn, sentencesOf } from '../../../scripts/audit/sentences.ts';
import { pair } from '../../support.ts';

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
  ['a comment says nothing', 'a <!-- b --> c', ['ac']],
  ['references are characters', 'R&amp;D &#233;t&#xE9;', ['rdété']],
  ['the word of an alert is a marker', '> [!NOTE]\n> Merci', ['merci']],
  ['a comment of several lines says nothing', 'a\n<!--\nb\n\nc --> d', ['a', 'd']],
  ['a comment around a block of code', '<!--\n```\na\n```\n-->\nb', ['b']],
  ['two comments', '<!-- a\nb --> c <!-- d\ne -->', ['c']],
  ['a comment in a block of code is shown', '```html\n<!--\nb -->\n```\nc', ['b', 'c']],
  ['the name of a comment in code', '`<!--` a\nb `-->`', ['a', 'b']],
  ['an escaped comment is text', '\\<!-- a\nb -->', ['b']],
  ['an instruction says nothing', '<?code "a"?>\nb', ['b']],
  ['a tag on several lines', '<a rel="x"\n  href="https://a.example/b">un</a>', ['un']],
  ['an address on the line after its label', '[un]:\n  /docs/deux\ntrois', ['trois']],
  ['an address with a title on a third line', '[un]: /deux\n  "trois"\nquatre', ['quatre']],
  ['an address with a title in three lines', '[un]:\n  </deux>\n  "trois\n  quatre"\ncinq', ['cinq']],
  ['a title in single quotes in two lines', "[un]:\n  </deux>\n  'trois\n  quatre'\ncinq", ['cinq']],
  ['a title in parentheses in two lines', '[un]: /deux (trois\n  quatre)\ncinq', ['cinq']],
  ['an address in a quotation', '> [un]: /deux\n> trois', ['trois']],
  ['a label that no address follows is text', '[un]: deux trois quatre', ['undeuxtroisquatre']],
  ['a footnote', 'un[^1]\n\n[^1]: deux', ['un', 'deux']],
  ['an escaped reference is its letters', '\\&lt;a\\&gt;', ['ltagt']],
  ['a reference behind two backslashes', '\\\\&lt;a', ['a']],
  ['a reference in code', 'a `b &lt; c` &eacute;', ['abltcé']],
  ['tags in code', 'a `<b>c</b>` d', ['abcbd']],
  ['a comment without an end is text', 'a <!-- b\nc', ['a', 'c']],
  ['comments of line ends of Windows', 'a\r\n<!--\r\nb\r\n-->\r\nc', ['a', 'c']],
  ['a comment without words', 'a <!--> b <!---> c', ['abc']],
  ['a fence that is closed by a longer one', '```\na\n~~~\n````\nb [c]', ['a', 'bc']],
  ['a fence without an end', '- ```js\n  a\n  <!-- b', ['a']],
  ['the language of a block of code', '~~~ js {1}\na\n~~~\nb', ['a', 'b']],
  ['a pair says its target', pair(102, 'Payer', 'Pay'), ['payer']],
  ['digits of Thai are digits', '๔๐๑', ['401']],
])('%s', (_what, text, parts) => {
  expect(sentencesOf(text).flatMap((sentence) => sentence.parts)).toEqual(parts);
});

test('a pair has its line and its original', () => {
  expect(sentencesOf(`\n\n${pair(102, 'Payer', 'Pay it')}`)).toMatchObject([{ line: 3, original: ['payit'] }]);
});

/** What a page shows of the only line of a file. */
test.each([
  ['code in a block of HTML', '<p>a `b &lt; c`</p>', 'abc', true],
  ['an escaped reference in a block of HTML', '<p>\\&lt;a</p>', 'a', true],
  ['a tag between backticks in a block of HTML', '<p>a `<b>c</b>`</p>', 'ac', true],
  ['a reference in a block of code', 'a &nbsp; b', 'anbspb', true],
  ['a tag in code that is not there', 'a `<b>`', 'a', false],
  ['nothing but a tag in code', '`<b>`', 'a', false],
  ['nothing but a tag between backticks in a block of HTML', '<p>`<b>`</p>', 'a', true],
  ['a word that is not there', '<p>a `b &lt; c` d</p>', 'abc', false],
])('readings: %s', (_what, text, shown, isThere) => {
  const [sentence] = sentencesOf(text);
  expect(sentence && readingOn(sentence, shown) !== undefined).toBe(isThere);
});

test('only what is in a footnote stands elsewhere', () => {
  const text = 'Un[^1].\n\n[^1]: Deux.\n\n    Trois.\n\nQuatre.';
  expect(sentencesOf(text).map(({ parts, isFootnote }) => [...parts, isFootnote])).toEqual([
    ['un', false],
    ['deux', true],
    ['trois', true],
    ['quatre', false],
  ]);
});
