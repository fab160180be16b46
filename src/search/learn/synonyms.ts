/** A word, or an expression of several, that people say means the same as others. */
import { joined } from '../related-format.ts';
import { isDense } from '../words.ts';
import { wordSequence } from '../word-sequence.ts';

export interface Synonym {
  /** What a question has that means it, joined; empty where there are no letters or digits. */
  readonly asked: string;
  /** What an article has that means it, joined; undefined where that says too little: `on` or `turn on` is not asked for. */
  readonly found: string | undefined;
}

export function synonymOf(text: string, isFunctionWord: (term: string) => boolean): Synonym {
  const terms = wordSequence(text);
  const content = terms.filter((term) => isDense(term) || !isFunctionWord(term));
  const says = content.length > 0 && (content.length === terms.length || content.length > 1);
  return { asked: joined(terms), found: says ? joined(content) : undefined };
}
