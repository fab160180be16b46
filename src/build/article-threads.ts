/** Threads that read and render articles. The same ones do both, so that they know their code by heart when it comes to rendering. */
import { availableParallelism } from 'node:os';
import type { Tinypool } from 'tinypool';
import type { ReadFile, ReadTask, RenderedLines, RenderTask } from './article-worker.ts';
import type { Configuration } from './configuration.ts';
import { openThreads } from './threads.ts';

/** Articles that take less time than threads take to start. */
const few = 256;

export class ArticleThreads {
  readonly #configuration: Configuration;
  #pool: Tinypool | undefined;

  constructor(configuration: Configuration) {
    this.#configuration = configuration;
  }

  /** Whether so many articles are better read or rendered here than where they are known. */
  arePaying(articles: number): boolean {
    return availableParallelism() > 1 && (this.#pool !== undefined || articles > few);
  }

  read(task: ReadTask): Promise<ReadFile[]> {
    return this.#open().run(task, { name: 'read' }) as Promise<ReadFile[]>;
  }

  render(task: RenderTask): Promise<(RenderedLines | undefined)[]> {
    return this.#open().run(task, { name: 'render' }) as Promise<(RenderedLines | undefined)[]>;
  }

  /** Ends the threads, if there are any; later work starts new ones. */
  async close(): Promise<void> {
    const pool = this.#pool;
    this.#pool = undefined;
    await pool?.destroy();
  }

  #open(): Tinypool {
    return (this.#pool ??= openThreads(new URL('./article-worker.ts', import.meta.url), this.#configuration));
  }
}
