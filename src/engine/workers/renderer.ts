/** Renders pages: few of them here, many in processes of their own. */
import { availableParallelism } from 'node:os';
import pLimit from 'p-limit';
import { pageOf, pageWithout, type RenderResources } from '../../pipeline/page.ts';
import type { PlannedPage } from '../../pipeline/planned-pages.ts';
import { keyOf, type RenderInput } from '../../pipeline/render-input.ts';
import { messageOf } from '../../core/errors.ts';
import { pairsOf } from '../../core/lists.ts';
import type { ArticleProcesses } from './article-pool.ts';
import { linesOf, type RenderedLines } from './rendered-lines.ts';

/** A page as its pack holds it. */
export interface MadePage extends RenderedLines {
  /** Key of its input; undefined where the page is not as it should be, and has to be made again. */
  readonly key?: string;
}

export interface Renderer {
  /** Renders pages; the result has their order. */
  render(pages: readonly PlannedPage[]): Promise<readonly MadePage[]>;
}

export function openRenderer(resources: RenderResources, processes: ArticleProcesses): Renderer {
  let waiting = 0;
  const atOnce = pLimit(2 * availableParallelism());
  return {
    async render(pages) {
      waiting += pages.length;
      if (!processes.arePaying(waiting)) return pages.map((page) => renderHere(wantedOf(page), resources));
      // Inputs are made when a process is about to take them: all at once would be as large as the site.
      return atOnce(async () => {
        const wanted = pages.map(wantedOf);
        const inputs = wanted.map(({ input }) => input);
        return pairsOf(wanted, await processes.render({ inputs })).map(([page, rendered]) => {
          if (page.failure !== undefined) return renderPlainly(page, resources, page.failure);
          return 'lines' in rendered ? packed(rendered, page) : renderPlainly(page, resources, rendered.failure);
        });
      });
    },
  };
}

interface WantedPage {
  readonly input: RenderInput;
  /** Why the article cannot be rendered as it is. */
  readonly failure?: string;
}

/** An article of which no input can be made is shown as plain text. */
function wantedOf({ input, bareInput }: PlannedPage): WantedPage {
  try {
    return { input: input() };
  } catch (error) {
    return { input: bareInput(), failure: messageOf(error) };
  }
}

/** An article that breaks what is made of its page is shown as plain text. */
function renderHere(page: WantedPage, resources: RenderResources): MadePage {
  if (page.failure !== undefined) return renderPlainly(page, resources, page.failure);
  try {
    return packed(linesOf(pageOf(page.input, resources)), page);
  } catch (error) {
    return renderPlainly(page, resources, messageOf(error));
  }
}

/** One page that cannot be made at all never costs the others theirs. */
function renderPlainly({ input }: WantedPage, resources: RenderResources, failure: string): MadePage {
  try {
    return linesOf(pageOf(input, resources, failure));
  } catch (error) {
    return linesOf(pageWithout(input, error));
  }
}

function packed(lines: RenderedLines, { input, failure }: WantedPage): MadePage {
  const isAsMeant = failure === undefined && lines.failure === undefined && lines.isOutdated === undefined;
  return isAsMeant ? { ...lines, key: keyOf(input) } : lines;
}
