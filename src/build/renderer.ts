/** Renders pages: few of them here, many in threads. */
import { availableParallelism } from 'node:os';
import pLimit from 'p-limit';
import type { Library, PlannedPage } from '../pipeline/prepare.ts';
import type { ArticleThreads } from './article-threads.ts';
import { linesOf, type RenderedLines, type RenderTask } from './article-worker.ts';

export interface Renderer {
  /** Renders pages of one locale; the result has their order. */
  render(locale: string, pages: readonly { planned: PlannedPage }[]): Promise<readonly RenderedLines[]>;
}

export function openRenderer({ pages: { locales } }: Library, threads: ArticleThreads): Renderer {
  let waiting = 0;
  const atOnce = pLimit(2 * availableParallelism());
  return {
    async render(locale, pages) {
      waiting += pages.length;
      if (!threads.arePaying(waiting)) return pages.map(({ planned }) => linesOf(planned.render()));
      // Orders are written when a thread is about to take them: all at once would be as large as the site.
      const rendered = await atOnce(() => {
        const task: RenderTask = { locale, locales, orders: pages.map(({ planned }) => planned.order()) };
        return threads.render(task);
      });
      return pages.map(({ planned }, at) => rendered[at] ?? linesOf(planned.render()));
    },
  };
}
