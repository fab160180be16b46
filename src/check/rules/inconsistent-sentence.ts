import { type Match, type RuleFacts, type Unit, wholeOf } from '../rule.ts';
import { shorten } from '../../pipeline/normalize/shorten.ts';
import { trimmedEnd } from '../../core/trim.ts';

/** A rule that compares the sentences of one article with each other. */
export interface ArticleRule extends RuleFacts {
  readonly examples: readonly {
    readonly units: readonly { source: string; target: string }[];
    readonly found: readonly number[];
  }[];
  /** Findings with the index of their unit. */
  readonly find: (units: readonly Unit[]) => { index: number; match: Match }[];
}

export const inconsistentSentence: ArticleRule = {
  name: 'inconsistent-sentence',
  why: 'The same words of the original, translated in two ways within one article, look like two different things.',
  severity: 'info',
  precision: { read: 10, right: 7, note: 'a heading and a step may well differ' },
  find: (units) => {
    const first = new Map<string, string>();
    return units.flatMap(({ source, target }, index) => {
      const original = comparable(source.inline.plain);
      if (!/\s/.test(original.slice(original.search(/\p{L}|$/u)))) return [];
      const own = comparable(target.inline.plain);
      const before = first.get(original);
      if (before === undefined) first.set(original, own);
      if (before === undefined || before === own) return [];
      const match = {
        ...wholeOf(target),
        message: `The same original was translated as “${shorten(before, longestQuotation)}” before.`,
        hint: 'Use one translation in an article.',
      };
      return [{ index, match }];
    });
  },
  examples: [
    {
      units: [
        { source: 'Select the account.', target: 'Sélectionnez le compte.' },
        { source: 'Select the account.', target: 'Choisissez le compte.' },
      ],
      found: [1],
    },
    {
      units: [
        { source: 'Select the account.', target: 'Sélectionnez le compte.' },
        { source: 'Select the account.', target: 'Sélectionnez le compte' },
      ],
      found: [],
    },
  ],
};

/** Characters of the first translation that are quoted. It may be long, and be quoted for each sentence that has another one. */
const longestQuotation = 200;

function comparable(plain: string): string {
  return trimmedEnd(plain, /[\s.:。：]/).toLowerCase();
}
