/** Differences between two texts as unified diffs, which `git apply` and `patch` take. */

const context = 3;

interface Hunk {
  /** Index of the first line in either text. */
  readonly from: number;
  readonly to: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/**
 * The unified diff of two texts with the same number of lines, or else of their middle, from the first line that differs to the last.
 *
 * @param name path of the file as the reader would type it
 */
export function unifiedDiff(name: string, before: string, after: string): string {
  if (before === after) return '';
  const [old, now] = [before.split('\n'), after.split('\n')];
  const changes = old.length === now.length ? sameLength(old, now) : [middle(old, now)];
  const path = name.replace(/^\.?\//, '');
  let out = `--- a/${path}\n+++ b/${path}\n`;
  for (const group of grouped(changes)) out += hunkText(group, old, now);
  return out;
}

function sameLength(old: readonly string[], now: readonly string[]): Hunk[] {
  return old.flatMap((line, index) =>
    line === now[index] ? [] : [{ from: index, to: index, before: [line], after: [now[index] ?? ''] }],
  );
}

function middle(old: readonly string[], now: readonly string[]): Hunk {
  let start = 0;
  while (start < old.length && old[start] === now[start]) start++;
  let tail = 0;
  while (tail < Math.min(old.length, now.length) - start && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  return {
    from: start,
    to: start,
    before: old.slice(start, old.length - tail),
    after: now.slice(start, now.length - tail),
  };
}

/** Changes whose context would touch are one hunk. */
function grouped(changes: readonly Hunk[]): Hunk[][] {
  const groups: Hunk[][] = [];
  for (const change of changes) {
    const last = groups.at(-1)?.at(-1);
    if (last && change.from - (last.from + last.before.length) <= 2 * context) groups.at(-1)?.push(change);
    else groups.push([change]);
  }
  return groups;
}

function hunkText(group: readonly Hunk[], old: readonly string[], now: readonly string[]): string {
  const [first, last] = [group[0], group.at(-1)];
  if (!first || !last) return '';
  const start = Math.max(0, first.from - context);
  const shift = first.to - first.from;
  const oldEnd = Math.min(lineCount(old), last.from + last.before.length + context);
  let body = '';
  let [at, removed, added] = [start, 0, 0];
  const keep = (until: number) => {
    for (; at < until; at++) body += lineText(' ', old, at);
  };
  for (const { from, to, before, after } of group) {
    keep(from);
    for (let index = 0; index < before.length; index++) body += lineText('-', old, from + index);
    for (let index = 0; index < after.length; index++) body += lineText('+', now, to + index);
    at = from + before.length;
    removed += before.length;
    added += after.length;
  }
  keep(oldEnd);
  const oldCount = oldEnd - start;
  return `@@ -${start + 1},${oldCount} +${start + shift + 1},${oldCount - removed + added} @@\n${body}`;
}

/** Lines of a text; the empty piece behind its last line end is none. */
function lineCount(lines: readonly string[]): number {
  return lines.at(-1) === '' ? lines.length - 1 : lines.length;
}

function lineText(sign: string, lines: readonly string[], index: number): string {
  const isLast = index === lines.length - 1;
  return `${sign}${lines[index] ?? ''}\n${isLast ? '\\ No newline at end of file\n' : ''}`;
}
