import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ArticleProcesses } from '../../src/engine/workers/article-pool.ts';
import { readLibrary } from '../../src/engine/library.ts';
import { writePacks } from '../../src/engine/render-articles.ts';
import { resolveOptions } from '../../src/config/options.ts';
import { folderOf } from '../support.ts';

const tags = ['de-DE', 'fr-FR', 'nl-NL'];

test.each([
  ['in the order of their tags', [], tags],
  ['first those whose articles have changed', ['nl-NL', 'fr-FR'], ['fr-FR', 'nl-NL', 'de-DE']],
])('packs are finished %s', async (_what, first, expected) => {
  const root = folderOf(Object.fromEntries(tags.map((tag) => [`content/${tag}/pay.md`, `# ${tag}\n\nText.\n`])));
  const configuration = {
    project: join(import.meta.dirname, '../..'),
    options: resolveOptions({ title: 'Help' }),
    roots: [join(root, 'content')],
    out: join(root, 'dist'),
    base: '/',
  };
  const library = readLibrary(configuration, () => undefined);
  const processes = new ArticleProcesses(configuration);
  const finished: string[] = [];
  const packing = { folder: join(root, 'packs'), processes, first: new Set(first) };
  await writePacks(
    library,
    configuration,
    packing,
    () => undefined,
    (locale, pack) => {
      finished.push(locale);
      pack.close();
    },
  );
  expect(finished).toEqual(expected);
});
