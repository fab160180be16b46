import { expect, test } from 'vitest';
import { historyText, nextHistory, isHistory, type SlugHistory } from '../../src/agents/slug-history.ts';
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
