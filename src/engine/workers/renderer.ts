/** Renders pages: few of them here, many in processes of their own. */
import { availableParallelism } from 'node:os';
import pLimit from 'p-limit';
import type { PageOrder } from '../../pipeline/page-order.ts';
import type { PlannedPage } from '../../pipeline/planned-pages.ts';
import type { Library } from '../../pipeline/pipeline.ts';
import type { ArticleProcesses } from './article-pool.ts';
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
      if (!processes.arePaying(waiting)) return pages.map(({ planned }) => renderHere(planned));
      // Orders are written when a process is about to take them: all at once would be as large as the site.
      const rendered = await atOnce(() =>
        processes.render({ locale, locales, orders: pages.map(({ planned }) => orderOf(planned)) }),
      );
      return pages.map(({ planned }, at) => {
        const made = rendered[at];
        if (made === undefined) return renderHere(planned);
        return 'lines' in made ? made : renderPlainly(planned, made.failure);
      });
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

/** An article that breaks what is made of its page is shown as plain text. */
function renderHere(planned: PlannedPage): RenderedLines {
  try {
    return linesOf(planned.render());
  } catch (error) {
    return renderPlainly(planned, error instanceof Error ? error.message : String(error));
  }
}

/** One page that cannot be made at all never costs the others theirs. */
function renderPlainly({ renderPlain, renderWithout }: PlannedPage, failure: string): RenderedLines {
  try {
    return linesOf(renderPlain(failure));
  } catch (error) {
    return linesOf(renderWithout(error));
  }
}
