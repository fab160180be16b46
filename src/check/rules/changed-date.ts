import { type UnitRule, wholeOf } from '../rule.ts';
import { asciiDigits } from '../tokens.ts';

const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
const spelt = new RegExp(
  `\\b(?:${months})\\.? (\\d{1,2})(?:st|nd|rd|th)?, ((?:19|20)\\d\\d)\\b|\\b(\\d{1,2}) (?:${months}),? ((?:19|20)\\d\\d)\\b`,
  'g',
);

export const changedDate: UnitRule = {
  name: 'changed-date',
  why: 'A deadline that has moved by a digit is believed. Order and names of months may differ, day and year may not.',
  severity: 'warning',
  find: ({ source, target }) => {
    const there = new Set(target.digits.split(' ').map(Number));
    const isThere = (number: number) => there.has(number) || there.has(number + 543);
    return datesIn(source.inline.prose)
      .filter(({ parts }) => !parts.every(isThere))
      .map(({ text }) => ({
        ...wholeOf(target),
        message: `The date \`${text}\` of the original is missing or changed.`,
        hint: 'Compare day and year with the original.',
      }));
  },
  examples: [
    { source: 'Until March 1, 2021.', target: 'Jusqu’au 2 mars 2021.', found: ['Jusqu’au 2 mars 2021.'] },
    { source: 'Until March 1, 2021.', target: 'Jusqu’au 1er mars 2021.', found: [] },
    { source: 'Until 3/31/2021.', target: 'Bis 31.3.2021.', found: [], locale: 'de-DE' },
  ],
};

function datesIn(prose: string): { text: string; parts: number[] }[] {
  if (!/\d{4}/.test(prose)) return [];
  const words = [...prose.matchAll(spelt)].map(({ 0: text, 1: day, 2: year, 3: day2, 4: year2 }) => ({
    text,
    parts: [Number(day ?? day2), Number(year ?? year2)],
  }));
  const numeric = [...prose.matchAll(/(?<![\d/])\d{1,2}\/\d{1,2}\/(?:19|20)\d\d(?!\d)/g)].map(([text]) => ({
    text,
    parts: asciiDigits(text).split('/').map(Number),
  }));
  return [...words, ...numeric];
}
