import { availableParallelism } from 'node:os';
import { Tinypool } from 'tinypool';

/**
 * Threads that run the functions of a module, as many as there are processors where nothing else is said.
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
    minThreads: count,
    maxThreads: count,
    concurrentTasksPerWorker: tasksAtOnce,
    workerData,
  });
}

/** Runs a module's default function in a thread of its own. */
export async function inThread<Result>(module: URL, task: unknown): Promise<Result> {
  const thread = openThreads(module, undefined, { count: 1 });
  try {
    return (await thread.run(task)) as Result;
  } finally {
    await thread.destroy();
  }
}
