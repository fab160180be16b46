/** What one article may have, and what is said of more. */
import { expect, test } from 'vitest';
import { parseManuscript } from '../../../src/pipeline/parse/manuscript.ts';
import { sourceOf } from '../../../scripts/trials/try-article.ts';
import { diagnose } from '../../../src/core/diagnostics.ts';

const lines = (count: number, make: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => `  - ${make(at)}\n`).join('');

function read(header: string) {
  const text = `---\ntitle: Pay\n${header}\n---\n# Pay\n\nText.\n`;
  const { manuscript, findings } = parseManuscript(sourceOf('fr-FR/x.md', text), 'target', 'en-US');
  const found = diagnose('fr-FR/x.md', text, findings).map(({ rule, line, message }) => ({ rule, line, message }));
  return { metadata: manuscript?.metadata, found };
}

test.each<
  [what: string, header: string, ids: number, paths: number, found: [rule: string, line: number, says: RegExp][]]
>([
  ['200 ids', `ms.custom:\n${lines(200, (at) => `i${at}`)}`, 200, 0, []],
  ['many ids', `ms.custom:\n${lines(20_000, (at) => `i${at}`)}`, 200, 0, [['too-many-ids', 3, /20000 ids.*first 200/]]],
  [
    'many ids in one line and another key',
    `slug: x\nms.assetid: ${Array.from({ length: 500 }, (_, at) => `i${at}`).join(', ')}`,
    200,
    0,
    [['too-many-ids', 4, /500 ids.*first 200/]],
  ],
  ['100 former addresses', `redirect_from:\n${lines(100, (at) => `/old-${at}/`)}`, 0, 100, []],
  [
    'many former addresses',
    `redirect_from:\n${lines(3_000, (at) => `/old-${at}/`)}`,
    0,
    100,
    [['too-many-redirects', 3, /3000 paths.*first 100/]],
  ],
])('%s', (_what, header, ids, paths, expected) => {
  const { metadata, found } = read(header);
  expect(metadata?.ids).toHaveLength(ids);
  expect(metadata?.redirectFrom ?? []).toHaveLength(paths);
  expect(found.map(({ rule, line }) => [rule, line])).toEqual(expected.map(([rule, line]) => [rule, line]));
  for (const [at, [, , says]] of expected.entries()) expect(found[at]?.message).toMatch(says);
});

test.each<[what: string, header: string, keywords: number | readonly string[]]>([
  ['a text with commas', 'keywords: "bill,  late fee ,bill,,"', ['bill', 'late fee']],
  ['Arabic and Chinese commas', 'keywords: "فاتورة، رسوم、帳單，費用"', ['فاتورة', 'رسوم', '帳單', '費用']],
  ['a list', 'Keywords:\n  - bill\n  - "late, very late"\n  - 42\n  - [x]', ['bill', 'late, very late', '42']],
  ['controls', 'keywords: "a\\eb\\nc"', ['a\ufffdb', 'c']],
  ['nothing', 'keywords:', 0],
  ['50 keywords', `keywords:\n${lines(50, (at) => `word ${at}`)}`, 50],
])('%s: keywords', (_what, header, expected) => {
  const { metadata, found } = read(header);
  const keywords = metadata?.keywords ?? [];
  expect(typeof expected === 'number' ? keywords.length : keywords).toEqual(expected);
  expect(found).toEqual([]);
});

test('many keywords are told, and few of them are taken', () => {
  const { metadata, found } = read(`keywords:\n${lines(3_000, (at) => `${at}${'x'.repeat(500)}`)}`);
  expect(metadata?.keywords).toHaveLength(50);
  expect(Math.max(...(metadata?.keywords ?? []).map((keyword) => keyword.length))).toBe(100);
  expect(found.map(({ rule, line }) => [rule, line])).toEqual([['too-many-keywords', 3]]);
});

test('what is wrong with former addresses is said no more often than they are read', () => {
  const { found } = read(`redirect_from:\n${lines(3_000, (at) => `old ${at}`)}`);
  expect(found).toHaveLength(101);
});

test.each(['/con', '/x/aux.txt', `/${'x'.repeat(201)}`, `/${'x/'.repeat(500)}x`])(
  '%s is no address that every disk can hold',
  (path) => {
    expect(read(`redirect_from: ${path}`).found.map(({ rule }) => rule)).toEqual(['wrong-redirect']);
  },
);
