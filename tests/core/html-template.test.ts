import { expect, test } from 'vitest';
import { markup, HtmlTemplate, slot } from '../../src/core/html-template.ts';

const page = new HtmlTemplate(`<p title="${slot('title')}">${slot('title')}</p><ul>${slot('items')}</ul>`, [
  'title',
  'items',
]);

test.each([
  ['markup', '"><script>pwned()</script>', '&quot;&gt;&lt;script&gt;pwned()&lt;/script&gt;'],
  ['an apostrophe', "' onclick='x", "' onclick='x"],
  ['a reference', '&lt;b&gt;', '&amp;lt;b&amp;gt;'],
  ['another slot', slot('items'), slot('items')],
  ['its own slot', slot('title'), slot('title')],
  ['half a slot', slot('title').slice(0, -1), slot('title').slice(0, -1)],
  ['patterns of `replace`', "$& $1 $$ $` $' {{items}}", "$&amp; $1 $$ $` $' {{items}}"],
  ['a name of every object', 'constructor', 'constructor'],
  ['nothing', '', ''],
])('a value is text, and is not read again: %s', (_what, value, written) => {
  const item = markup`<li>${value}</li>`;
  expect(page.fill({ title: value, items: markup`${[item, item]}` })).toBe(
    `<p title="${written}">${written}</p><ul><li>${written}</li><li>${written}</li></ul>`,
  );
});

test('a text in the place of HTML is text', () => {
  expect(page.fill({ title: '', items: '<li>' })).toBe('<p title=""></p><ul>&lt;li&gt;</ul>');
});

test.each([
  ['a slot too many', 'title items', ['title']],
  ['one too few', 'title', ['title', 'items']],
])('%s is a defect of the template', (_what, slots, names) => {
  expect(() => new HtmlTemplate(slots.split(' ').map(slot).join(''), names)).toThrow('The template has the slots');
});
