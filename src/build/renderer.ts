/** Renders pages: few of them here, many in processes of their own. */
import { availableParallelism } from 'node:os';
import pLimit from 'p-limit';
import type { PageOrder } from '../pipeline/page-order.ts';
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
      if (!processes.arePaying(waiting)) return pages.map(({ planned }) => linesOfPage(planned));
      // Orders are written when a process is about to take them: all at once would be as large as the site.
      const rendered = await atOnce(() =>
        processes.render({ locale, locales, orders: pages.map(({ planned }) => orderOf(planned)) }),
      );
      return pages.map(({ planned }, at) => rendered[at] ?? linesOfPage(planned));
    },
  };
}

/** Undefined for a page whose order cannot be written: what breaks it is told when it is rendered here. */
function orderOf({ order }: PlannedPage): PageOrder | undefined {
  try {
    return order();
  } catch {
    return undefined;
  }
}

/** One page that cannot be made never costs the others theirs. */
function linesOfPage({ render, renderWithout }: PlannedPage): RenderedLines {
  try {
    return linesOf(render());
  } catch (error) {
    return linesOf(renderWithout(error));
  }
}
