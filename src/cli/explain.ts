/** `--explain RULE`: what a rule is about, in words and examples. */
import { knownRules } from '../check/known-rules.ts';
import { UsageError } from './arguments.ts';

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
  const start = name.slice(0, 4);
  const near = [...knownRules.keys()].filter(
    (known) => known.includes(name) || name.includes(known) || known.startsWith(start),
  );
  const names = near.length > 0 ? near : [...knownRules.keys()];
  return new UsageError(`Unknown rule \`${name}\`, expected one of: ${names.sort().join(', ')}.`);
}
