import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Draft } from '../../src/pipeline/draft.ts';
import { findPairs } from '../../src/pipeline/parse/pairs.ts';
import { project } from '../../src/pipeline/parse/project.ts';
import { pair } from '../support.ts';

function bilingual(): { text: string; draft: Draft } {
  const text = `a ${pair(102, 'bcd', 'BCD')} ${pair(103, 'efg', 'EFG')} h`;
  return { text, draft: project(text, 0, findPairs(text, 0).pairs, 'target') };
}

const rows: readonly [
  what: string,
  edits: { start: number; end: number; text: string }[],
  text: string,
  targets: string[],
][] = [
  ['nothing', [], 'a bcd efg h', ['bcd', 'efg']],
  ['inside of a segment', [{ start: 3, end: 4, text: 'CCC' }], 'a bCCCd efg h', ['bCCCd', 'efg']],
  ['before all', [{ start: 0, end: 0, text: 'x' }], 'xa bcd efg h', ['bcd', 'efg']],
  ['at the end of a segment', [{ start: 5, end: 5, text: '.' }], 'a bcd. efg h', ['bcd.', 'efg']],
  ['at the start of a segment', [{ start: 6, end: 6, text: '!' }], 'a bcd !efg h', ['bcd', '!efg']],
  ['between', [{ start: 5, end: 6, text: '--' }], 'a bcd--efg h', ['bcd', 'efg']],
  [
    'two at once',
    [
      { start: 7, end: 8, text: '' },
      { start: 2, end: 3, text: 'BB' },
    ],
    'a BBcd eg h',
    ['BBcd', 'eg'],
  ],
  [
    'overlapping: the first counts',
    [
      { start: 2, end: 5, text: 'X' },
      { start: 3, end: 4, text: 'Y' },
    ],
    'a X efg h',
    ['X', 'efg'],
  ],
];

test.each(rows)('an edit: %s', (_what, edits, text, targets) => {
  const draft = bilingual().draft.apply(edits);
  expect(draft.text).toBe(text);
  expect(draft.segments.map(({ target }) => target)).toEqual(targets);
  for (const { range, target } of draft.segments) expect(draft.text.slice(range.start, range.end)).toBe(target);
});

test('whatever is edited, characters that stay know where they came from', () => {
  const edit = fc.record({ start: fc.nat(60), length: fc.nat(6), text: fc.constantFrom('', '#', '####') });
  fc.assert(
    fc.property(fc.array(fc.array(edit, { maxLength: 4 }), { maxLength: 4 }), (rounds) => {
      const file = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
      let draft = Draft.of(file, 0);
      for (const round of rounds) {
        const size = draft.text.length;
        draft = draft.apply(
          round.map(({ start, length, text }) => ({
            start: Math.min(start, size),
            end: Math.min(start + length, size),
            text,
          })),
        );
      }
      for (const [offset, character] of Array.from(draft.text).entries()) {
        if (character !== '#') expect(file[draft.origin(offset)]).toBe(character);
      }
    }),
  );
});
