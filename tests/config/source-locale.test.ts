import { expect, test } from 'vitest';
import { sourceLocaleOf } from '../../src/config/source-locale.ts';
import { listFiles } from '../../src/pipeline/read.ts';
import { folderOf } from '../support.ts';

const rows: readonly [configured: string, paths: string[], source: string][] = [
  ['en-US', ['en-US/a.md', 'en/a.md', 'fr/a.md'], 'en-US'],
  ['en-US', ['en/a.md', 'fr/a.md'], 'en'],
  ['en', ['en-US/a.md', 'fr/a.md'], 'en-US'],
  ['en', ['en-US/a.md', 'en-GB/a.md'], 'en-US'],
  ['en', ['en-AU/a.md', 'en-GB/a.md'], 'en'],
  ['en-US', ['en-GB/a.md', 'fr-FR/a.md'], 'en-GB'],
  ['en-US', ['en/a.md', 'en-GB/a.md'], 'en'],
  ['de-DE', ['de/a.md', 'en/a.md'], 'de'],
  ['en-US', ['fr/a.md', 'de/a.md'], 'en-US'],
  ['zh-TW', ['zh-CN/a.md', 'fr/a.md'], 'zh-TW'],
  ['en-US', ['000_0ceee5cb15f6ccad.txt'], 'en-US'],
  // One file in the configured locale.
  ['en-US', ['en-US/a.md', 'en/a.md', 'en/b.md', 'en/c.md', 'fr/a.md'], 'en'],
  ['en-US', ['en-US/x.md', 'en/a.md', 'fr/a.md', 'de/a.md'], 'en'],
  ['en', ['en/x.md', 'en-US/a.md', 'en-US/b.md', 'fr/a.md', 'fr/b.md'], 'en-US'],
  ['en-US', ['en-US/x.md', 'en-GB/a.md', 'en/b.md', 'en/c.md', 'fr/b.md', 'de/c.md'], 'en'],
  ['en-US', ['a.en-US.md', 'en/a.md', 'en/b.md', 'fr/b.md'], 'en'],
  // Names are translated, so that the numbers of articles tell.
  ['en-US', ['en-US/x.md', 'en/a.md', 'en/b.md', 'en/c.md', 'fr/un.md', 'fr/deux.md'], 'en'],
  // Two full versions, and one that is translated.
  ['en-US', ['en-US/a.md', 'en-US/b.md', 'en-GB/a.md', 'en-GB/b.md', 'en-GB/c.md', 'fr/a.md'], 'en-US'],
  ['en-US', ['en-US/a.md', 'en-GB/b.md', 'en-GB/c.md', 'en-GB/d.md', 'fr/a.md'], 'en-US'],
  ['en', ['en-AU/a.md', 'en-GB/a.md', 'en-GB/b.md', 'fr/b.md'], 'en-GB'],
  ['pt-BR', ['pt-BR/x.md', 'pt/a.md', 'pt/b.md', 'es/a.md'], 'pt'],
  ['en-US', ['us/a.md', 'fr/a.md'], 'en-US'],
];

test.each(rows)('%s with %j is %s', (configured, paths, source) => {
  const root = folderOf(Object.fromEntries(paths.map((path) => [path, '# A\n'])));
  expect(sourceLocaleOf(configured, listFiles([root]))).toBe(source);
});

test('what articles say of their locale outranks their place', () => {
  const root = folderOf({ 'en/a.md': '---\nms.contentlocale: en-US\n---\n# A\n', 'fr/a.md': '# A\n' });
  expect(sourceLocaleOf('en-US', listFiles([root]))).toBe('en-US');
});

test('a locale that somebody has named for this run is the source wherever it has articles', () => {
  const root = folderOf({ 'en-US/a.md': '# A\n', 'en/b.md': '# B\n', 'en/c.md': '# C\n', 'fr/b.md': '# B\n' });
  expect(sourceLocaleOf('en-US', listFiles([root]), true)).toBe('en-US');
  expect(sourceLocaleOf('en-US', listFiles([root]))).toBe('en');
  expect(sourceLocaleOf('en-GB', listFiles([root]), true)).toBe('en');
});
