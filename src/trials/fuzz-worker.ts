/** Tries mutated articles in a thread of its own, which can be ended where one of them takes for ever. */
import { parentPort, workerData } from 'node:worker_threads';
import { mutate } from './mutate.ts';
import { pick, seededRandom } from './random.ts';
import { type Failure, tryArticle } from './try-article.ts';

export interface FuzzOrder {
  readonly seed: number;
  /** One number, written before each article: how many have been begun. With the seed it names the article at work. */
  readonly begun: SharedArrayBuffer;
  readonly articles: readonly { readonly path: string; readonly text: string }[];
}

export type FuzzNews =
  | { readonly kind: 'failed'; readonly path: string; readonly text: string; readonly failures: readonly Failure[] }
  | { readonly kind: 'done'; readonly count: number };

const { seed, begun, articles } = workerData as FuzzOrder;
const beginning = new Int32Array(begun);
const random = seededRandom(seed);
const tell = (news: FuzzNews) => parentPort?.postMessage(news);
const perMessage = 50;

for (let count = 1; ; count++) {
  const { path, text: whole } = pick(articles, random);
  const text = mutate(whole, random);
  Atomics.store(beginning, 0, count);
  const failures = tryArticle(path, text);
  if (failures.length > 0) tell({ kind: 'failed', path, text, failures });
  if (count % perMessage === 0) {
    tell({ kind: 'done', count: perMessage });
    // Lets messages go.
    await new Promise((resolve) => setImmediate(resolve));
  }
}
