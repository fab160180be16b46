/**
 * The last wall against an article that takes for ever: a process that reads and renders articles notes which one it is at, and ends
 * itself when one takes too much of its processor time. What really decides are limits of characters; the time of the processor, not
 * of the clock, because a machine may be busy.
 */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

/** How much of the processor's time an article may take, in milliseconds. */
export interface Patience {
  /** However short it is. */
  readonly least: number;
  /** For each of its bytes besides. */
  readonly perByte: number;
}

/** Some times what the slowest shapes of `npm run sizes` take. */
export const usualPatience: Patience = { least: 30_000, perByte: 0.02 };

/** What the thread that watches knows of the one that works, in shared memory. */
export interface WatchedWork {
  /** Milliseconds of the process at which it is too late, 0 while nothing is at work; then the descriptor of the note. */
  readonly clock: SharedArrayBuffer;
}

/** What stands in the note of a process that has ended. */
export interface Note {
  /** Which item was at work. */
  readonly index: number;
  /** Whether it took too much time. */
  readonly late: boolean;
}

let watch: Float64Array | undefined;

/**
 * Works on items one by one, and notes which one is at work.
 *
 * @param note path of a file that does not exist yet
 * @param least milliseconds that each item may take
 * @param sizeOf bytes of an item, for which it may take longer
 */
export function watched<Item, Result>(
  items: readonly Item[],
  { note, patience }: { note: string; patience: Patience },
  sizeOf: (item: Item) => number,
  work: (item: Item) => Result,
): Result[] {
  watch ??= startWatching();
  const file = openSync(note, 'wx');
  watch[1] = file;
  try {
    return items.map((item, index) => {
      writeSync(file, index.toString().padStart(indexLength), 0);
      if (watch) watch[0] = processorTime() + patience.least + sizeOf(item) * patience.perByte;
      return work(item);
    });
  } finally {
    watch[0] = 0;
    closeSync(file);
  }
}

function startWatching(): Float64Array {
  const clock = new SharedArrayBuffer(16);
  const workerData: WatchedWork = { clock };
  new Worker(new URL('./time-limit-thread.ts', import.meta.url), { workerData }).unref();
  return new Float64Array(clock);
}

const indexLength = 8;
const lateMark = 'late';

/** Says in a note that what is at work takes too long. */
export function noteLate(file: number): void {
  writeSync(file, lateMark, indexLength);
}

/** What a process has noted before it ended; undefined where it never began. */
export function readNote(note: string): Note | undefined {
  let text: string;
  try {
    text = readFileSync(note, 'utf8');
  } catch {
    return undefined;
  }
  if (text.length < indexLength) return undefined;
  return { index: Number(text.slice(0, indexLength)), late: text.endsWith(lateMark) };
}

/** Milliseconds that all threads of this process have been at work. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
