/** Renders pages: few of them here, many in threads. */
import { availableParallelism } from 'node:os';
import pLimit from 'p-limit';
import type { Tinypool } from 'tinypool';
import type { Library, PlannedPage } from '../pipeline/prepare.ts';
import type { Configuration } from './configuration.ts';
import { linesOf, type RenderedLines, type RenderTask, type Workshop } from './render-worker.ts';
import { openThreads } from './threads.ts';

export interface Renderer {
  /** Renders pages of one locale; the result has their order. */
  render(locale: string, pages: readonly { planned: PlannedPage }[]): Promise<readonly RenderedLines[]>;
  close(): Promise<void>;
}

/** Pages that take less time to render than threads take to start. */
const fewPages = 256;

/** Threads are started when there is enough to do for them. */
export function openRenderer(library: Library, configuration: Configuration): Renderer {
  let pool: Tinypool | undefined;
  let waiting = 0;
  const atOnce = pLimit(2 * availableParallelism());
  return {
    async render(locale, pages) {
      waiting += pages.length;
      if (pool === undefined && waiting > fewPages && availableParallelism() > 1)
        pool = startPool(library, configuration);
      if (pool === undefined) return pages.map(({ planned }) => linesOf(planned.render()));
      const threads = pool;
      // Orders are written when a thread is about to take them: all at once would be as large as the site.
      const rendered = await atOnce(() => {
        const task: RenderTask = { locale, orders: pages.map(({ planned }) => planned.order()) };
        return threads.run(task) as Promise<(RenderedLines | undefined)[]>;
      });
      return pages.map(({ planned }, at) => rendered[at] ?? linesOf(planned.render()));
    },
    async close() {
      await pool?.destroy();
    },
  };
}

function startPool({ pages: { locales } }: Library, configuration: Configuration): Tinypool {
  const workerData: Workshop = { configuration, locales };
  return openThreads(new URL('./render-worker.ts', import.meta.url), workerData);
}
