/**
 * Processes that read and render articles. The same ones do both, so that they know their code by heart when it comes to rendering.
 * They are no threads, because what threads have used stays with the process, and pages and indexes need that memory afterwards.
 */
import { availableParallelism } from 'node:os';
import type { Tinypool } from 'tinypool';
import { CommandError } from '../cli/arguments.ts';
import type { ReadFile, ReadTask, RenderTask } from './article-worker.ts';
import type { Configuration } from './configuration.ts';
import type { RenderedLines } from './rendered-lines.ts';
import { openProcesses } from './workers.ts';

/** Articles that take less time than processes take to start. */
const few = 256;

export class ArticleProcesses {
  readonly #configuration: Configuration;
  #pool: Tinypool | undefined;

  constructor(configuration: Configuration) {
    this.#configuration = configuration;
  }

  /** Whether so many articles are better read or rendered here than where they are known. */
  arePaying(articles: number): boolean {
    return availableParallelism() > 1 && (this.#pool !== undefined || articles > few);
  }

  async read(work: Omit<ReadTask, 'configuration'>): Promise<ReadFile[]> {
    return (await this.#run('read', work)) as ReadFile[];
  }

  async render(work: Omit<RenderTask, 'configuration'>): Promise<(RenderedLines | undefined)[]> {
    return (await this.#run('render', work)) as (RenderedLines | undefined)[];
  }

  /** Ends the processes, if there are any; later work starts new ones. */
  async close(): Promise<void> {
    const pool = this.#pool;
    this.#pool = undefined;
    await pool?.destroy();
  }

  async #run(name: 'read' | 'render', work: object): Promise<unknown> {
    try {
      return await this.#open().run({ ...work, configuration: this.#configuration }, { name });
    } catch (error) {
      if (!(error instanceof Error) || !error.message.includes('exited unexpectedly')) throw error;
      throw new CommandError(
        'A process that reads and renders articles was ended from outside, perhaps for want of memory; the last good site is as it ' +
          'was. Close other programs and run the command again.',
        { cause: error },
      );
    }
  }

  #open(): Tinypool {
    return (this.#pool ??= openProcesses(new URL('./article-worker.ts', import.meta.url)));
  }
}
