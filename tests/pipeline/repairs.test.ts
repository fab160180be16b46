import { expect, test } from 'vitest';
import { localeOf } from '../../src/core/locales.ts';
import { Draft } from '../../src/pipeline/draft.ts';
import { findPairs } from '../../src/pipeline/parse/pairs.ts';
import { project } from '../../src/pipeline/parse/project.ts';
import { repair, repairs } from '../../src/pipeline/repairs/index.ts';
import { mendText } from '../../src/pipeline/repairs/mend-file.ts';
import type { Source } from '../../src/pipeline/types.ts';

const rows = repairs.flatMap(({ name, examples }) => examples.map((example) => ({ rule: name, ...example })));

function bilingual(markdown: string, source: string | undefined): string {
  if (source === undefined) return markdown;
  return (
    `<span data-ttu-id="0a1b2-102">${markdown}</span>` +
    `<span class="sxs-lookup"><span data-stu-id="0a1b2-102">${source}</span></span>`
  );
}

function draftOf(markdown: string, source?: string): Draft {
  if (source === undefined) return Draft.of(markdown, 0);
  const text = bilingual(markdown, source);
  return project(text, 0, findPairs(text, 0).pairs, 'target');
}

/** A file of a translation that says nothing but this. */
function sourceOf(markdown: string, source: string | undefined, locale = 'fr-FR', path = `${locale}/a.md`): Source {
  const header = `---\ntitle: A\nms.translationtype: MT\n---\n\n`;
  return { root: '/content', path, text: header + bilingual(markdown, source), digest: 'a' };
}

test.each(rows)('$rule: $before', ({ rule, before, after, locale, source }) => {
  const { draft, repaired } = repair(draftOf(before, source), localeOf(locale ?? 'fr-FR'));
  expect(draft.text).toBe(after);
  expect(new Set(repaired.map((done) => done.rule))).toEqual(new Set(before === after ? [] : [rule]));
});

test.each(rows)('$rule in a file: $before', ({ before, after, written = after, locale, source }) => {
  const { text } = mendText(sourceOf(before, source, locale), 'en-US');
  expect(text).toBe(sourceOf(written, source, locale).text);
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

test('a file of MDX stays as it is, byte for byte', () => {
  const source = sourceOf('Un ** mot ** et <mailbox>.', undefined, 'fr-FR', 'fr-FR/a.mdx');
  expect(mendText(source, 'en-US')).toEqual({ text: source.text, done: [] });
  expect(mendText({ ...source, path: 'fr-FR/a.md' }, 'en-US').text).not.toBe(source.text);
});
