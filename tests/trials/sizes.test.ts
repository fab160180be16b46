/** Hostile shapes come to an end; `npm run sizes` measures how their time grows. */
import { expect, test } from 'vitest';
import { measure, shapes } from '../../src/trials/sizes.ts';

test.each(Object.keys(shapes))(
  '%s',
  (shape) => {
    expect(measure(shape, 2000).failures).toEqual([]);
  },
  120_000,
);
