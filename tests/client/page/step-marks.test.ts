import { expect, test } from 'vitest';
import { doneIn, withDone } from '../../../src/client/page/step-marks.ts';
import { fill } from '../../../src/ui/fill.ts';

const slugs = [
  'pay',
  'constructor',
  '__proto__',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '__defineGetter__',
];

test.each(slugs)('an article called %s has marks of its own', (slug) => {
  expect(doneIn(undefined, slug)).toEqual([]);
  expect(doneIn('{}', slug)).toEqual([]);
  const kept = withDone(withDone(undefined, 'other', ['step-1']), slug, ['step-2']);
  expect(doneIn(kept, slug)).toEqual(['step-2']);
  expect(doneIn(kept, 'other')).toEqual(['step-1']);
  expect(doneIn(withDone(kept, slug, []), slug)).toEqual([]);
  expect(Object.hasOwn({}, 'step-2')).toBe(false);
});

test.each(['x', 'null', '[]', '1', '{"pay":"step-1"}', '{"pay":[1]}', '{"pay":{"includes":1}}'])(
  'what cannot be read is as good as nothing: %s',
  (kept) => {
    expect(doneIn(kept, 'pay')).toEqual([]);
    expect(doneIn(withDone(kept, 'pay', ['step-1']), 'pay')).toEqual(['step-1']);
  },
);

test('the oldest of many are forgotten', () => {
  let kept: string | undefined;
  for (let number = 0; number < 60; number++) kept = withDone(kept, `article-${number}`, ['step-1']);
  expect([doneIn(kept, 'article-9'), doneIn(kept, 'article-10')]).toEqual([[], ['step-1']]);
});

test('a placeholder without a value stays, whatever it is called', () => {
  expect(fill('{{constructor}} {{__proto__}} {{a}}', { a: '{{b}} $&' })).toBe('{{constructor}} {{__proto__}} {{b}} $&');
});
