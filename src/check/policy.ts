/** What a site makes of findings: which severity a rule has, and what is accepted. */
import type { Diagnostic, Severity } from '../core/diagnostics.ts';

/** A finding that is accepted, and why. */
export interface Exception {
  readonly rule: string;
  /** Files, with `*` for any part of a name and `**` for any folders; all where undefined. */
  readonly files?: string | undefined;
  /** Only findings whose message has this text. */
  readonly message?: string | undefined;
  readonly reason: string;
}

export interface Policy {
  readonly severity: Readonly<Record<string, Severity | 'off'>>;
  readonly exceptions: readonly Exception[];
}

/** The findings that count, with the severity that the site gives them; and what its exceptions took away. */
export function applyPolicy(
  diagnostics: readonly Diagnostic[],
  { severity, exceptions }: Policy,
): { diagnostics: Diagnostic[]; accepted: number; unused: Exception[] } {
  const compiled = exceptions.map((exception) => ({
    exception,
    files: exception.files === undefined ? undefined : globOf(exception.files),
  }));
  const used = new Set<Exception>();
  let accepted = 0;
  const kept = diagnostics.flatMap((diagnostic) => {
    const wanted = severity[diagnostic.rule] ?? diagnostic.severity;
    if (wanted === 'off') return [];
    const match = compiled.find(
      ({ exception, files }) =>
        exception.rule === diagnostic.rule &&
        (files?.test(diagnostic.file) ?? true) &&
        (exception.message === undefined || diagnostic.message.includes(exception.message)),
    );
    if (match) {
      used.add(match.exception);
      accepted++;
      return [];
    }
    return [wanted === diagnostic.severity ? diagnostic : { ...diagnostic, severity: wanted }];
  });
  return { diagnostics: kept, accepted, unused: exceptions.filter((exception) => !used.has(exception)) };
}

/** A pattern for paths; one without a `/` is meant for names in any folder. */
export function globOf(glob: string): RegExp {
  const escaped = glob
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*\/|\*\*|\*|\?/g, (star) =>
      star === '**/' ? '(?:.*/)?' : star === '**' ? '.*' : star === '*' ? '[^/]*' : '[^/]',
    );
  return new RegExp(`(?:^|/)${escaped}$`);
}
