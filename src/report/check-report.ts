/** What `npm run check` says to people. */
import { compareText, type Diagnostic, type Severity } from '../core/diagnostics.ts';
import { codeFrame } from './code-frame.ts';
import { countDiagnostics, tints } from './build-report.ts';
import { color, styled, type Styled, type Text } from './styled.ts';
import { tableLines } from './table.ts';

export interface CheckReport {
  /** Findings that are shown, in order. */
  readonly diagnostics: readonly Diagnostic[];
  /** Findings of rules that are off by default, by rule. */
  readonly hidden: ReadonlyMap<string, number>;
  /** Findings that exceptions of the configuration accept. */
  readonly accepted: number;
  /** Locale of a file, empty where nobody knows it. */
  readonly localeOf: (file: string) => string;
  /** What to type to see the repairs of the same articles. */
  readonly fixCommand: string;
  /** Text of a file; undefined where it cannot be read. */
  readonly textOf: (file: string) => string | undefined;
}

const order: readonly Severity[] = ['error', 'warning', 'info'];

/** At most `limit` findings of a rule, errors first, each with its line; then tables of rules and locales. */
export function* checkText(report: CheckReport, limit: number): Generator<Text> {
  const { diagnostics, hidden, accepted } = report;
  const byRule = Map.groupBy(diagnostics, ({ rule }) => rule);
  const rules = [...byRule].sort(
    ([a, [first]], [b, [second]]) => severityRank(first) - severityRank(second) || compareText(a, b),
  );
  let texts: { file: string; lines: string[] | undefined } | undefined;
  for (const [rule, found] of rules) {
    // Findings that stand for many places are summaries themselves, and all shown.
    const kept = found.filter(({ places }, index) => index < limit || places !== undefined);
    for (const diagnostic of kept) {
      if (texts?.file !== diagnostic.file)
        texts = { file: diagnostic.file, lines: report.textOf(diagnostic.file)?.split('\n') };
      yield* shown(diagnostic, texts.lines?.[diagnostic.line - 1]);
    }
    if (found.length > kept.length)
      yield* [color.dim(`… and ${found.length - kept.length} more of ${rule} (--limit ${found.length})`), ''];
  }
  if (diagnostics.length > 0) yield* table(rules, report);
  const count = countDiagnostics(diagnostics);
  const more = [...hidden.values()].reduce((sum, number) => sum + number, 0);
  if (more > 0) {
    const names = [...hidden].map(([rule, number]) => `${rule} ${number}`).join(', ');
    yield color.dim(`Not shown, being off by default (--rule NAME shows them): ${names}.`);
  }
  if (accepted > 0) yield color.dim(`Accepted by exceptions in astro.config.mjs: ${accepted}.`);
  const fixable = diagnostics.filter(({ fix }) => fix !== undefined).length;
  if (fixable > 0) yield `${fixable} of them can be mended: \`${report.fixCommand}\` shows how.`;
  yield count === '' ? color.green('Nothing to complain about.') : `${count}.`;
}

function severityRank(diagnostic: Diagnostic | undefined): number {
  return order.indexOf(diagnostic?.severity ?? 'info');
}

function* shown(
  { severity, rule, file, message, hint, ...place }: Diagnostic,
  line: string | undefined,
): Generator<Text> {
  const tint = tints[severity];
  yield styled`${tint(color.bold(severity))} ${color.bold(rule)} ${file}:${place.line}:${place.column}`;
  const isWhole = place.line === 1 && place.endLine === 1 && place.endColumn === 1;
  if (line !== undefined && line.trim() !== '' && !isWhole)
    for (const row of codeFrame(line, place, tint)) yield styled`  ${row}`;
  yield `  ${message}`;
  if (hint !== undefined) yield color.dim(`  ${hint}`);
  yield '';
}

/** A row a rule, a column a locale. */
function* table(
  rules: readonly (readonly [string, readonly Diagnostic[]])[],
  { localeOf }: CheckReport,
): Generator<Styled> {
  const locales = [...new Set(rules.flatMap(([, found]) => found.map(({ file }) => localeOf(file))))].sort(compareText);
  const columns = locales.length > 12 ? [] : locales;
  const head = ['rule', 'severity', ...columns.map((locale) => (locale === '' ? '–' : locale)), 'all'];
  const body = rules.map(([rule, found]) => [
    rule,
    found[0]?.severity ?? '',
    ...columns.map((locale) => String(found.filter(({ file }) => localeOf(file) === locale).length || '')),
    String(found.length),
  ]);
  yield* tableLines([head, ...body]);
  // Too many to stand beside each other: one below the other.
  if (columns.length === 0) {
    const counts = Map.groupBy(
      rules.flatMap(([, found]) => found),
      ({ file }) => localeOf(file),
    );
    yield* tableLines([
      ['locale', 'all'],
      ...locales.map((locale) => [locale === '' ? '–' : locale, String(counts.get(locale)?.length ?? 0)]),
    ]);
  }
}
