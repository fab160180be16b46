/** Writes the pages of a site: those that have not changed come from earlier sites, the others are rendered in threads. */
import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import type { Tinypool } from 'tinypool';
import type { Progress } from '../pipeline/prepare.ts';
import { pageKeys } from '../site/keys.ts';
import { type Site, writeUnchanged } from '../site/packs.ts';
import { articlePaths } from './article-files.ts';
import type { NextSite } from './next-site.ts';
import type { ArticlesTask, PageWorkshop, RenderedFile } from './page-worker.ts';
import type { Templates } from './templates.ts';
import { openThreads } from './threads.ts';

export interface WrittenPages {
  /** Folders of article pages that were taken over as they were. */
  readonly unchanged: ReadonlySet<string>;
  /** Pages and files that are no articles, by their paths below the site's folder; not written yet. */
  readonly others: Map<string, Uint8Array>;
}

/** Pages that a thread gets at a time: enough to make a message worth while, few enough to share them out evenly. */
const batchSize = 64;

/** Writes all article pages into the next site, and renders what else the templates make. */
export async function writePages(
  site: Site,
  next: NextSite,
  { packs, templates }: { packs: string; templates: Templates },
  progress: Progress,
): Promise<WrittenPages> {
  const { unchanged, tasks } = plan(site, next, templates);
  writeUnchanged(packs, unchanged);
  const workshop: PageWorkshop = { templates: templates.entry, packs, folder: next.folder };
  const threads = openThreads(
    new URL('./page-worker.ts', import.meta.url),
    workshop,
    tasks.length > 1 ? availableParallelism() : 1,
  );
  try {
    const total = tasks.reduce((sum, { slugs }) => sum + slugs.length, 0);
    let done = 0;
    const articles = tasks.map(async (task) => {
      await threads.run(task);
      done += task.slugs.length;
      progress('Writing pages and search indexes', done, total);
    });
    const [others] = await Promise.all([renderOthers(threads), ...articles]);
    return { unchanged, others };
  } finally {
    await threads.destroy();
  }
}

/** Which articles are to be made, in batches. The place of their files is free when this returns. */
function plan(
  site: Site,
  next: NextSite,
  { version }: Templates,
): { unchanged: Set<string>; tasks: readonly ArticlesTask[] } {
  const unchanged = new Set<string>();
  const tasks: ArticlesTask[] = [];
  for (const locale of site.built) {
    const keyOf = pageKeys(site, locale.tag);
    const toMake: string[] = [];
    for (const entry of site.entries(locale.tag)) {
      const paths = articlePaths(site, locale, entry);
      const key = createHash('sha256')
        .update(`${version} ${keyOf(entry)}`)
        .digest('base64url')
        .slice(0, 22);
      if (paths.every((path) => next.take(path, key))) {
        unchanged.add(`${locale.path}/${entry.slug}`);
      } else {
        for (const path of paths) next.expect(path, key);
        toMake.push(entry.slug);
      }
    }
    for (let start = 0; start < toMake.length; start += batchSize)
      tasks.push({ locale: locale.tag, slugs: toMake.slice(start, start + batchSize) });
  }
  return { unchanged, tasks };
}

async function renderOthers(threads: Tinypool): Promise<Map<string, Uint8Array>> {
  const count = (await threads.run(undefined, { name: 'countOthers' })) as number;
  const files = await Promise.all(
    Array.from({ length: count }, async (_, at) => (await threads.run(at, { name: 'renderOther' })) as RenderedFile),
  );
  return new Map(files.map(({ path, content }) => [path, content]));
}
