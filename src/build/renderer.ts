/** Renders pages: few of them here, many in threads. */
import { availableParallelism } from 'node:os';
import { Tinypool } from 'tinypool';
import type { Library, PlannedPage } from '../pipeline/prepare.ts';
import type { Configuration } from './configuration.ts';
import { linesOf, type RenderedLines, type RenderTask, type SharedLibrary } from './render-worker.ts';

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
  return {
    async render(locale, pages) {
      waiting += pages.length;
      if (pool === undefined && waiting > fewPages && availableParallelism() > 1)
        pool = startPool(library, configuration);
      if (pool === undefined) return pages.map(({ planned }) => linesOf(planned.render()));
      const task: RenderTask = { locale, slugs: pages.map(({ planned }) => planned.slug) };
      return (await pool.run(task)) as RenderedLines[];
    },
    async close() {
      await pool?.destroy();
    },
  };
}

function startPool({ topics }: Library, configuration: Configuration): Tinypool {
  // Findings have been told already, and no page shows them.
  const json = JSON.stringify(topics, (key, value: unknown) => (key === 'diagnostics' ? [] : value));
  const bytes = new TextEncoder().encode(json);
  const shared = new SharedArrayBuffer(bytes.length);
  new Uint8Array(shared).set(bytes);
  const workerData: SharedLibrary = { configuration, topics: shared };
  const threads = availableParallelism();
  return new Tinypool({
    filename: new URL('./render-worker.ts', import.meta.url).href,
    runtime: 'worker_threads',
    minThreads: threads,
    maxThreads: threads,
    workerData,
  });
}
