import { expect, test } from 'vitest';
import { readNote } from '../../../scripts/bench/measure.ts';
import { results, resultText } from '../../../scripts/bench/report.ts';
import { median, ratios, rotate, summarize, table, total } from '../../../scripts/bench/statistics.ts';

test.each([
  ['nothing', [], undefined],
  ['one value', [3], 3],
  ['an odd number of values', [9, 1, 5], 5],
  ['an even number of values', [4, 1, 2, 100], 3],
  ['numbers, not words', [10, 9, 100], 10],
])('median of %s', (_what, values, expected) => {
  expect(median(values)).toBe(expected);
});

test('each quantity has its own median', () => {
  expect(
    summarize([
      { wallSeconds: 1, cpuSeconds: 30, peakMebibytes: 5 },
      { wallSeconds: 2, cpuSeconds: 10 },
      { wallSeconds: 3, cpuSeconds: 20, peakMebibytes: 7 },
    ]),
  ).toEqual({ wallSeconds: 2, cpuSeconds: 20, peakMebibytes: 6, rounds: 3 });
  expect(summarize([])).toBeUndefined();
});

test('ratios say how many times as much', () => {
  const one = { wallSeconds: 1, cpuSeconds: 6, peakMebibytes: 100 };
  expect(ratios(one, { wallSeconds: 4, cpuSeconds: 3, peakMebibytes: 50 })).toEqual({ wall: 0.25, cpu: 2, memory: 2 });
  expect(ratios(one, { wallSeconds: 4, cpuSeconds: 3 })).toEqual({ wall: 0.25, cpu: 2 });
});

test('times of steps add up, memory does not', () => {
  const first = { wallSeconds: 1, cpuSeconds: 2, peakMebibytes: 300 };
  expect(total([first, { wallSeconds: 2, cpuSeconds: 3, peakMebibytes: 100 }])).toEqual({
    wallSeconds: 3,
    cpuSeconds: 5,
    peakMebibytes: 300,
  });
  expect(total([first, { wallSeconds: 2, cpuSeconds: 3 }])).toEqual({ wallSeconds: 3, cpuSeconds: 5 });
});

test('the order turns with the rounds', () => {
  expect([0, 1, 2, 3].map((round) => rotate(['a', 'b', 'c'], round).join(''))).toEqual(['abc', 'bca', 'cab', 'abc']);
  expect(rotate([], 2)).toEqual([]);
});

test('columns of numbers end at the same place', () => {
  expect(
    table(
      ['', 'wall s'],
      [
        ['languedocs', '9.5'],
        ['Hugo', '10.25'],
      ],
    ),
  ).toBe('            wall s\nlanguedocs     9.5\nHugo         10.25');
});

test('notes of `time`, those after a failure too, and of the shell', () => {
  expect(readNote('1.50 0.25 2048\n')).toEqual({ cpuSeconds: 1.75, largest: 2048 });
  expect(readNote('Command exited with non-zero status 1\n1.50 0.25 2048\n')).toEqual({
    cpuSeconds: 1.75,
    largest: 2048,
  });
  expect(readNote('0m0.00s 0m0.01s\n1m2.50s 0m0.50s\n')).toEqual({ cpuSeconds: 63, largest: 0 });
});

test('a contender that was not measured is named with the reason', () => {
  const found = results(
    [
      { name: 'ours', measurements: [{ wallSeconds: 2, cpuSeconds: 3, peakMebibytes: 10 }], pages: 4 },
      { name: 'theirs', measurements: [{ wallSeconds: 4, cpuSeconds: 3 }] },
      { name: 'third', measurements: [], trouble: 'stopped after 5 s' },
    ],
    ['theirs', 'third'],
  );
  expect(found.map((result) => result.ratios)).toEqual([{ theirs: { wall: 0.5, cpu: 1 } }, {}, {}]);
  const text = resultText(found, ['theirs', 'third']);
  expect(text).toMatch(/^ours +2\.0 +3\.0 +10 +4 +0\.50 +–$/m);
  expect(text).toContain('third: stopped after 5 s');
});
