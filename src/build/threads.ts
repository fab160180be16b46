import { availableParallelism } from 'node:os';
import { Tinypool } from 'tinypool';

const youngMebibytes = 12;

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
    // What a thread makes is soon gone. More room for it than this makes hardly anything faster, and costs 100 MB a thread.
    resourceLimits: { maxYoungGenerationSizeMb: youngMebibytes },
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
