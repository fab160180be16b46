/** Tries damaged and hostile articles in a thread of its own, which can be ended where one of them takes for ever. */
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { tryHostile } from './hostile-outputs.ts';
import { mutate } from './mutate.ts';
import { pick, seededRandom } from './random.ts';
import { tryArticle } from './try-article.ts';

export interface FuzzOrder {
  readonly seed: number;
  /** One number, written before each article: how many have been begun. With the seed it names the article at work. */
  readonly begun: SharedArrayBuffer;
  readonly articles: readonly { readonly path: string; readonly text: string }[];
  /** Folder for hostile articles. */
  readonly folder: string;
}

/** What is wrong with an article: by which rule, or in which output of the site. */
export interface FuzzFailure {
  readonly oracle: string;
  readonly what: string;
}

export type FuzzNews =
  | { readonly kind: 'failed'; readonly path: string; readonly text: string; readonly failures: readonly FuzzFailure[] }
  /** Numbers of damaged articles and of pages of hostile ones. */
  | { readonly kind: 'done'; readonly damaged: number; readonly hostile: number };

const { seed, begun, articles, folder } = workerData as FuzzOrder;
const beginning = new Int32Array(begun);
const random = seededRandom(seed);
const own = mkdtempSync(join(folder, 'hostile-'));
const tell = (news: FuzzNews) => parentPort?.postMessage(news);
/** Damaged articles for some hostile ones: about as much work. */
const perMessage = 20;

for (let count = 1; ; count++) {
  const { path, text: whole } = pick(articles, random);
  const text = mutate(whole, random);
  Atomics.store(beginning, 0, count);
  const failures = tryArticle(path, text);
  if (failures.length > 0) tell({ kind: 'failed', path, text, failures });
  if (count % perMessage === 0) {
    const hostile = tryHostile(own, random);
    for (const { escapes, ...article } of hostile.failures) {
      tell({
        kind: 'failed',
        ...article,
        failures: escapes.map(({ output, what }) => ({ oracle: output.replace(/[ /].*/, ''), what })),
      });
    }
    tell({ kind: 'done', damaged: perMessage, hostile: hostile.pages });
    // Lets messages go.
    await new Promise((resolve) => setImmediate(resolve));
  }
}
