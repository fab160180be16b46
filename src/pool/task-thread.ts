/** A thread that runs the default function of a module once, and answers with what it gives. */
import { parentPort, workerData } from 'node:worker_threads';

/** What the thread is started with. */
export interface ThreadTask {
  /** Address of the module. */
  readonly module: string;
  /** What its function is given. */
  readonly task: unknown;
}

const { module, task } = workerData as ThreadTask;
const { default: run } = (await import(module)) as { default: (task: unknown) => unknown };
parentPort?.postMessage(await run(task));
