/** The project's commands, run as a user runs them, and ended when it suits nobody. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { countMark } from './kill-mark.ts';

/** When a command is killed: right before its nth change to the disk, or after some time. */
export type KillPoint =
  { readonly kind: 'change'; readonly number: number } | { readonly kind: 'time'; readonly milliseconds: number };

/** How a command ended. */
export interface Ended {
  /** Exit code; undefined where the command was killed. */
  readonly code: number | undefined;
  /** All that it said, on both streams. */
  readonly text: string;
  readonly milliseconds: number;
}

/**
 * Runs a command in the project's folder.
 *
 * @param words what stands behind `node`: a script of the project and its options
 */
export function run(project: string, words: readonly string[], point?: KillPoint): Promise<Ended> {
  const started = performance.now();
  const preload = ['--import', join(import.meta.dirname, 'kill-preload.ts')];
  const env = { ...process.env, NO_COLOR: '1', NODE_ENV: undefined, VITEST: undefined };
  const killAt = point?.kind === 'change' ? point.number : 0;
  const child = spawn(process.execPath, [...preload, ...words], {
    cwd: project,
    env: { ...env, LANGUEDOCS_KILL_AT: String(killAt) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (said: string) => (text += said));
  const timer = point?.kind === 'time' ? setTimeout(() => child.kill('SIGKILL'), point.milliseconds) : undefined;
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code: code ?? undefined, text, milliseconds: performance.now() - started });
    });
  });
}

/** How many changes to the disk a command made that was not killed. */
export function changesOf({ text }: Ended): number {
  const at = text.lastIndexOf(countMark);
  return at === -1 ? 0 : Number.parseInt(text.slice(at + countMark.length), 10);
}
