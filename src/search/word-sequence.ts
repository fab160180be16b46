import { placedTerms } from './words.ts';

/**
 * The terms of a text in their order, one for each word, so that an expression can be looked for among them. Parts of words are left
 * out; scripts without blanks give overlapping pairs.
 *
 * @example wordSequence('Money back') // ['money', 'back']
 * @example wordSequence('請求書') // ['請求', '求書']
 */
export function wordSequence(text: string): string[] {
  return Array.from(placedTerms(text), ({ terms }) => terms[0]).filter((term) => term !== undefined);
}
