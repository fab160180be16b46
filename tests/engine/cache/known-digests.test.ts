import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Configuration } from '../../../src/config/configuration.ts';
import { stampOf } from '../../../src/engine/cache/inputs.ts';
import { KnownDigests } from '../../../src/engine/cache/known-digests.ts';
import { readLibrary } from '../../../src/engine/library.ts';
import { resolveOptions } from '../../../src/config/options.ts';
import { folderOf } from '../../support.ts';
import { settled } from '../settled.ts';

const file = { path: 'fr-FR/pay.md' };

/** A project with one article, and the facts about it. */
function project() {
  const folder = folderOf({ 'content/fr-FR/pay.md': '# Payer\n' });
  const root = join(folder, 'content');
  const options = resolveOptions({ title: 'Help' });
  const configuration: Configuration = {
    project: folder,
    options,
    roots: [root],
    out: join(folder, 'dist'),
    base: '/',
  };
  const articles = readLibrary(configuration, () => undefined).topics.flatMap(({ articles: each }) =>
    Object.values(each),
  );
  return {
    configuration,
    kept: join(folder, 'digests.json'),
    root,
    facts: articles.map((article) => ({ article, diagnostics: [] })),
  };
}

test.each<[what: string, settles: boolean, change: (file: string) => void, isKnown: boolean]>([
  ['is known where nobody has touched it', true, () => undefined, true],
  ['is not where it has changed', true, (path) => appendFileSync(path, '!'), false],
  ['is not where it was so new that a change may have gone unseen', false, () => undefined, false],
])('the digest of a file %s', (_what, settles, change, isKnown) => {
  const { configuration, kept, root, facts } = project();
  const stamp = stampOf(configuration);
  const first = new KnownDigests(kept, settles ? settled(stamp) : stamp);
  expect(first.of({ root, ...file })).toBeUndefined();
  first.save(facts);
  change(join(root, file.path));
  const next = new KnownDigests(kept, stampOf(configuration));
  expect(next.of({ root, ...file })).toBe(isKnown ? facts[0]?.article.digest : undefined);
});
