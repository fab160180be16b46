/** Damaged and hostile articles, as many as there is time for. */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FuzzFailure, FuzzNews, FuzzOrder } from './fuzz-worker.ts';

export interface FuzzReport {
  /** Damaged articles. */
  readonly files: number;
  /** Pages of hostile articles. */
  readonly hostile: number;
  /** Threads that did not come back from an article, by their seed and the number of the article. */
  readonly hangs: readonly { readonly seed: number; readonly number: number }[];
  readonly failed: readonly {
    readonly path: string;
    readonly text: string;
    readonly failures: readonly FuzzFailure[];
  }[];
}

/** In milliseconds; an article takes some of them. */
const tooLong = 60_000;

export async function fuzz(
  articles: FuzzOrder['articles'],
  milliseconds: number,
  seed: number,
  progress: (done: number) => void,
): Promise<FuzzReport> {
  const failed: FuzzReport['failed'][number][] = [];
  const hangs: FuzzReport['hangs'][number][] = [];
  const folder = mkdtempSync(join(tmpdir(), 'languedocs-fuzz-'));
  let [files, hostile] = [0, 0];
  const end = performance.now() + milliseconds;
  const thread = async (own: number): Promise<void> => {
    const begun = new SharedArrayBuffer(4);
    const workerData: FuzzOrder = { seed: own, begun, articles, folder };
    const worker = new Worker(new URL('./fuzz-worker.ts', import.meta.url), { workerData });
    worker.on('message', (news: FuzzNews) => {
      if (news.kind === 'failed') failed.push(news);
      else {
        hostile += news.hostile;
        progress((files += news.damaged));
      }
    });
    let [last, since] = [0, performance.now()];
    await new Promise<void>((resolve, reject) => {
      worker.on('error', reject);
      const watch = setInterval(() => {
        const [now, number] = [performance.now(), Atomics.load(new Int32Array(begun), 0)];
        if (number !== last) [last, since] = [number, now];
        const isStuck = now - since > tooLong;
        if (isStuck) hangs.push({ seed: own, number });
        if (!isStuck && now < end) return;
        clearInterval(watch);
        resolve();
      }, 500);
    });
    await worker.terminate();
  };
  await Promise.all(Array.from({ length: availableParallelism() }, (_each, index) => thread(seed * 1000 + index)));
  rmSync(folder, { recursive: true, force: true });
  return { files, hostile, hangs, failed };
}
