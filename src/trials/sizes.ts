/** How the time that the pipeline takes for an article grows with the article. */
import { inspect } from '../check/inspect.ts';
import { factsOf, normalize } from '../pipeline/normalize/normalize.ts';
import { parseManuscript } from '../pipeline/parse/manuscript.ts';
import { render } from '../pipeline/render/render.ts';
import { mendText } from '../pipeline/repairs/mend-file.ts';
import { fileOf } from './shapes.ts';
import { nowhere, sourceOf } from './try-article.ts';

/** Eight times the size, in three doublings. */
export const sizes = [1, 2, 4, 8] as const;

/** Stages whose times are told apart. */
const stages = ['read', 'render', 'check', 'fix'] as const;

/** Below this a time says more about the machine than about the article; in milliseconds. */
const floor = 100;

/** Times as long for eight times the size. Sorting and the collection of garbage take some more than eight. */
const most = 12;

export interface Growth {
  /** Milliseconds of the processor at each of the sizes, all stages. */
  readonly milliseconds: readonly number[];
  /** How many times as long the largest takes as the smallest. */
  readonly ratio: number;
  /** Stages that clearly grow faster than the article. */
  readonly faster: readonly string[];
}

/** Measures one shape, the smallest with `count` of its thing; of several runs the fastest counts. */
export function growthOf(shape: string, count: number): Growth {
  // The first run pays for the compiler.
  timesOf(fileOf(shape, count));
  const times = sizes.map((size) => fastest(fileOf(shape, count * size), size < 4 ? 2 : 1));
  const [first, last] = [times[0] ?? [], times.at(-1) ?? []];
  const ratioOf = (before: number, after: number) => after / Math.max(before, floor / most);
  const sum = (stagesTaken: readonly number[]) => stagesTaken.reduce((a, b) => a + b, 0);
  return {
    milliseconds: times.map(sum),
    ratio: ratioOf(sum(first), sum(last)),
    faster: stages.filter((_stage, index) => ratioOf(first[index] ?? 0, last[index] ?? 0) > most),
  };
}

function fastest(text: string, runs: number): number[] {
  let best: number[] = stages.map(() => Infinity);
  for (let run = 0; run < runs; run++) best = timesOf(text).map((time, index) => Math.min(time, best[index] ?? time));
  return best;
}

/** Milliseconds of the processor for each stage: those of the clock would tell what else the machine does. */
function timesOf(text: string): number[] {
  const file = sourceOf('fr-FR/a.md', text);
  const read = () => {
    const { manuscript } = parseManuscript(file, 'target', 'en-US');
    if (!manuscript) return undefined;
    const normalized = normalize(manuscript);
    return { normalized, article: factsOf(manuscript, normalized, file.path) };
  };
  const [known, reading] = timed(read);
  const [, rendering] = timed(() => {
    if (!known) return;
    const headingIds = known.article.anchors.filter(({ depth }) => depth > 0).map(({ id }) => id);
    render(known.normalized, { ...nowhere, title: known.article.title, headingIds, isSource: false });
  });
  const [, checking] = timed(() => inspect(file, { sourceLocale: 'en-US', terms: ['Nimbus Portal'] }));
  const [, mending] = timed(() => mendText(file, 'en-US'));
  return [reading, rendering, checking, mending];
}

function timed<Result>(work: () => Result): [result: Result | undefined, milliseconds: number] {
  const started = process.cpuUsage();
  let result: Result | undefined;
  try {
    result = work();
  } catch (error) {
    // Nested deeper than the stack: a build says so and shows the article as plain text.
    if (!(error instanceof RangeError)) throw error;
  }
  const { user, system } = process.cpuUsage(started);
  return [result, (user + system) / 1000];
}
