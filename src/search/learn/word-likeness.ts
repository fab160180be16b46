/** Pairs of characters of scripts without blanks: which of them may be words, and which only where two words meet. */
import { termCountsOf, isDense } from '../words.ts';
import type { Numbering } from './numbered.ts';

/**
 * Tells for each term whether it may be a word. A pair where two words meet is rarer than a pair that it overlaps with: 組織 and 電子 are
 * words, and 織電 is rarer than 組織.
 *
 * @param frequency of each term, in texts
 */
export function wordLike({ size, termOf }: Pick<Numbering, 'size' | 'termOf'>, frequency: Int32Array): Uint8Array {
  const isWord = new Uint8Array(size).fill(1);
  const pairs: { term: number; first: string; second: string; texts: number }[] = [];
  const asFirst = new Map<string, number>();
  const asSecond = new Map<string, number>();
  for (let term = 0; term < size; term++) {
    const pair = termOf(term);
    if (!isDense(pair)) continue;
    const second = [...termCountsOf(pair).keys()].at(-1) ?? '';
    const first = pair.slice(0, pair.length - second.length);
    const texts = frequency[term] ?? 0;
    pairs.push({ term, first, second, texts });
    raise(asFirst, first, texts);
    raise(asSecond, second, texts);
  }
  for (const { term, first, second, texts } of pairs)
    if (texts < (asSecond.get(first) ?? 0) || texts < (asFirst.get(second) ?? 0)) isWord[term] = 0;
  return isWord;
}

/** Frequency of the most frequent pair that a character begins or ends. */
function raise(greatest: Map<string, number>, character: string, texts: number): void {
  if (texts > (greatest.get(character) ?? 0)) greatest.set(character, texts);
}
