/** Threads and processes that run the functions of a module. */
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { Tinypool } from 'tinypool';
import type { ProcessAnswer } from './task-process.ts';
import type { ThreadTask } from './task-thread.ts';

/**
 * Megabytes of one of the three parts of the memory in which what a worker makes begins. It is soon gone: more room makes hardly
 * anything faster, and costs 100 MB a worker.
 */
const semiSpace = 4;
/** Megabytes for all the rest: enough for articles as long as they may be. The less there may be, the sooner V8 tidies up. */
const oldSpace = 1024;
const resourceLimits = { maxYoungGenerationSizeMb: 3 * semiSpace, maxOldGenerationSizeMb: oldSpace };

/**
 * Threads that run the functions of a module, at most as many as there are processors where nothing else is said. They start when
 * there is work for them, and stay.
 *
 * @param workerData what all of them share
 * @param tasksAtOnce tasks that one thread has at a time
 */
export function openThreads(
  module: URL,
  workerData: unknown,
  { count = availableParallelism(), tasksAtOnce = 1 } = {},
): Tinypool {
  return new Tinypool({
    filename: module.href,
    runtime: 'worker_threads',
    minThreads: 0,
    maxThreads: count,
    // The longest that a timer knows: they stay until the pool is closed.
    idleTimeout: 2 ** 31 - 1,
    concurrentTasksPerWorker: tasksAtOnce,
    resourceLimits,
    workerData,
  });
}

/**
 * Processes that run the functions of a module, as many as there are processors. What they have used is the system's again when they
 * end, but all that goes to them and comes from them is copied.
 */
export function openProcesses(module: URL): Tinypool {
  const count = availableParallelism();
  return new Tinypool({
    filename: module.href,
    runtime: 'child_process',
    minThreads: count,
    maxThreads: count,
    serialization: 'advanced',
    env: Object.fromEntries(
      Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
    execArgv: [`--max-semi-space-size=${semiSpace}`, `--max-old-space-size=${oldSpace}`],
  });
}

/** Runs a module's default function in a thread of its own, which needs nothing of this one until it is done. */
export function inThread<Result>(module: URL, task: unknown): Promise<Result> {
  const workerData: ThreadTask = { module: module.href, task };
  const thread = new Worker(new URL('./task-thread.ts', import.meta.url), { workerData, resourceLimits });
  const answer = new Promise<Result>((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error(`${module.pathname} ended without an answer.`)));
  });
  // What the function has left open would keep the thread, and so the process.
  return answer.finally(() => thread.terminate());
}

/** Runs a module's default function in a process of its own: the memory that it takes is the system's again when it is done. */
export function inProcess(module: URL, task: unknown): Promise<unknown> {
  const child = fork(new URL('./task-process.ts', import.meta.url), { serialization: 'advanced' });
  return new Promise((resolve, reject) => {
    child.once('message', (answer: ProcessAnswer) => {
      if ('given' in answer) resolve(answer.given);
      else reject(answer.thrown instanceof Error ? answer.thrown : new Error(String(answer.thrown)));
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`${module.pathname} ended without an answer.`)));
    child.send({ module: module.href, task } satisfies ThreadTask);
  });
}
