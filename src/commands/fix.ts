/** `npm run fix`. */
import type { Command } from '@commander-js/extra-typings';
import { contentOption, readConfiguration, sourceLocaleOption } from './command-line/shared-options.ts';
import { displayPath } from '../config/display-path.ts';
import { fixFile } from './fix-file.ts';
import { whileContentLocked } from '../disk/lock.ts';
import { removeUnfinished } from '../disk/atomic-files.ts';
import { unifiedDiff } from '../report/file-diff.ts';
import { stdout } from '../report/output.ts';
import { formatDiagnostics, Reporter } from '../report/build-report.ts';
import { color, fileLine, hasColor, type Styled } from '../report/styled.ts';
import { tableLines } from '../report/table.ts';
import type { Diagnostic } from '../core/diagnostics.ts';
import { ignoreOf } from '../pipeline/files/ignore.ts';
import { listFiles, oddPlace } from '../pipeline/read.ts';
import type { ResolvedOptions } from '../config/options.ts';

export default (command: Command) =>
  command
    .addOption(contentOption)
    .addOption(sourceLocaleOption)
    .option('--dry-run', 'Only show what would change.')
    .option('--no-diff', 'Only count what changes.')
    .action(async ({ dryRun = false, diff: showsDiff, ...typed }) => {
      const { project, roots, options } = await readConfiguration(typed);
      const reporter = new Reporter();
      const fix = (): number => fixAll(roots, options, dryRun, showsDiff, reporter);
      process.exitCode = dryRun
        ? fix()
        : await whileContentLocked(project, roots, () => {
            for (const root of roots) removeUnfinished(root, true);
            return fix();
          });
    });

/** Gives the exit code. */
function fixAll(
  roots: readonly string[],
  { sourceLocale, ignore }: ResolvedOptions,
  dryRun: boolean,
  showsDiff: boolean,
  reporter: Reporter,
): number {
  const odd: Diagnostic[] = [];
  const files = listFiles(roots, {
    ignore: ignoreOf(ignore),
    onOdd: (place) => odd.push(oddPlace(place, displayPath(place))),
  });
  const counts = new Map<string, number>();
  const refused: string[] = [];
  let changed = 0;
  for (const [index, file] of files.entries()) {
    reporter.progress('Mending', index, files.length);
    const fixed = fixFile(file, sourceLocale, dryRun);
    if (!fixed) continue;
    const name = displayPath(file);
    if (fixed.refused !== undefined) {
      refused.push(`${name} was left as it is: ${fixed.refused}.`);
      continue;
    }
    changed++;
    for (const { rule, count } of fixed.done) counts.set(rule, (counts.get(rule) ?? 0) + count);
    if (showsDiff) stdout.lines(tinted(unifiedDiff(name, fixed.before, fixed.after)));
  }
  reporter.progress('Mending', files.length, files.length);
  reporter.end();
  for (const line of [...formatDiagnostics(odd), ...refused]) reporter.line(line);
  if (counts.size > 0) {
    const table = [['repair', 'edits'], ...[...counts].sort().map(([rule, count]) => [rule, String(count)])];
    for (const line of tableLines(table)) reporter.line(line);
  }
  const edits = counts.values().reduce((sum, count) => sum + count, 0);
  reporter.line(
    changed === 0
      ? 'Nothing to mend.'
      : `${edits} edits in ${changed} of ${files.length} files${dryRun ? '; nothing was written (--dry-run)' : ''}.`,
  );
  return refused.length > 0 || odd.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** The lines of a diff, in colours for people only: another program could not read it with them. */
function tinted(diff: string): Styled[] {
  const isTinted = hasColor && stdout.isTerminal;
  return diff
    .replace(/\n$/, '')
    .split('\n')
    .map((text) => {
      const line = fileLine(text);
      if (!isTinted || !/^[-+@]/.test(text)) return line;
      return text.startsWith('@') ? color.cyan(line) : text.startsWith('-') ? color.red(line) : color.green(line);
    });
}
