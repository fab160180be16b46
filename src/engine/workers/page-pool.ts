/** Threads that make pages. */
import { availableParallelism } from 'node:os';
import { CommandError } from '../../core/errors.ts';
import type * as PageWorker from './page-worker.ts';
import type { FailedHome, MissingArticle, PagesTask, PageWorkshop } from './page-worker.ts';
import type { Templates } from '../templates.ts';
import type { Flaw } from '../../publish/flaw.ts';
import { openPool, type Pool } from '../../pool/pool.ts';

export class PageThreads {
  readonly #templates: Promise<Pick<Templates, 'entry'>>;
  readonly #places: Omit<PageWorkshop, 'templates'>;
  readonly #flaws: Flaw[] = [];
  readonly #missing: MissingArticle[] = [];
  #threads: Pool<typeof PageWorker> | undefined;
  #isClosed = false;

  /** @param templates may still be in the making */
  constructor(templates: Promise<Pick<Templates, 'entry'>>, places: Omit<PageWorkshop, 'templates'>) {
    this.#templates = templates;
    this.#places = places;
  }

  /** Has one thread load the templates, while there is nothing to be made of them yet. */
  start(): void {
    const started = this.#open().then((threads) => threads.start());
    // Templates that cannot be compiled are reported where pages are made.
    started.catch(() => undefined);
  }

  /** What is wrong with the pages of articles that were made; each would harm readers. */
  get flaws(): readonly Flaw[] {
    return this.#flaws;
  }

  /** Articles that the hand-written home pages that were made name, and that are not there. */
  get missing(): readonly MissingArticle[] {
    return this.#missing;
  }

  /** Has pages made. Articles are written; the others are given by their paths below the site's folder. */
  async make(pages: Omit<PagesTask, 'taken'>): Promise<Map<string, Uint8Array>> {
    if (pages.batches.length === 0 && pages.others === 'none') return new Map();
    const threads = await this.#open();
    // All threads help themselves from the same pages, so that none waits for this one, which is busy.
    const task: PagesTask = { ...pages, taken: new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT) };
    const shares = Array.from({ length: sharesOf(pages) }, () => threads.run('makePages', task));
    const made = await Promise.all(shares);
    const failed = made.find((share) => share.failedHome !== undefined)?.failedHome;
    if (failed) throw new CommandError(failureOf(failed));
    this.#flaws.push(...made.flatMap(({ flaws }) => flaws));
    this.#missing.push(...made.flatMap(({ missing }) => missing));
    return new Map(made.flatMap(({ others }) => others).map(({ path, content }) => [path, content]));
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#threads?.close();
    this.#threads = undefined;
  }

  async #open(): Promise<Pool<typeof PageWorker>> {
    const { entry } = await this.#templates;
    if (this.#isClosed) throw new Error('The threads that make pages are closed.');
    return (this.#threads ??= openPool<typeof PageWorker>({
      in: 'thread',
      module: new URL('./page-worker.ts', import.meta.url),
      data: { ...this.#places, templates: entry },
    }));
  }
}

/** Threads for which there is work: another one takes longer to start than one takes for a batch or for the status board. */
function sharesOf({ batches, others }: Omit<PagesTask, 'taken'>): number {
  if (others === 'ordinary') return availableParallelism();
  return Math.min(batches.length + (others === 'status' ? 1 : 0), availableParallelism());
}

/** The stack of what went wrong tells nothing to who writes home pages. */
function failureOf({ file, reason }: FailedHome): string {
  const [what = ''] = reason.split('\n    at ', 1);
  return (
    `${file}: ${what}\n` +
    'A home page has the components `Hero`, `ArticleCards` and `Callout`, and those that it imports. Nothing was built, and the last good site is as it was.'
  );
}
