/** Numbers of the benchmark: what was measured in each round, and what is said of it. */

/** What one build took. */
export interface Measurement {
  /** Wall-clock time in seconds. */
  readonly wallSeconds: number;
  /** CPU time in seconds, user and system, of the process and all its children. */
  readonly cpuSeconds: number;
  /** Most memory that was resident at one time in all its processes together, in MiB; undefined where it cannot be known. */
  readonly peakMebibytes?: number;
}

/** Medians of the rounds of one kind of build. */
export interface Summary extends Measurement {
  /** How many builds the medians are of. */
  readonly rounds: number;
}

/** One build's medians as multiples of another's: 0.5 is half. */
export interface Ratios {
  readonly wall: number;
  readonly cpu: number;
  readonly memory?: number;
}

/** The middle value, or the mean of the two in the middle; undefined of nothing. */
export function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? undefined : (lower + upper) / 2;
}

/** Medians of each quantity by itself; undefined where nothing was measured. */
export function summarize(measurements: readonly Measurement[]): Summary | undefined {
  const wallSeconds = median(measurements.map((measurement) => measurement.wallSeconds));
  const cpuSeconds = median(measurements.map((measurement) => measurement.cpuSeconds));
  if (wallSeconds === undefined || cpuSeconds === undefined) return undefined;
  const peakMebibytes = median(measurements.flatMap((measurement) => measurement.peakMebibytes ?? []));
  return {
    wallSeconds,
    cpuSeconds,
    ...(peakMebibytes === undefined ? {} : { peakMebibytes }),
    rounds: measurements.length,
  };
}

/** How many times as much `one` takes as `other`. */
export function ratios(one: Measurement, other: Measurement): Ratios {
  return {
    wall: one.wallSeconds / other.wallSeconds,
    cpu: one.cpuSeconds / other.cpuSeconds,
    ...(one.peakMebibytes === undefined || other.peakMebibytes === undefined
      ? {}
      : { memory: one.peakMebibytes / other.peakMebibytes }),
  };
}

/** The steps of one build, done one after another, as one: times add up, memory does not. */
export function total(steps: readonly Measurement[]): Measurement {
  const sum = (of: (step: Measurement) => number): number => steps.reduce((result, step) => result + of(step), 0);
  const peaks = steps.flatMap((step) => step.peakMebibytes ?? []);
  return {
    wallSeconds: sum((step) => step.wallSeconds),
    cpuSeconds: sum((step) => step.cpuSeconds),
    ...(peaks.length < steps.length || peaks.length === 0 ? {} : { peakMebibytes: Math.max(...peaks) }),
  };
}

/** Items in another order each round, so that none always has the machine as the same other one leaves it. */
export function rotate<Item>(items: readonly Item[], round: number): Item[] {
  const at = items.length === 0 ? 0 : round % items.length;
  return [...items.slice(at), ...items.slice(0, at)];
}

/** Rows below a heading in columns; the first column is words, the others are numbers. */
export function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [heading, ...rows];
  const widths = heading.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  return all
    .map((row) =>
      widths
        .map((width, column) => (column === 0 ? (row[0] ?? '').padEnd(width) : (row[column] ?? '').padStart(width)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
