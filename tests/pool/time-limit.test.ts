import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ArticleProcesses } from '../../src/engine/workers/article-pool.ts';
import type { Configuration } from '../../src/config/configuration.ts';
import type { Patience } from '../../src/pool/time-limit.ts';
import type { Facts } from '../../src/pipeline/types.ts';
import { resolveOptions } from '../../src/config/options.ts';
import { folderOf } from '../support.ts';

const project = join(import.meta.dirname, '../../..');

/** Some times what a process takes for its first article, which pays for all code, and a fraction of what the long one takes. */
const patience: Patience = { least: 3000, perByte: 0 };

function configurationOf(files: Record<string, string>): Configuration {
  const options = resolveOptions({ title: 'Help' });
  return { project, options, roots: [folderOf(files)], out: join(project, 'dist'), base: '/' };
}

/** Takes many seconds of any processor, and more than it is given. */
const endless = `# Sans fin\n\n${'**a**b [c](d) '.repeat(270_000)}\n`;

test('an article that takes too long is named, and those beside it are read and rendered', async () => {
  const configuration = configurationOf({
    'fr-FR/a.md': '# Un\n',
    'fr-FR/b.md': endless,
    'fr-FR/c.md': '# Trois\n',
  });
  const [root = ''] = configuration.roots;
  const files = ['a', 'b', 'c'].map((name) => ({ root, path: `fr-FR/${name}.md` }));
  const processes = new ArticleProcesses(configuration, patience);
  try {
    expect(processes.arePaying(1, files), 'a large article is read where it can be ended').toBe(true);
    const read = (await processes.read({ files, reports: false })).map(
      ({ facts }) => JSON.parse(Buffer.from(facts).toString()) as Facts,
    );
    expect(read.map(({ article }) => article?.title)).toEqual(['Un', undefined, 'Trois']);
    expect(read[1]?.diagnostics.map(({ rule, file }) => [rule, file.endsWith('fr-FR/b.md')])).toEqual([
      ['article-failed', true],
    ]);
    expect(read[1]?.diagnostics[0]?.message).toContain('more time of the processor');
  } finally {
    await processes.close();
  }
}, 120_000);
