/** Writes the pages of a site: those that have not changed come from earlier sites, the others are rendered in threads. */
import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import type { Tinypool } from 'tinypool';
import { pageKeys } from '../site/keys.ts';
import type { Site } from '../site/packs.ts';
import { articlePaths } from './article-files.ts';
import { digestOf, type NextSite } from './next-site.ts';
import type { ArticleBatch, PagesTask, PageWorkshop, RenderedFile } from './page-worker.ts';
import type { Templates } from './templates.ts';
import { openThreads } from './threads.ts';

/** Pages that a thread takes at a time: enough to be worth while, few enough to share them out evenly. */
const batchSize = 32;

/**
 * Writes all article pages into the next site, and renders what else the templates make.
 *
 * @param meanwhile what to do while threads are busy; what the pages of the status board show is found out here
 * @returns pages and files that are no articles, by their paths below the site's folder; not written yet
 */
export async function writePages(
  site: Site,
  next: NextSite,
  { packs, templates }: { packs: string; templates: Templates },
  meanwhile: () => void,
): Promise<Map<string, Uint8Array>> {
  const batches = plan(site, next, templates);
  const workshop: PageWorkshop = { templates: templates.entry, packs, folder: next.folder };
  const threads = openThreads(new URL('./page-worker.ts', import.meta.url), workshop);
  try {
    const making = makeTogether(threads, { batches, status: false });
    making.catch(() => undefined);
    // Tasks are on their way to the threads only when this one waits.
    await setImmediate();
    meanwhile();
    const files = [...(await making), ...(await makeTogether(threads, { batches: [], status: true }))];
    return new Map(files.map(({ path, content }) => [path, content]));
  } finally {
    await threads.destroy();
  }
}

/** All threads help themselves from the same pages, so that none waits for this one, which is busy. */
async function makeTogether(threads: Tinypool, pages: Omit<PagesTask, 'taken'>): Promise<RenderedFile[]> {
  const task: PagesTask = { ...pages, taken: new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT) };
  const shares = Array.from({ length: availableParallelism() }, () => threads.run(task) as Promise<RenderedFile[]>);
  return (await Promise.all(shares)).flat();
}

/** Which articles are to be made, in batches. The place of their files is free when this returns. */
function plan(site: Site, next: NextSite, { version }: Templates): ArticleBatch[] {
  const batches: ArticleBatch[] = [];
  for (const locale of site.built) {
    const keyOf = pageKeys(site, locale.tag);
    const toMake: number[] = [];
    for (const [at, entry] of site.entries(locale.tag).entries()) {
      const paths = articlePaths(site, locale, entry);
      const key = digestOf(`${version} ${keyOf(entry)}`);
      if (paths.every((path) => next.take(path, key))) continue;
      for (const path of paths) next.expect(path, key);
      toMake.push(at);
    }
    for (let start = 0; start < toMake.length; start += batchSize)
      batches.push({ locale: locale.tag, places: toMake.slice(start, start + batchSize) });
  }
  return batches;
}
