/** Hostile shapes break nothing; `npm run sizes` measures how their time grows. */
import { expect, test } from 'vitest';
import { shapes } from '../../../scripts/trials/shapes.ts';
import { tryArticle } from '../../../scripts/trials/try-article.ts';

test.each(Object.entries(shapes))('%s', (_name, shape) => {
  // The audit reads Markdown in the plainest way, and takes marks of these for words.
  const failures = tryArticle('fr-FR/a.md', shape(1000).article).filter(({ oracle }) => oracle !== 'lost');
  expect(failures.map(({ oracle, what }) => `${oracle} ${what.slice(0, 200)}`)).toEqual([]);
});
