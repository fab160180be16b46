import { expect, test } from 'vitest';
import { layOut, partAt, type Part, type Terms } from '../../src/search/layout.ts';

const nothing: Terms = { title: [], originalTitle: [], heading: [], body: [], original: [] };
const many = (name: string, count: number): string[] => Array.from({ length: count }, (_, index) => `${name}${index}`);

function partsOf(terms: Partial<Terms>): Record<string, Part> {
  const places = layOut({ ...nothing, ...terms }).split(' ');
  const found = places.flatMap((term, position): [string, Part][] => (term === '-' ? [] : [[term, partAt(position)]]));
  return Object.fromEntries(found);
}

test('every term lies in its part', () => {
  const terms = { title: ['a'], originalTitle: ['b'], heading: ['c'], body: ['d', 'e'], original: ['f'] };
  expect(partsOf(terms)).toEqual({ a: 'title', b: 'originalTitle', c: 'heading', d: 'body', e: 'body', f: 'original' });
});

test('a term is kept once, in the weightiest part that has it', () => {
  expect(layOut({ ...nothing, title: ['a', 'a'], body: ['a', 'b'] }).match(/a/g)).toHaveLength(1);
});

test.each([
  ['title', 40],
  ['heading', 200],
  ['body', 3000],
  ['original', 3000],
] as const)('a long %s loses nothing', (part, count) => {
  expect(Object.keys(partsOf({ [part]: many('t', count) }))).toHaveLength(count);
});

test('a title that is too long goes on in the next part', () => {
  expect(partsOf({ title: many('t', 40) })['t39']).toBe('originalTitle');
});
