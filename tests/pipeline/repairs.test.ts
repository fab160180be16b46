import { expect, test } from 'vitest';
import { localeOf } from '../../src/locales.ts';
import { Draft } from '../../src/pipeline/draft.ts';
import { findPairs } from '../../src/pipeline/parse/pairs.ts';
import { project } from '../../src/pipeline/parse/project.ts';
import { repair, repairs } from '../../src/pipeline/repairs/index.ts';

const rows = repairs.flatMap(({ name, examples }) => examples.map((example) => ({ rule: name, ...example })));

function draftOf(markdown: string, source?: string): Draft {
  if (source === undefined) return Draft.of(markdown, 0);
  const text =
    `<span data-ttu-id="0a1b2-102">${markdown}</span>` +
    `<span class="sxs-lookup"><span data-stu-id="0a1b2-102">${source}</span></span>`;
  return project(text, 0, findPairs(text, 0).pairs, 'target');
}

test.each(rows)('$rule: $before', ({ rule, before, after, locale, source }) => {
  const { draft, repaired } = repair(draftOf(before, source), localeOf(locale ?? 'fr-FR'));
  expect(draft.text).toBe(after);
  expect(new Set(repaired.map((done) => done.rule))).toEqual(new Set(before === after ? [] : [rule]));
});

test.each(rows)('$rule is done after one run: $before', ({ after, locale, source }) => {
  const again = repair(draftOf(after, source), localeOf(locale ?? 'fr-FR'));
  expect(again.draft.text).toBe(after);
});

test('every rule says why and shows what it changes and what it leaves', () => {
  for (const { why, examples } of repairs) {
    expect(why.length).toBeGreaterThan(30);
    expect(examples.some(({ before, after }) => before !== after)).toBe(true);
    expect(examples.some(({ before, after }) => before === after)).toBe(true);
  }
});
