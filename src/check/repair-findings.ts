/** What the repairs undo, as findings that `npm run fix` takes away. */
import type { Finding, Severity } from '../core/diagnostics.ts';
import type { Precision } from './rule.ts';
import { type Repaired, repairs } from '../pipeline/repairs/index.ts';
import { canBeMended } from '../pipeline/repairs/mend-file.ts';

/** Readers see these; the others are a matter of neatness, or mended on the page without loss. */
const severe: ReadonlySet<string> = new Set([
  'literal-emphasis',
  'empty-link',
  'split-link',
  'entity-quotes',
  'markup-in-text',
]);

/** Findings of repairs that were read, all of them right. */
const readFindings: Readonly<Record<string, number>> = {
  'blank-before-punctuation': 36,
  'empty-link': 10,
  'glued-word': 23,
  'literal-emphasis': 36,
  'markup-in-text': 10,
  'swallowed-full-stop': 39,
};

export function precisionOfRepair(name: string): Precision | undefined {
  const read = readFindings[name];
  return read === undefined ? undefined : { read, right: read };
}

const byName = new Map(repairs.map((repair) => [repair.name, repair]));

export function severityOfRepair(name: string): Severity {
  return severe.has(name) ? 'error' : 'warning';
}

/** @param path of the file */
export function repairFindings(repaired: readonly Repaired[], path: string): Finding[] {
  return repaired.map((done) => {
    const { rule, start, end, before, text, unit, writable, certain } = done;
    return {
      rule,
      // What both languages share came with the original: nobody who looks after a translation can mend it.
      severity: writable && certain ? severityOfRepair(rule) : 'info',
      start,
      end,
      message: `${byName.get(rule)?.what ?? 'Damaged markup.'}${changeText(before, text)}`,
      hint: hintFor(done, path),
      ...(unit === undefined ? {} : { segment: unit }),
      ...(writable && certain && canBeMended(path) ? { fix: { text } } : {}),
    };
  });
}

function hintFor({ writable, certain }: Repaired, path: string): string {
  if (!writable) return 'It stands outside of the translated sentences: have the article handed back again.';
  if (!certain) return 'Correct it if it is damage. It may be meant as it is, so `npm run fix` leaves it alone.';
  return canBeMended(path)
    ? 'Run `npm run fix`, which mends it.'
    : 'Correct it by hand: `npm run fix` leaves MDX files alone, because they are code.';
}

function changeText(before: string, after: string): string {
  if (before.trim() === '' && after.trim() === '') return '';
  if (before === '') return ` Missing: ${quoted(after)}.`;
  if (after === '') return ` Too much: ${quoted(before)}.`;
  return ` ${quoted(before)} should be ${quoted(after)}.`;
}

/** Both ends of what is long: that is where it differs from what it should be. */
function quoted(text: string): string {
  return `\`${text.length > 80 ? `${text.slice(0, 38)}…${text.slice(-38)}` : text}\``;
}
