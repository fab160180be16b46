import { describe, expect, test } from 'vitest';
import { differenceOf } from '../../src/dev/sentence-difference.ts';

const shown = (before: string[], after: string[]) =>
  differenceOf(before, after).lines.map((pieces) =>
    pieces.map(({ kind, text }) => ({ same: text, removed: `[-${text}-]`, added: `{+${text}+}` })[kind]).join(''),
  );

test.each([
  ['nothing', ['a', 'b'], ['a', 'b'], []],
  ['a word', ['Ouvrez le menu.', 'b'], ['Ouvrez la page.', 'b'], ['Ouvrez [-le-]{+la+} [-menu-]{+page+}.']],
  ['a line more', ['a'], ['a', 'b'], ['{+b+}']],
  ['a line less', ['a', 'b'], ['b'], ['[-a-]']],
  ['blank lines', ['a', '', 'b'], ['a', 'b', ''], []],
])('%s', (_what, before, after, lines) => {
  expect(shown(before, after)).toEqual(lines);
});

const lines = (count: number, text: (index: number) => string) => Array.from({ length: count }, (_, at) => text(at));
/** Numbers in an order of their own, the same each time. */
const shuffled = (count: number) => lines(count, (at) => `line ${(at * 7919) % count}`);

describe('much that differs', () => {
  test.each([30_000, 100_000])('%i lines of which each has changed are counted', (count) => {
    const { left, isComplete, ...difference } = differenceOf(
      lines(count, (at) => `avant ${at}`),
      lines(count, (at) => `après ${at}`),
    );
    expect([difference.lines.length, left, isComplete]).toEqual([1000, count - 1000, true]);
  });

  test('with blank lines between is aligned', () => {
    const text = (word: string) => lines(60_000, (at) => (at % 2 === 0 ? `${word} ${at}` : ''));
    const { lines: first, isComplete } = differenceOf(text('avant'), text('après'));
    expect([first[999]?.map(({ text }) => text).join(''), isComplete]).toEqual(['avantaprès 1998', true]);
  });

  test('is given up where lines have changed places, and what is left is said to differ', () => {
    const before = lines(100_000, (at) => `line ${at}`);
    const { left, isComplete, ...difference } = differenceOf(before, shuffled(100_000));
    expect(isComplete).toBe(false);
    expect(difference.lines.length + left).toBeGreaterThan(99_000);
  });

  test('in one line is shown as a whole', () => {
    const [before, after] = ['a '.repeat(2_000_000), 'b '.repeat(2_000_000)];
    expect(differenceOf([before], [after]).lines).toEqual([
      [
        { kind: 'removed', text: before },
        { kind: 'added', text: after },
      ],
    ]);
  });
});
