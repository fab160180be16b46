import { expect, test } from 'vitest';
import { recordOf } from '../../src/search/record.ts';

const page = { slug: 'pay', title: 'Pay an invoice', translation: 'source' } as const;
const passages = [{ id: 'how', heading: 'How to', text: 'Choose a card.' }];

test('keywords are words of the article as those of its headings are', () => {
  const { wording, text } = recordOf({ ...page, keywords: ['bill', 'late fee'] }, passages);
  expect(wording.headings.split(' ')).toEqual(['bill', 'late', 'fee', 'how', 'to']);
  expect(text.passages).toEqual(passages);
});

test('an article without keywords has the words of its headings', () => {
  expect(recordOf(page, passages).wording.headings).toBe('how to');
});
