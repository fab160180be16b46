/** The two kinds of workers: threads and processes. */
import { fork } from 'node:child_process';
import { Worker } from 'node:worker_threads';
import type { Answer, Request, Start } from './messages.ts';

/** Where the tasks of a pool run: in threads, which share memory and open files, or in processes, whose memory the system gets back. */
export type WorkerKind = 'thread' | 'process';

/** A running worker. Messages arrive in the order in which they are sent, even while the worker is still starting. */
export interface RunningWorker {
  readonly send: (message: Start | Request) => void;
  /** Keeps this process alive while the worker runs, or no longer does. */
  readonly keepAlive: (alive: boolean) => void;
  /** @param isBusy whether it has a task, which is then cut off */
  readonly end: (isBusy: boolean) => Promise<void>;
}

/** What a pool wants to know of a worker. */
export interface WorkerEvents {
  readonly onAnswer: (answer: Answer) => void;
  /** The worker has ended; called once. */
  readonly onEnd: (reason: string, cause?: Error) => void;
}

/**
 * Megabytes of one of the three parts of the memory in which new objects begin. They are soon gone: more room makes hardly anything
 * faster, and costs 100 MB a worker.
 */
const semiSpace = 4;
/** Megabytes for all other objects: enough for the longest article that is allowed. With less room V8 collects garbage earlier. */
const oldSpace = 1024;

const entry = new URL('./worker-entry.ts', import.meta.url);

/** @param limited whether the worker's heap has the limits of this module, or those of Node */
export function startWorker(kind: WorkerKind, limited: boolean, events: WorkerEvents): RunningWorker {
  return kind === 'thread' ? startThread(limited, events) : startProcess(limited, events);
}

function startThread(limited: boolean, { onAnswer, onEnd }: WorkerEvents): RunningWorker {
  const resourceLimits = { maxYoungGenerationSizeMb: 3 * semiSpace, maxOldGenerationSizeMb: oldSpace };
  const thread = new Worker(entry, limited ? { resourceLimits } : {});
  let failure: Error | undefined;
  thread.on('message', onAnswer);
  thread.on('error', (error: Error) => (failure = error));
  thread.on('exit', (code) => onEnd(failure?.message ?? `it exited with code ${code}`, failure));
  return {
    send: (message) => thread.postMessage(message),
    keepAlive: (alive) => (alive ? thread.ref() : thread.unref()),
    end: () => thread.terminate().then(() => undefined),
  };
}

function startProcess(limited: boolean, { onAnswer, onEnd }: WorkerEvents): RunningWorker {
  const child = fork(entry, {
    serialization: 'advanced',
    ...(limited ? { execArgv: [`--max-semi-space-size=${semiSpace}`, `--max-old-space-size=${oldSpace}`] } : {}),
  });
  const ended = new Promise<void>((resolve) => {
    const end = (reason: string, cause?: Error): void => {
      onEnd(reason, cause);
      resolve();
    };
    child.once('exit', (code, signal) => end(signal === null ? `it exited with code ${code}` : `${signal} ended it`));
    // A process that does not start never exits. What cannot be sent to one that has ended is reported by its exit.
    child.on('error', (error: Error) => {
      if (child.pid === undefined) end(error.message, error);
    });
  });
  child.on('message', onAnswer);
  return {
    send: (message) => child.send(message),
    keepAlive(alive) {
      const [how, channel] = [alive ? 'ref' : 'unref', child.channel] as const;
      child[how]();
      channel?.[how]();
    },
    end(isBusy) {
      child.ref();
      // One that ends by itself keeps what Node has compiled for the next command.
      if (isBusy) child.kill('SIGKILL');
      else if (child.connected) child.disconnect();
      return ended;
    },
  };
}
