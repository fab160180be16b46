import { type UnitRule, wholeOf } from '../rule.ts';

/** A rule for names that have to stay as they are: those that the configuration lists. */
export function termRule(terms: readonly string[]): UnitRule {
  return {
    ...changedTerm,
    find: ({ source, target }) =>
      terms
        .filter(
          (term) =>
            hasWord(source.inline.plain, term) && !target.inline.plain.toLowerCase().includes(term.toLowerCase()),
        )
        .map((term) => ({
          ...wholeOf(target),
          message: `The name \`${term}\` of the original is missing or translated.`,
          hint: `Write \`${term}\`.`,
        })),
  };
}

export const changedTerm: UnitRule = {
  name: 'changed-term',
  why: 'Names of products are not translated. Which these are, `check.terms` in astro.config.mjs says.',
  severity: 'warning',
  find: () => [],
  examples: [],
};

function hasWord(text: string, term: string): boolean {
  const at = text.indexOf(term);
  if (at === -1) return false;
  return !/[\p{L}\p{N}]$/u.test(text.slice(0, at)) && !/^[\p{L}\p{N}]/u.test(text.slice(at + term.length));
}
