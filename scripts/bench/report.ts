/** What the benchmark says at the end: a table for people and values for a file. */
import { type Measurement, type Ratios, ratios, type Summary, summarize, table } from './statistics.ts';

/** One kind of build, with what all its rounds took. */
export interface Contender {
  /** `languedocs cold` */
  readonly name: string;
  readonly measurements: readonly Measurement[];
  /** HTML files in the finished site. */
  readonly pages?: number;
  /** Why rounds are missing, in words: `stopped after 360 s`. */
  readonly trouble?: string;
}

/** What was measured and what it means. */
export interface Result {
  readonly name: string;
  readonly pages?: number;
  readonly trouble?: string;
  readonly median?: Summary;
  /** The medians as multiples of those of the contenders named. */
  readonly ratios: Readonly<Record<string, Ratios>>;
  readonly rounds: readonly Measurement[];
}

/** Medians of all contenders, each compared with those of `references` that are not itself and were measured. */
export function results(contenders: readonly Contender[], references: readonly string[]): Result[] {
  const medians = new Map(contenders.map(({ name, measurements }) => [name, summarize(measurements)]));
  return contenders.map(({ name, measurements, pages, trouble }) => {
    const own = medians.get(name);
    const compared = references.flatMap((reference) => {
      const other = medians.get(reference);
      return reference === name || own === undefined || other === undefined
        ? []
        : [[reference, ratios(own, other)] as const];
    });
    return {
      name,
      ...(pages === undefined ? {} : { pages }),
      ...(trouble === undefined ? {} : { trouble }),
      ...(own === undefined ? {} : { median: own }),
      ratios: Object.fromEntries(compared),
      rounds: measurements,
    };
  });
}

/** Medians and wall-time ratios in columns, then what went wrong. */
export function resultText(found: readonly Result[], references: readonly string[]): string {
  const heading = ['', 'wall s', 'CPU s', 'peak MiB', 'pages', ...references.map((name) => `× ${name}`)];
  const rows = found.map(({ name, median, pages, ratios: compared }) => [
    name,
    median?.wallSeconds.toFixed(1) ?? '–',
    median?.cpuSeconds.toFixed(1) ?? '–',
    median?.peakMebibytes?.toFixed(0) ?? '–',
    pages === undefined ? '–' : String(pages),
    ...references.map((reference) => compared[reference]?.wall.toFixed(2) ?? '–'),
  ]);
  const troubles = found.flatMap(({ name, trouble }) => (trouble === undefined ? [] : [`${name}: ${trouble}`]));
  return [table(heading, rows), ...troubles].join('\n');
}
