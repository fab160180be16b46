import { expect, test } from 'vitest';
import { fieldsOf, impactsOf, lengthsOf, meanLengths } from '../../src/search/impact.ts';
import { mostImpact } from '../../src/search/levels.ts';
import { type Worded, wordingOf } from '../../src/search/wording.ts';

const nothing: Worded = { title: '', headings: [], body: '' };
const filler = 'one two three four five six seven eight nine ten';

/** What terms of an article are worth, among articles that are like it in length. */
function impacts(own: Partial<Worded>, original?: Partial<Worded>): ReadonlyMap<string, number> {
  const fields = fieldsOf(
    wordingOf({ ...nothing, ...own }),
    original === undefined ? undefined : wordingOf({ ...nothing, ...original }),
  );
  return impactsOf(fields, { title: 3, originalTitle: 3, headings: 5, body: 20, original: 20 });
}

test.each<[better: string, worse: string, own: Partial<Worded>, original?: Partial<Worded>]>([
  ['title', 'heading', { title: 'title', headings: ['heading'] }],
  ['title', 'original', { title: 'title' }, { title: 'original' }],
  ['original', 'heading', { headings: ['heading'] }, { title: 'original' }],
  ['heading', 'body', { headings: ['heading'], body: 'body' }],
  ['body', 'source', { body: 'body' }, { body: 'source' }],
  ['often', 'once', { body: 'often once often' }],
])('%s is worth more than %s', (better, worse, own, original) => {
  const found = impacts(own, original);
  expect(found.get(better)).toBeGreaterThan(found.get(worse) ?? Infinity);
});

test('a word in a long text is worth less than in a short one', () => {
  const [short, long] = ['pay', `pay ${filler} ${filler} ${filler}`].map((body) => impacts({ body }).get('pay'));
  expect(short).toBeGreaterThan(long ?? Infinity);
});

test('however often a word is there, it is worth less than the most', () => {
  const worth = impacts({ title: 'pay', body: 'pay '.repeat(10_000) }).get('pay');
  expect(worth).toBeGreaterThan(1.9);
  expect(worth).toBeLessThan(mostImpact);
});

test('terms that belong to no text count as headings', () => {
  const fields = fieldsOf(wordingOf({ ...nothing, headings: ['pay'] }), undefined, 'xid42');
  expect(lengthsOf(fields)).toEqual({ title: 0, originalTitle: 0, headings: 2, body: 0, original: 0 });
});

test('mean lengths are at least one, of no article, too', () => {
  const ofOne = { title: 3, originalTitle: 0, headings: 0, body: 10, original: 0 };
  expect(meanLengths([ofOne, { ...ofOne, body: 20 }])).toMatchObject({ title: 3, originalTitle: 1, body: 15 });
  expect(meanLengths([])).toMatchObject({ title: 1, body: 1 });
});
