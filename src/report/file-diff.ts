/**
 * Differences between two texts as unified diffs, which `git apply` and `patch` take. Lines with controls are the exception: they are
 * shown escaped, so that such a patch does not fit its file.
 */
import { type Change, compareLists } from '../core/difference.ts';
import { escapeControls, escapeLine } from '../core/escape-controls.ts';

const context = 3;

/** @param name path of the file as the reader would type it */
export function unifiedDiff(name: string, before: string, after: string): string {
  if (before === after) return '';
  const [old, now] = [linesOf(before), linesOf(after)];
  const path = escapeControls(name.replace(/^\.?\//, ''));
  let out = `--- a/${path}\n+++ b/${path}\n`;
  for (const group of grouped(compareLists(old, now).changes)) out += hunkText(group, old, now);
  return out;
}

/** Lines with their ends: a last line without one is not the same as one with it. */
function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => `${line}\n`);
  // What stands behind the last line end has none.
  const last = lines.pop()?.slice(0, -1) ?? '';
  return last === '' ? lines : [...lines, last];
}

/** Changes whose context would touch are one hunk. */
function grouped(changes: readonly Change[]): Change[][] {
  const groups: Change[][] = [];
  for (const change of changes) {
    const last = groups.at(-1)?.at(-1);
    if (last && change.from - (last.from + last.removed) <= 2 * context) groups.at(-1)?.push(change);
    else groups.push([change]);
  }
  return groups;
}

function hunkText(group: readonly Change[], old: readonly string[], now: readonly string[]): string {
  const [first, last] = [group[0], group.at(-1)];
  if (!first || !last) return '';
  const start = Math.max(0, first.from - context);
  const newStart = first.to - (first.from - start);
  const end = Math.min(old.length, last.from + last.removed + context);
  const newEnd = last.to + last.added + (end - last.from - last.removed);
  let [body, at] = ['', start];
  for (const { from, removed, to, added } of group) {
    body += signed(' ', old.slice(at, from));
    body += signed('-', old.slice(from, from + removed));
    body += signed('+', now.slice(to, to + added));
    at = from + removed;
  }
  body += signed(' ', old.slice(at, end));
  return `@@ -${range(start, end)} +${range(newStart, newEnd)} @@\n${body}`;
}

/** First line and number of lines; nothing begins behind the line before it. */
function range(start: number, end: number): string {
  return `${end === start ? start : start + 1},${end - start}`;
}

function signed(sign: string, lines: readonly string[]): string {
  return lines
    .map((line) => {
      const text = `${sign}${escapeLine(line.replace(/\n$/, ''))}\n`;
      return line.endsWith('\n') ? text : `${text}\\ No newline at end of file\n`;
    })
    .join('');
}
