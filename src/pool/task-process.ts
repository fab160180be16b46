/** A process that runs the default function of a module once, and answers with what it gives or throws. */
import type { ThreadTask } from './task-thread.ts';

/** What the process answers. */
export type ProcessAnswer = { readonly given: unknown } | { readonly thrown: unknown };

// Nobody waits for it any more when the process that wanted it is gone.
process.once('disconnect', () => process.exit());
process.once('message', ({ module, task }: ThreadTask) => {
  void answer(module, task).then((answered) => process.send?.(answered, () => process.exit()));
});

async function answer(module: string, task: unknown): Promise<ProcessAnswer> {
  try {
    const { default: run } = (await import(module)) as { default: (task: unknown) => unknown };
    return { given: await run(task) };
  } catch (error) {
    return { thrown: error };
  }
}
