/** Renders pages: few of them here, many in processes of their own. */
import { availableParallelism } from 'node:os';
import pLimit from 'p-limit';
import type { Library, PlannedPage } from '../pipeline/prepare.ts';
import type { ArticleProcesses } from './article-processes.ts';
import { linesOf, type RenderedLines } from './rendered-lines.ts';

export interface Renderer {
  /** Renders pages of one locale; the result has their order. */
  render(locale: string, pages: readonly { planned: PlannedPage }[]): Promise<readonly RenderedLines[]>;
}

export function openRenderer({ pages: { locales } }: Library, processes: ArticleProcesses): Renderer {
  let waiting = 0;
  const atOnce = pLimit(2 * availableParallelism());
  return {
    async render(locale, pages) {
      waiting += pages.length;
      if (!processes.arePaying(waiting)) return pages.map(({ planned }) => linesOf(planned.render()));
      // Orders are written when a process is about to take them: all at once would be as large as the site.
      const rendered = await atOnce(() =>
        processes.render({ locale, locales, orders: pages.map(({ planned }) => planned.order()) }),
      );
      return pages.map(({ planned }, at) => rendered[at] ?? linesOf(planned.render()));
    },
  };
}
