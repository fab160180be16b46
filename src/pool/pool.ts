/** Pools of threads or processes that run the functions of one module. */
import { availableParallelism } from 'node:os';
import type { Answer } from './messages.ts';
import { type RunningWorker, startWorker, type WorkerKind } from './workers.ts';

/** Names of the functions that a worker module exports as tasks. Its `setUp` prepares a worker and is no task. */
export type TaskName<Module> = Exclude<
  { [Name in keyof Module]: Module[Name] extends (task: never) => unknown ? Name : never }[keyof Module],
  'setUp'
> &
  string;

/** What a task is given: the one parameter of its function, or nothing. */
export type TaskOf<Module, Name extends keyof Module> = Module[Name] extends (...task: infer Task) => unknown
  ? Task
  : never;

/** What a task answers. It is copied on its way, so methods and private fields are lost. */
export type AnswerOf<Module, Name extends keyof Module> = Module[Name] extends (task: never) => infer Result
  ? Awaited<Result>
  : never;

export interface PoolSettings {
  readonly in: WorkerKind;
  /** Address of the worker module. */
  readonly module: URL;
  /** Workers at most; as many as there are processors where it is not given. */
  readonly size?: number;
  /** Tasks that one worker has at a time, 1 where it is not given. */
  readonly tasksAtOnce?: number;
  /** Whether workers have less heap than Node allows, so that they collect garbage earlier; true where it is not given. */
  readonly limited?: boolean;
  /** What the module's `setUp` is given in each worker, before any task. */
  readonly data?: unknown;
}

/** The settings of a pool, with the data that the module's `setUp` takes, if it has one. */
export type PoolOptions<Module> = PoolSettings &
  (Module extends { setUp(data: infer Data): unknown } ? { readonly data: Data } : { readonly data?: never });

/** A worker ended before it answered: it crashed, ran out of memory, or something outside ended it. */
export class WorkerLost extends Error {
  override readonly name = 'WorkerLost';

  constructor(module: URL, reason: string, cause?: Error) {
    super(`A worker of ${module.pathname} ended without an answer: ${reason}.`, { cause });
  }
}

/**
 * Opens a pool. Workers start when there are tasks for them and stay until the pool is closed; while they have no task, they do not
 * keep the process alive.
 *
 * @example openPool<typeof import('./article-worker.ts')>({ in: 'process', module: new URL('./article-worker.ts', import.meta.url) })
 */
export function openPool<Module>(options: PoolOptions<Module>): Pool<Module> {
  return new Pool<Module>(options);
}

/** A task that has no answer yet. */
interface Pending {
  readonly name: string;
  readonly task: unknown;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

interface Busy {
  readonly worker: RunningWorker;
  readonly pending: Map<number, Pending>;
}

export class Pool<Module> {
  readonly #options: PoolSettings;
  readonly #workers = new Set<Busy>();
  readonly #queue: Pending[] = [];
  #isClosed = false;
  #lastId = 0;

  constructor(options: PoolOptions<Module>) {
    this.#options = options;
  }

  /**
   * Runs a function of the module in a worker.
   *
   * @throws WorkerLost where the worker ended first; else what the function threw, of which only errors of JavaScript's own classes
   *   arrive as what they were
   */
  async run<Name extends TaskName<Module>>(
    name: Name,
    ...[task]: TaskOf<Module, Name>
  ): Promise<AnswerOf<Module, Name>> {
    if (this.#isClosed) throw closedError(this.#options);
    const answer = await new Promise<unknown>((resolve, reject) => {
      this.#queue.push({ name, task, resolve, reject });
      this.#assign();
    });
    // Nothing but that function can have answered.
    return answer as AnswerOf<Module, Name>;
  }

  /** Starts a worker now if none runs yet, so that it has loaded the module when the first task comes. */
  start(): void {
    if (!this.#isClosed && this.#workers.size === 0) this.#startWorker().worker.keepAlive(false);
  }

  /** Runs the only task of this pool and closes it. */
  async runAndClose<Name extends TaskName<Module>>(
    name: Name,
    ...task: TaskOf<Module, Name>
  ): Promise<AnswerOf<Module, Name>> {
    try {
      return await this.run(name, ...task);
    } finally {
      await this.close();
    }
  }

  /** Ends all workers. Tasks without an answer fail, and there can be no new ones. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const { reject } of this.#queue.splice(0)) reject(closedError(this.#options));
    await Promise.all(Array.from(this.#workers, ({ worker, pending }) => worker.end(pending.size > 0)));
  }

  /** Gives waiting tasks to workers that have room, or to new ones. */
  #assign(): void {
    const { size = availableParallelism(), tasksAtOnce = 1 } = this.#options;
    while (this.#queue.length > 0) {
      const idle = leastBusy(this.#workers);
      const chosen = idle?.pending.size === 0 || this.#workers.size >= size ? idle : this.#startWorker();
      if (!chosen || chosen.pending.size >= tasksAtOnce) return;
      const next = this.#queue.shift();
      if (next) this.#give(chosen, next);
    }
  }

  #give({ worker, pending }: Busy, task: Pending): void {
    const id = ++this.#lastId;
    pending.set(id, task);
    worker.keepAlive(true);
    try {
      worker.send({ id, name: task.name, task: task.task });
    } catch (error) {
      // Such as a task that cannot be copied.
      pending.delete(id);
      task.reject(error);
    }
  }

  #startWorker(): Busy {
    const { in: kind, module, data, limited = true } = this.#options;
    const pending = new Map<number, Pending>();
    const worker = startWorker(kind, limited, {
      onAnswer: (answer) => this.#take(started, answer),
      onEnd: (reason, cause) => this.#lose(started, new WorkerLost(module, reason, cause)),
    });
    const started: Busy = { worker, pending };
    this.#workers.add(started);
    worker.send({ module: module.href, data });
    return started;
  }

  #take({ worker, pending }: Busy, answer: Answer): void {
    const task = pending.get(answer.id);
    pending.delete(answer.id);
    if (pending.size === 0) worker.keepAlive(false);
    if ('result' in answer) task?.resolve(answer.result);
    else task?.reject(answer.error);
    this.#assign();
  }

  #lose(lost: Busy, error: WorkerLost): void {
    this.#workers.delete(lost);
    for (const task of lost.pending.values()) task.reject(error);
    if (!this.#isClosed) this.#assign();
  }
}

function leastBusy(workers: Iterable<Busy>): Busy | undefined {
  let least: Busy | undefined;
  for (const worker of workers) if (!least || worker.pending.size < least.pending.size) least = worker;
  return least;
}

function closedError({ module }: PoolSettings): Error {
  return new Error(`The workers of ${module.pathname} have been closed.`);
}
