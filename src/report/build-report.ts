/** Words to the person at the terminal: progress that overwrites itself there, plain lines anywhere else. */
import type { Diagnostic } from '../core/diagnostics.ts';
import type { LeftOut } from '../pipeline/files/left-out.ts';
import { escapeControls } from '../core/escape-controls.ts';
import { stderr } from './output.ts';
import { color, styled, type Text } from './styled.ts';

const perSecond = 10;
const mebibyte = 1024 * 1024;

/** What a stage took. */
interface Timing {
  readonly stage: string;
  readonly wallSeconds: number;
  /** Of this process and its threads; not of those that read and render articles, compile templates or run Pagefind. */
  readonly cpuSeconds: number;
  /** Memory that this process held at the end of the stage. */
  readonly mebibytes: number;
}

/** Shows how far long work has come. */
export class Reporter {
  #stage: string | undefined;
  #started = 0;
  #shown = 0;
  #count = '';
  #cpu = process.cpuUsage();
  readonly #timings: Timing[] = [];

  /** Tells that `done` of `total` are done; a new `stage` ends the one before. `total` 0 means that nobody knows it. */
  progress(stage: string, done = 0, total = 0): void {
    const now = performance.now();
    if (stage !== this.#stage) {
      this.end();
      this.#stage = stage;
      this.#started = now;
      this.#cpu = process.cpuUsage();
      this.#shown = 0;
    }
    this.#count = total > 0 ? ` ${done}/${total}` : '';
    if (!stderr.isTerminal || now - this.#shown < 1000 / perSecond) return;
    this.#shown = now;
    stderr.overwrite(styled`${color.cyan('›')} ${stage}${this.#count}`);
  }

  /** Ends the running stage with a line of its own. */
  end(): void {
    if (this.#stage === undefined) return;
    const wallSeconds = (performance.now() - this.#started) / 1000;
    const seconds = wallSeconds.toFixed(1);
    const { user, system } = process.cpuUsage(this.#cpu);
    const mebibytes = process.memoryUsage.rss() / mebibyte;
    this.#timings.push({ stage: this.#stage, wallSeconds, cpuSeconds: (user + system) / 1e6, mebibytes });
    const total = this.#count.replace(/^ .*\//, ' ');
    stderr.overwritten(styled`${color.green('✓')} ${this.#stage}${total} ${color.dim(`(${seconds} s)`)}`);
    this.#stage = undefined;
  }

  /** A table of the stages that have ended: seconds of the clock and of the processors, and memory. */
  timings(): string[] {
    this.end();
    const rows = this.#timings.map(({ stage, wallSeconds, cpuSeconds, mebibytes }) => [
      stage,
      wallSeconds.toFixed(2),
      cpuSeconds.toFixed(2),
      mebibytes.toFixed(0),
    ]);
    const width = Math.max(...rows.map(([stage = '']) => stage.length));
    return [['stage', 'wall s', 'CPU s', 'MiB'], ...rows].map(([stage = '', ...numbers]) =>
      [stage.padEnd(width), ...numbers.map((number) => number.padStart(8))].join(''),
    );
  }

  /** A line between the stages. */
  line(text: Text): void {
    this.end();
    stderr.line(text);
  }
}

/** Colours of severities. */
export const tints = { error: color.red, warning: color.yellow, info: color.blue };

/**
 * Diagnostics for people: errors first, then warnings; at most `limit` of them a rule, but for those that stand for many places, and how many more there are. `info` ones are
 * counted only.
 */
export function formatDiagnostics(diagnostics: readonly Diagnostic[], limit = 5): Text[] {
  const lines: Text[] = [];
  const shown = new Map<string, number>();
  for (const severity of ['error', 'warning'] as const) {
    for (const diagnostic of diagnostics) {
      if (diagnostic.severity !== severity) continue;
      const { rule, file, line, column, message, hint } = diagnostic;
      // One that stands for many places is a summary itself.
      if (diagnostic.places === undefined) {
        const count = (shown.get(rule) ?? 0) + 1;
        shown.set(rule, count);
        if (count > limit) continue;
      }
      lines.push(styled`${tints[severity](severity)} ${file}:${line}:${column} ${message} ${color.dim(rule)}`);
      if (hint !== undefined) lines.push(color.dim(`  ${hint}`));
    }
  }
  for (const [rule, count] of shown) if (count > limit) lines.push(color.dim(`… and ${count - limit} more of ${rule}`));
  return lines;
}

/** What a build has left out and why, a line for each reason, the most frequent first. */
export function formatLeftOut(leftOut: readonly LeftOut[], limit = 20): Text[] {
  if (leftOut.length === 0) return [];
  const lines = leftOut
    .slice(0, limit)
    .map(({ count, message, first }) => styled`  ${count} × ${message} ${color.dim(`First: ${first}`)}`);
  const more = leftOut.slice(limit);
  const rest = more.reduce((sum, { count }) => sum + count, 0);
  return [
    'Left out:',
    ...lines,
    ...(rest > 0
      ? [color.dim(`  … and ${rest} more for ${more.length} other ${more.length === 1 ? 'reason' : 'reasons'}`)]
      : []),
  ];
}

/** Every reason on a line of its own, without colour: for a file. */
export function listLeftOut(leftOut: readonly LeftOut[]): string {
  return leftOut
    .map(({ count, message, first }) => `${escapeControls(first)}: left out, ${count} ×: ${escapeControls(message)}\n`)
    .join('');
}

/** Every diagnostic on a line of its own, without colour: for a file. */
export function listDiagnostics(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map(
      ({ severity, file, line, column, rule, message }) =>
        `${escapeControls(file)}:${line}:${column}: ${severity}: ${escapeControls(message)} [${rule}]\n`,
    )
    .join('');
}

/** `1 page`, `2 pages`. */
export function counted(number: number, singular: string, plural = `${singular}s`): string {
  return `${number} ${number === 1 ? singular : plural}`;
}

/** `3 errors, 12 warnings`; empty where there is nothing to count. */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Diagnostic['severity']) =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  const parts = [
    [count('error'), 'error'],
    [count('warning'), 'warning'],
    [count('info'), 'remark'],
  ] as const;
  return parts
    .filter(([number]) => number > 0)
    .map(([number, name]) => counted(number, name))
    .join(', ');
}
