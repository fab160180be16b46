/** Values in sentences of another direction (Unicode Standard Annex 9). */

// Scripts with right-to-left letters that Unicode calls in modern use, as in `locales.ts`.
const rightToLeft =
  /[\p{Script=Arab}\p{Script=Hebr}\p{Script=Syrc}\p{Script=Thaa}\p{Script=Nkoo}\p{Script=Adlm}\p{Script=Rohg}\p{Script=Mand}\p{Script=Samr}]/u;
const leftToRight = new RegExp(`(?!${rightToLeft.source})\\p{L}`, 'u');

const firstStrongIsolate = '\u2068';
const popDirectionalIsolate = '\u2069';

/**
 * A value as it may stand in a sentence. One with letters of the other direction is isolated: without that, its punctuation and
 * the words around it change places. All other values stay as they are.
 *
 * @param direction of the sentence
 */
export function isolate(value: string, direction: 'ltr' | 'rtl'): string {
  const foreign = direction === 'rtl' ? leftToRight : rightToLeft;
  return foreign.test(value) ? `${firstStrongIsolate}${value}${popDirectionalIsolate}` : value;
}

/** The direction of a sentence by its letters; a sentence in both directions is a right-to-left one with foreign words. */
export function directionOf(sentence: string): 'ltr' | 'rtl' {
  return rightToLeft.test(sentence) ? 'rtl' : 'ltr';
}
