/** How the time that the pipeline takes for an article grows with the article. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Shape } from './shapes.ts';
import { runStages, type Specimen, type StageName } from './stages.ts';

/** How many times as large as the smallest the largest article is. */
export const scale = 8;

/** Below this a time says more about the machine than about the article; in milliseconds. */
const floor = 100;

/** Times as long for eight times the size. Sorting and the collection of garbage take some more than eight. */
const most = 12;

/** Whatever else a machine does can make one measurement slow, but not every one of so many. */
const attempts = 6;

export interface Growth {
  /** Milliseconds of the processor for the smallest and the largest article, all stages. */
  readonly milliseconds: readonly [smallest: number, largest: number];
  /** Stages that grow faster than the article, each with how many times as long it takes for the largest. */
  readonly faster: readonly { readonly stage: StageName; readonly ratio: number }[];
}

type Times = ReadonlyMap<StageName, number>;

/**
 * Measures one shape, the smallest with `count` of its thing. A stage grows too fast only where each of several measurements says so:
 * what disturbs a measurement makes it longer, never shorter. It has to grow too fast from twice that size on, too: memory that is
 * first collected somewhere between two sizes costs a step once, a stage that is slower than linear at every size.
 */
export function growthOf(shape: Shape, count: number): Growth {
  const growth = growthFrom(shape, count);
  if (growth.faster.length === 0) return growth;
  const beyond = growthFrom(shape, 2 * count);
  return {
    ...growth,
    faster: growth.faster.filter(({ stage }) => beyond.faster.some((other) => other.stage === stage)),
  };
}

function growthFrom(shape: Shape, count: number): Growth {
  let largest = timesOf(shape(count * scale));
  let smallest: Times | undefined;
  let faster = new Map<StageName, number>();
  for (const [stage, time] of largest) if (time > floor) faster.set(stage, Infinity);
  for (let attempt = 0; attempt < attempts && faster.size > 0; attempt++) {
    if (attempt > 0) largest = timesOf(shape(count * scale));
    smallest = timesOf(shape(count));
    const ratios = new Map<StageName, number>();
    for (const [stage, ratio] of faster) {
      const own = (largest.get(stage) ?? 0) / Math.max(smallest.get(stage) ?? 0, floor / most);
      if (own > most) ratios.set(stage, Math.min(own, ratio));
    }
    faster = ratios;
  }
  return {
    milliseconds: [sumOf(smallest ?? timesOf(shape(count))), sumOf(largest)],
    faster: [...faster].map(([stage, ratio]) => ({ stage, ratio })),
  };
}

function sumOf(times: Times): number {
  return times.values().reduce((sum, time) => sum + time, 0);
}

/** Milliseconds of the processor for each stage: those of the clock would tell what else the machine does. */
function timesOf(specimen: Specimen): Times {
  const times = new Map<StageName, number>();
  runStages(specimen, (stage, work) => {
    // Otherwise a stage would pay for what those before it have left.
    collect();
    const started = processorTime();
    try {
      return work();
    } catch (error) {
      // Nested deeper than the stack: a build says so and shows the article as plain text.
      if (!(error instanceof RangeError)) throw error;
      return undefined;
    } finally {
      times.set(stage, processorTime() - started);
    }
  });
  return times;
}

/** Milliseconds that this thread has been at work; that of the whole process, with its helpers, before Node 23.9. */
export function processorTime(): number {
  const clocks: { cpuUsage(): NodeJS.CpuUsage; threadCpuUsage?(): NodeJS.CpuUsage } = process;
  const { user, system } = clocks.threadCpuUsage?.() ?? clocks.cpuUsage();
  return (user + system) / 1000;
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
