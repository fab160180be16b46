/** Words that people say mean the same, as terms. */
import { termCountsOf, isDense, isOneCharacter, termsOf } from '../words.ts';

/** A word or several, as the terms that a question for it would have. */
export interface Synonym {
  readonly terms: readonly string[];
  /** False for several words: any one of them means something else. */
  readonly isOneWord: boolean;
}

export function synonymOf(text: string): Synonym {
  const words = text.split(/\s+/).filter((word) => word !== '');
  return { terms: [...new Set(words.flatMap(termsOfWord))], isOneWord: words.length === 1 };
}

/** Pairs of characters, or the whole word without its parts. */
function termsOfWord(word: string): string[] {
  if (!isDense(word)) return termsOf(word).slice(0, 1);
  const terms = [...termCountsOf(word).keys()];
  const pairs = terms.filter((term) => !isOneCharacter(term));
  return pairs.length > 0 ? pairs : terms;
}
