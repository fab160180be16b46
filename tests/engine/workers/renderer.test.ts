import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ArticleProcesses } from '../../../src/engine/workers/article-pool.ts';
import type { Configuration } from '../../../src/config/configuration.ts';
import { readLibrary } from '../../../src/engine/library.ts';
import { openRenderer } from '../../../src/engine/workers/renderer.ts';
import { plannedPages } from '../../../src/pipeline/planned-pages.ts';
import { resolveOptions } from '../../../src/config/options.ts';

const project = join(import.meta.dirname, '../../..');

test('pages rendered in processes are those rendered here', async () => {
  const configuration: Configuration = {
    project,
    options: resolveOptions({ title: 'Help' }),
    roots: [join(project, 'tests/golden/articles')],
    out: join(project, 'dist'),
    base: '/',
  };
  const library = readLibrary(configuration, () => undefined);
  const pages = [...plannedPages('en-US', library)];
  const processes = new ArticleProcesses(configuration);
  const renderer = openRenderer(library.pages, processes);
  try {
    const here = await renderer.render(pages);
    // Enough of them start the processes.
    const many = await Promise.all(Array.from({ length: 200 }, () => renderer.render(pages)));
    const textOf = (lines: typeof here) => lines.map(({ lines, ...rest }) => [Buffer.from(lines).toString(), rest]);
    expect(here.length).toBeGreaterThan(1);
    expect(textOf(many.at(-1) ?? [])).toEqual(textOf(here));
  } finally {
    await processes.close();
  }
});
