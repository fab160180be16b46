import { expect, test } from 'vitest';
import { historyText, isHistory, isOfOthers, nextHistory, type SlugHistory } from '../../src/exports/slug-history.ts';
import { libraryOf, type Samples } from './library.ts';

/** Former slugs by present one after builds of these articles, one after the other. */
function after(...builds: Samples[]): Record<string, readonly string[]> {
  let history: SlugHistory = {};
  for (const samples of builds) history = nextHistory(history, libraryOf(samples).topics);
  return Object.fromEntries(Object.entries(history).map(([slug, { former }]) => [slug, former]));
}

const body = '# Pay\n\nText.\n';
const rows: [what: string, builds: Samples[], former: Record<string, string[]>][] = [
  ['nothing is former at first', [{ 'en-US/pay.md': { ids: '7' } }], { pay: [] }],
  [
    'an article with the same id is the same article',
    [{ 'en-US/pay.md': { ids: '7', body } }, { 'en-US/paying.md': { ids: '7', body } }],
    { paying: ['pay'] },
  ],
  [
    'former slugs go along',
    [{ 'en-US/a.md': { ids: '7' } }, { 'en-US/b.md': { ids: '7' } }, { 'en-US/c.md': { ids: '7' } }],
    { c: ['a', 'b'] },
  ],
  [
    'an article that takes its old name again has it alone',
    [{ 'en-US/a.md': { ids: '7' } }, { 'en-US/b.md': { ids: '7' } }, { 'en-US/a.md': { ids: '7' } }],
    { a: ['b'] },
  ],
  [
    'a slug that another article has by now is no former one',
    [
      { 'en-US/a.md': { ids: '7' } },
      { 'en-US/b.md': { ids: '7' } },
      { 'en-US/b.md': { ids: '7' }, 'en-US/a.md': { ids: '8' } },
    ],
    { a: [], b: [] },
  ],
  [
    'an id that several articles share says nothing',
    [
      { 'en-US/a.md': { ids: '7' }, 'en-US/b.md': { ids: '7' } },
      { 'en-US/b.md': { ids: '7' }, 'en-US/c.md': { ids: '7' } },
    ],
    { a: [], b: [], c: [] },
  ],
];

test.each(rows)('%s', (_what, builds, former) => {
  expect(after(...builds)).toEqual(former);
});

test('the file is read as it was written', () => {
  const history = nextHistory({}, libraryOf({ 'en-US/a.md': { ids: '7' }, 'en-US/b.md': {} }).topics);
  const read: unknown = JSON.parse(historyText(history));
  expect(isHistory(read)).toBe(true);
  expect(read).toEqual(history);
});

test.each(['5', '[]', 'null', '{"a": 1}', '{"a": {"known": "x", "former": []}}'])(
  '`%s` is not taken for it',
  (text) => {
    expect(isHistory(JSON.parse(text))).toBe(false);
  },
);

test.each<[what: string, before: Samples, now: Samples, isOther: boolean]>([
  ['other articles', { 'en-US/a.md': { ids: '7' } }, { 'en-US/b.md': { ids: '8', body: '# B\n' } }, true],
  [
    'other articles, one of which has the id of one that was here',
    { 'en-US/a.md': { ids: '7' }, 'en-US/b.md': { ids: '8' }, 'en-US/c.md': { ids: '9' } },
    { 'en-US/x.md': { ids: '7', body: '# X\n' } },
    true,
  ],
  [
    'the same articles, all renamed',
    { 'en-US/a.md': { ids: '7' }, 'en-US/b.md': { ids: '8' } },
    { 'en-US/x.md': { ids: '7' }, 'en-US/y.md': { ids: '8' } },
    false,
  ],
  [
    'one of many that is left',
    { 'en-US/a.md': { ids: '7' }, 'en-US/b.md': { ids: '8' }, 'en-US/c.md': { ids: '9' } },
    { 'en-US/a.md': { ids: '1', body: '# A\n' } },
    false,
  ],
  ['the first articles', {}, { 'en-US/a.md': { ids: '7' } }, false],
])('a history is of %s', (_what, before, now, isOther) => {
  const history = Object.keys(before).length === 0 ? {} : nextHistory({}, libraryOf(before).topics);
  expect(isOfOthers(history, libraryOf(now, history).topics)).toBe(isOther);
});
