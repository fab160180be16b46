/** Threads that make pages; they are started when there are any to make. */
import { availableParallelism } from 'node:os';
import type { Tinypool } from 'tinypool';
import type { PagesTask, PageWorkshop, RenderedFile } from './page-worker.ts';
import { openThreads } from './workers.ts';

export class PageThreads {
  readonly #workshop: PageWorkshop;
  #threads: Tinypool | undefined;

  constructor(workshop: PageWorkshop) {
    this.#workshop = workshop;
  }

  /** Has pages made. Articles are written; the others are given by their paths below the site's folder. */
  async make(pages: Omit<PagesTask, 'taken'>): Promise<Map<string, Uint8Array>> {
    if (pages.batches.length === 0 && pages.others === 'none') return new Map();
    const threads = (this.#threads ??= openThreads(new URL('./page-worker.ts', import.meta.url), this.#workshop));
    // All threads help themselves from the same pages, so that none waits for this one, which is busy.
    const task: PagesTask = { ...pages, taken: new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT) };
    const shares = Array.from({ length: sharesOf(pages) }, () => threads.run(task) as Promise<RenderedFile[]>);
    const files = (await Promise.all(shares)).flat();
    return new Map(files.map(({ path, content }) => [path, content]));
  }

  async close(): Promise<void> {
    await this.#threads?.destroy();
  }
}

/** Threads for which there is work: another one takes longer to start than one takes for a batch or for the status board. */
function sharesOf({ batches, others }: Omit<PagesTask, 'taken'>): number {
  if (others === 'ordinary') return availableParallelism();
  return Math.min(batches.length + (others === 'status' ? 1 : 0), availableParallelism());
}
