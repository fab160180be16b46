import { expect, test } from 'vitest';
import { defuse } from '../../../src/pipeline/limits/excess.ts';
import { parseMarkdown, passagesOf } from '../../../src/pipeline/markdown.ts';
import { toString } from 'mdast-util-to-string';

test.each([
  ['quotations', '> '.repeat(100), 'a'],
  ['lists', '- '.repeat(100), 'a'],
  ['a rule', '* '.repeat(500), ''],
  ['emphasis', '_a_ '.repeat(5000), ''],
  ['names with underscores', 'some_long_name '.repeat(5000), ''],
  ['closed bold', '**a** '.repeat(5000), ''],
  ['references in paragraphs', 'a &amp; b\n\n'.repeat(5000), ''],
  ['underscores in paragraphs', 'a_ b\n\n'.repeat(5000), ''],
])('what articles have stays: %s', (_what, text, end) => {
  expect(defuse(text + end)).toEqual({ text: text + end, excess: [] });
});

test.each([
  ['quotations', '> '.repeat(103) + 'a', '> > > a', ['containers']],
  ['lists', '1. '.repeat(102) + 'a', '1. 1. a', ['containers']],
  ['underscores that end nothing', 'a_ '.repeat(1500), 'a_ '.repeat(1500).trim(), ['underscores']],
  ['underscores in a word', 'a_'.repeat(1500) + 'b', 'a_'.repeat(1500) + 'b', []],
  ['references', '&eacute;&#38;&x; '.repeat(1500), 'é&&x; '.repeat(1500).trim(), []],
])('what is too much is text: %s', (_what, text, shown, kinds) => {
  const defused = defuse(text);
  expect(defused.text).toHaveLength(text.length);
  expect(defused.excess.map(({ kind }) => kind)).toEqual(kinds);
  expect(passagesOf(parseMarkdown(text)).map((passage) => toString(passage))).toEqual([shown]);
});

test('code, tags and addresses have what was written', () => {
  const tree = parseMarkdown(`${'&amp; '.repeat(1001)}\`&amp;\` <b title="&amp;"> [a](/b?c&amp;d)`);
  expect(JSON.stringify(tree)).toContain('"value":"&amp;"');
  expect(JSON.stringify(tree)).toContain('<b title=\\"&amp;\\">');
  expect(JSON.stringify(tree)).toContain('/b?c&d');
});
