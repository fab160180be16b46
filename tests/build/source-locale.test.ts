import { expect, test } from 'vitest';
import { sourceLocaleOf } from '../../src/build/source-locale.ts';
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
