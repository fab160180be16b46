import { expect, test } from 'vitest';
import { layOut, levelAt } from '../../src/search/layout.ts';
import { impactOf, mostImpact } from '../../src/search/levels.ts';

const impactAt = (position: number): number => impactOf(levelAt(position));

/** What each term is worth by the position that it lies at. */
function impactsIn(impacts: Readonly<Record<string, number>>): Map<string, number> {
  const places = layOut(new Map(Object.entries(impacts))).split(' ');
  return new Map(
    places.flatMap((term, position): [string, number][] => (term === '-' ? [] : [[term, impactAt(position)]])),
  );
}
const many = (count: number, impact: number): [string, number][] =>
  Array.from({ length: count }, (_, index) => [`t${index}`, impact]);

test('a position tells what a term is worth, to within a tenth', () => {
  const impacts = Object.fromEntries(
    [0.9, 0.75, 0.6, 0.45, 0.3, 0.2, 0.1].map((part) => [`of-${part}`.replace('.', ''), part * mostImpact]),
  );
  const found = impactsIn(impacts);
  for (const [term, impact] of Object.entries(impacts)) {
    const ratio = (found.get(term) ?? 0) / impact;
    expect(Math.max(ratio, 1 / ratio), term).toBeLessThan(1.11);
  }
});

test('a term that is worth more never lies where less is', () => {
  const impacts = Object.fromEntries(
    Array.from({ length: 500 }, (_, index): [string, number] => [`t${index}`, mostImpact * 0.99 ** index]),
  );
  const found = impactsIn(impacts);
  const inOrder = Object.keys(impacts).map((term) => found.get(term) ?? 0);
  expect(inOrder).toEqual([...inOrder].sort((a, b) => b - a));
});

test.each([
  ['best', mostImpact, 40],
  ['good', mostImpact * 0.7, 100],
  ['usual', mostImpact / 2, 3000],
  ['least', mostImpact / 200, 3000],
])('of many %s terms none is lost', (_what, impact, count) => {
  expect(impactsIn(Object.fromEntries(many(count, impact))).size).toBe(count);
});

test('an article of very many words has no more filler than one of many', () => {
  const places = layOut(new Map(many(200_000, mostImpact / 200))).split(' ');
  expect(places.filter((term) => term !== '-')).toHaveLength(200_000);
  expect(places.length).toBeLessThan(220_000);
  expect(impactAt(places.length - 1)).toBe(impactAt(100_000));
});

test('what does not fit among the best goes on among the next', () => {
  const found = impactsIn(Object.fromEntries(many(200, mostImpact)));
  expect(new Set(found.values()).size).toBe(5);
});

test('an article without a term has no text', () => {
  expect(layOut(new Map())).toBe('');
});
