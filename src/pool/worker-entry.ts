/** Runs in every worker of a pool: calls the functions of the worker's module that are asked for, and answers. */
import { parentPort } from 'node:worker_threads';
import type { Answer, Request, Start } from './messages.ts';

type WorkerModule = Readonly<Record<string, ((value: unknown) => unknown) | undefined>>;

let loaded: Promise<WorkerModule> | undefined;

function receive(message: Start | Request): void {
  if ('module' in message) {
    loaded = load(message);
    // Each request reports it.
    loaded.catch(() => undefined);
  } else void answer(message).then(send);
}

async function load({ module, data }: Start): Promise<WorkerModule> {
  // What a module exports is known to the types of the pool that opened this worker, not to the import.
  const functions = (await import(module)) as WorkerModule;
  await functions['setUp']?.(data);
  return functions;
}

async function answer({ id, name, task }: Request): Promise<Answer> {
  try {
    const run = (await loaded)?.[name];
    if (!run) throw new Error(`The worker module has no function \`${name}\`.`);
    return { id, result: await run(task) };
  } catch (error) {
    return { id, error };
  }
}

function send(answered: Answer): void {
  try {
    post(answered);
  } catch (error) {
    // Neither functions nor streams can be sent, wherever they are in a result or an error.
    const reason = 'error' in answered && answered.error instanceof Error ? answered.error.message : String(error);
    post({ id: answered.id, error: new Error(reason) });
  }
}

function post(answered: Answer): void {
  if (parentPort) parentPort.postMessage(answered);
  else process.send?.(answered);
}

if (parentPort) parentPort.on('message', receive);
else {
  process.on('message', receive);
  // The process that waits for the answers is gone.
  process.once('disconnect', () => process.exit());
}
