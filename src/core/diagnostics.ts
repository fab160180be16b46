/** Trouble as a value: found anywhere, carried along, shown at the rim. */

export type Severity = 'error' | 'warning' | 'info';

export interface Diagnostic {
  /** Permanent name of the rule, kebab case. */
  readonly rule: string;
  readonly severity: Severity;
  /** Path of the file as a user would type it. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** What is wrong, and what was expected. */
  readonly message: string;
  /** What to do next. */
  readonly hint?: string;
  /** Unit number of the sentence it is about, `103`. */
  readonly segment?: string;
  /** The safe repair: what `npm run fix` writes in place of the span. */
  readonly fix?: Replacement;
  /** Number of places that this one finding stands for, of which it shows the first; one where undefined. */
  readonly places?: number;
}

/** The place of what is said of a file as a whole: its beginning. */
export const wholeFile = { line: 1, column: 1, endLine: 1, endColumn: 1 } as const;

/** Text that takes the place of a span. */
export interface Replacement {
  readonly text: string;
}

/** Line and column of offsets in one text, both from 1, columns in UTF-16 code units. */
export class LineIndex {
  readonly #starts: number[] = [0];

  constructor(text: string) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  position(offset: number): { line: number; column: number } {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }
}

/** A finding before it has a place in lines and columns: what rules and stages make. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** Offsets in the file. */
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly hint?: string;
  readonly segment?: string;
  readonly fix?: Replacement;
}

/** Places findings in the file they belong to. */
export function diagnose(file: string, text: string, findings: readonly Finding[]): Diagnostic[] {
  if (findings.length === 0) return [];
  const lines = new LineIndex(text);
  return findings.map(({ start, end, ...rest }) => {
    const from = lines.position(start);
    const to = lines.position(end);
    return { ...rest, file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  });
}

/** Order of output: by file, then by place, then by rule. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.rule, b.rule);
}

/** Code unit order: the same on every machine, unlike a locale's collation. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
