import { expect, test } from 'vitest';
import type { Card } from '../../../src/exports/card.ts';
import { remarksOn } from '../../../src/client/desk/states.ts';

const rows: [card: Card, remarks: string[]][] = [
  [
    { title: 'x', translation: 'human', state: 'current', errors: 0, warnings: 0 },
    ['good Human translation', 'good Up to date'],
  ],
  [
    { title: 'x', translation: 'machine', state: 'behind', errors: 1, warnings: 2 },
    ['care Machine translation', 'bad Behind the original', 'bad 1 error', 'care 2 warnings'],
  ],
  [{ source: 'x', sourceLocale: 'en-US' }, ['bad Not in French: customers get the original']],
  [{ source: 'x', sourceLocale: 'fr-CA', page: 'fr-CA' }, ['bad Not in French: customers get another language']],
];

test.each(rows)('%o', (card, remarks) => {
  expect(remarksOn(card, 'French').map(({ tone, text }) => `${tone} ${text}`)).toEqual(remarks);
});
