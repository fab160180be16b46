/** What lies in the content directories and is shown nowhere, counted: nothing disappears without a word. */
import type { Diagnostic } from '../../core/diagnostics.ts';

/** Things that are left out for one reason. */
export interface LeftOut {
  readonly count: number;
  /** What they are and why they are left out, in a sentence. */
  readonly message: string;
  /** The first of them, as a user would type its path. */
  readonly first: string;
}

/** Counts what is left out, by reason. */
export class LeftOutTally {
  readonly #counted = new Map<string, { count: number; message: string; first: string }>();

  add(message: string, place: string, count = 1): void {
    const known = this.#counted.get(message);
    if (known) known.count += count;
    else this.#counted.set(message, { count, message, first: place });
  }

  /** Most frequent first. */
  list(): LeftOut[] {
    return [...this.#counted.values()].sort((a, b) => b.count - a.count || (a.message < b.message ? -1 : 1));
  }
}

/** Findings that something is left out because its author wants it so. */
const rules: ReadonlySet<string> = new Set(['not-published', 'unlisted', 'repository-file', 'comment-left-out']);

/** What articles say of themselves, or of parts of them, that it is not for readers. */
export function leftOutByAuthors(diagnostics: readonly Diagnostic[]): LeftOut[] {
  const tally = new LeftOutTally();
  for (const { rule, file, line, message } of diagnostics) if (rules.has(rule)) tally.add(message, `${file}:${line}`);
  return tally.list();
}
