/**
 * Processes that read and render articles. The same ones do both, so that they know their code by heart when it comes to rendering.
 * They are no threads, because what threads have used stays with the process, and pages and indexes need that memory afterwards.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandError } from '../../core/errors.ts';
import { articleFailed } from '../../pipeline/facts.ts';
import type { FileReference } from '../../core/file-reference.ts';
import type * as ArticleWorker from './article-worker.ts';
import type { ReadFile, ReadTask, RenderTask, Unrendered } from './article-worker.ts';
import type { Configuration } from '../../config/configuration.ts';
import { displayPath } from '../../config/display-path.ts';
import type { RenderedLines } from './rendered-lines.ts';
import { type Patience, readNote, usualPatience } from '../../pool/time-limit.ts';
import { openPool, type Pool, WorkerLost } from '../../pool/pool.ts';

/** Articles that take less time than processes take to start. */
const few = 256;

/** Bytes of an article that may well take as long: better where it can be ended. */
const large = 200_000;

/** Articles at which processes may end for no reason of ours; at more, something ends them that no article is to blame for. */
const mostEnded = 3;

/** What every task of the processes begins with. */
type Task = Pick<ReadTask, 'configuration' | 'note' | 'patience'>;

export class ArticleProcesses {
  readonly #configuration: Configuration;
  readonly #patience: Patience;
  #pool: Pool<typeof ArticleWorker> | undefined;
  #notes: { readonly folder: string; count: number } | undefined;
  #ended = 0;

  constructor(configuration: Configuration, patience = usualPatience) {
    this.#configuration = configuration;
    this.#patience = patience;
  }

  /**
   * Whether so many articles are better read or rendered here than where they are known.
   *
   * @param files some of them, where it is known how large they are
   */
  arePaying(articles: number, files: readonly FileReference[] = []): boolean {
    if (this.#pool !== undefined || files.some(isLarge)) return true;
    return availableParallelism() > 1 && articles > few;
  }

  /** One for each file, in their order. A file that takes too long is not published. */
  async read({ files, reports }: Omit<ReadTask, keyof Task>): Promise<ReadFile[]> {
    const read = await this.#each(files, (some, task) => this.#open().run('read', { ...task, files: some, reports }));
    return read.map((found, at) => ('facts' in found ? found : unread(files[at], found)));
  }

  /** One for each input, in their order. */
  render({ inputs }: Omit<RenderTask, keyof Task>): Promise<(RenderedLines | Unrendered)[]> {
    return this.#each(inputs, (some, task) => this.#open().run('render', { ...task, inputs: some }));
  }

  /** Ends the processes, if there are any; later work starts new ones. */
  async close(): Promise<void> {
    const [pool, notes] = [this.#pool, this.#notes];
    this.#pool = undefined;
    this.#notes = undefined;
    await pool?.close();
    if (notes) rmSync(notes.folder, { recursive: true, force: true });
  }

  /** Has a process work on all items. One at which it ends is taken out, and the others are begun again. */
  async #each<Item, Result>(
    items: readonly Item[],
    run: (items: readonly Item[], task: Task) => Promise<Result[]>,
    isSecond = false,
  ): Promise<(Result | Unrendered)[]> {
    if (items.length === 0) return [];
    const note = this.#note();
    const task: Task = { configuration: this.#configuration, note, patience: this.#patience };
    try {
      return await run(items, task);
    } catch (error) {
      if (!(error instanceof WorkerLost)) throw error;
      const noted = readNote(note);
      const item = noted && items[noted.index];
      if (!noted || item === undefined) throw endedFromOutside(error);
      const [before, behind] = [items.slice(0, noted.index), items.slice(noted.index + 1)];
      const failure = await this.#judge(noted.late, isSecond && items.length === 1, error, () =>
        this.#each([item], run, true),
      );
      return [...(await this.#each(before, run)), ...failure, ...(await this.#each(behind, run))];
    } finally {
      rmSync(note, { force: true });
    }
  }

  /** What comes of the item at which a process has ended: tried again alone, where it was not for its time. */
  async #judge<Outcome>(
    late: boolean,
    isSecond: boolean,
    error: Error,
    again: () => Promise<(Outcome | Unrendered)[]>,
  ): Promise<(Outcome | Unrendered)[]> {
    if (late) return [{ failure: 'it takes more time of the processor than any article does' }];
    if (!isSecond) return again();
    if (++this.#ended > mostEnded) throw endedFromOutside(error);
    return [{ failure: 'twice the process at work on it has ended, perhaps for want of memory' }];
  }

  #note(): string {
    this.#notes ??= { folder: mkdtempSync(join(tmpdir(), 'languedocs-')), count: 0 };
    return join(this.#notes.folder, String(++this.#notes.count));
  }

  #open(): Pool<typeof ArticleWorker> {
    const module = new URL('./article-worker.ts', import.meta.url);
    return (this.#pool ??= openPool<typeof ArticleWorker>({ in: 'process', module }));
  }
}

function unread(file: FileReference | undefined, { failure }: Unrendered): ReadFile {
  const diagnostics = file ? [articleFailed(displayPath(file), 'it is not published', failure)] : [];
  return { facts: Buffer.from(JSON.stringify({ diagnostics })) };
}

function isLarge({ root, path }: FileReference): boolean {
  return (statSync(join(root, path), { throwIfNoEntry: false })?.size ?? 0) > large;
}

function endedFromOutside(cause: Error): CommandError {
  return new CommandError(
    'A process that reads and renders articles was ended from outside, perhaps for want of memory; the last good site is as it ' +
      'was. Close other programs and run the command again.',
    { cause },
  );
}
