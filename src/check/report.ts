/** What a check finds out about one file, and keeps. */
import type { Finding } from '../core/diagnostics.ts';

/** A finding at lines and columns, both from 1, columns in UTF-16 code units. */
export interface Placed extends Omit<Finding, 'start' | 'end'> {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A bold name of the original with its translation, and where that stands. */
export interface Label {
  readonly source: string;
  readonly target: string;
  /** The sentence without markup. */
  readonly sentence: string;
  readonly unit: string;
  /** Line, column, end line, end column. */
  readonly place: readonly [number, number, number, number];
}

/** A number, link or piece of code of the original that a sentence lacks. */
export interface Lack {
  readonly unit: string;
  readonly what: string;
  readonly place: readonly [number, number, number, number];
}

/** What is known of one file. JSON. */
export interface Report {
  readonly findings: readonly Placed[];
  readonly labels: readonly Label[];
  /** Originals of the units that hold something that can be lost, by unit number. */
  readonly originals: Readonly<Record<string, string>>;
  readonly lacks: readonly Lack[];
  /** False where a rule failed: such a report says so, and is not kept. */
  readonly isComplete: boolean;
}
