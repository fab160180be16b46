/** A rule that throws does not silence the others: its failure becomes a finding of the file that it was checking. */
import type { RuleFacts } from './rule.ts';

export const ruleFailed: RuleFacts = {
  name: 'rule-failed',
  why: 'A rule that throws has not checked the text that it failed on; this is a defect of Languedocs.',
  severity: 'error',
};

/** How a finding names what failed: a rule by its permanent name. */
export function ruleNamed(name: string): string {
  return `The rule \`${name}\``;
}

/**
 * What a finding says of a failure.
 *
 * @param what that failed, as the subject of a sentence
 * @param consequence what has not been checked, as the end of a sentence
 */
export function failureOf(what: string, error: unknown, consequence: string) {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    rule: ruleFailed.name,
    message: `${what} failed (${reason}), so ${consequence}.`,
    hint: 'Report this as a defect of Languedocs, with the file. The findings of all other rules are here.',
  };
}

/** What a rule of the whole set finds; where it throws, the failure alone. */
export function attempt<Found>(find: () => Found[], failed: (error: unknown) => Found): Found[] {
  try {
    return find();
  } catch (error) {
    return [failed(error)];
  }
}
