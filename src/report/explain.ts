/** `--explain RULE`: what a rule is about, in words and examples. */
import { knownRules } from '../check/known-rules.ts';
import { itemAt } from '../core/lists.ts';
import { UsageError } from '../core/errors.ts';

export function explain(name: string): string[] {
  const rule = knownRules.get(name);
  if (!rule) throw unknownRule(name);
  const { why, severity, precision, shown, fixable } = rule;
  return [
    `${name} (${severity}${severity === 'info' ? ', off by default' : ''}${fixable ? ', `npm run fix` mends it' : ''})`,
    '',
    why,
    ...(shown.length > 0 ? ['', ...shown.map((line) => `  ${line}`)] : []),
    ...(precision === undefined
      ? []
      : [
          '',
          `Right in ${precision.right} of ${precision.read} findings that were read on real articles${precision.note === undefined ? '' : `; ${precision.note}`}.`,
        ]),
    '',
    `Accept a finding with a reason in astro.config.mjs: check: { exceptions: [{ rule: '${name}', files: '…', reason: '…' }] }`,
  ];
}

/** Told to somebody who names a rule that is not there. */
export function unknownRule(name: string): UsageError {
  const near = nearRules(name);
  const expected =
    near.length > 0
      ? `expected one of: ${near.join(', ')}`
      : 'expected the name of a rule as it stands in brackets behind each finding of `npm run check`, such as `changed-url`';
  return new UsageError(`Unknown rule \`${name}\`, ${expected}.`);
}

/** Names that are shown at most. */
const mostShown = 5;

/** The rules that may be meant, nearest first: with few other letters, or with a word of the name. */
function nearRules(name: string): string[] {
  const wanted = name.toLowerCase().replaceAll('_', '-').slice(0, 60);
  const words = wanted.split('-').filter((word) => word.length > 2);
  const distances = [...knownRules.keys()].map((known) => {
    const shared = words.filter((word) => known.split('-').some((own) => own.startsWith(word) || word.startsWith(own)));
    return { known, distance: editDistance(wanted, known), shared: shared.length };
  });
  const similar = distances.filter(({ known, distance }) => distance <= Math.max(2, Math.floor(known.length / 4)));
  const related = distances.filter((each) => !similar.includes(each) && each.shared > 0);
  similar.sort((a, b) => a.distance - b.distance);
  related.sort((a, b) => b.shared - a.shared || a.distance - b.distance);
  return [...similar, ...related].slice(0, mostShown).map(({ known }) => known);
}

/** Letters to put in, take out or change (Levenshtein). */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_each, index) => index);
  for (let line = 0; line < from.length; line++) {
    const next = [line + 1];
    for (let at = 1; at <= to.length; at++) {
      const changed = itemAt(row, at - 1) + (from[line] === to[at - 1] ? 0 : 1);
      next.push(Math.min(changed, itemAt(row, at) + 1, itemAt(next, at - 1) + 1));
    }
    row = next;
  }
  return itemAt(row, to.length);
}
