/**
 * Whole articles, from files to HTML. `tests/golden/articles` holds what goes in, `tests/golden` what comes out; after a change that
 * is meant, `npx vitest run -u` writes it anew.
 */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { collect } from '../../src/pipeline/pipeline.ts';
import { type StringKey, stringsFor } from '../../src/ui/strings.ts';
import { pagesIn } from '../support.ts';

const golden = join(import.meta.dirname, '../golden');
const library = collect(
  {
    roots: [join(golden, 'articles')],
    sourceLocale: 'en-US',
    base: '/help/',
    documentationHosts: [],
    displayPath: ({ path }) => path,
    strings: (tag) => (key, values) => stringsFor(tag).t(key as StringKey, values),
  },
  () => undefined,
);

test.each([
  ['zh-TW', 'share-a-folder', 'a bilingual file'],
  ['fr-FR', 'share-a-folder', 'a plain file that learns its sentences from a bilingual one'],
  ['en-US', 'share-a-folder', 'the source, recovered from a bilingual file'],
  ['en-US', 'every-extension', 'every extension'],
])('%s %s: %s', async (locale, slug) => {
  const html = [...pagesIn(locale, library)].find((page) => page.slug === slug)?.html;
  await expect(`${html ?? 'no such page'}\n`).toMatchFileSnapshot(join(golden, `${locale}.${slug}.html`));
});

test('what is wrong in them is reported', () => {
  expect(library.diagnostics.map(({ file, line, rule }) => `${file}:${line} ${rule}`)).toEqual([
    // A script is shown as text.
    'en-US/every-extension.md:120 visible-markup',
    'en-US/every-extension.md:122 broken-link',
  ]);
});
