/** The files that stand beside Pagefind's in the index of a locale; Pagefind finds, these say what was found. */
import type { Passage } from './passages.ts';

/** Titles in the order of the index, one a line. Loaded with the index: wordings are compared with them. */
export const titlesFile = 'titles.dat';
/** Words that the articles have, one a line, each with the power of two of its articles. Loaded where a word is unknown. */
export const vocabularyFile = 'words.dat';
/** Articles in one file of texts. */
export const textsPerFile = 8;

export function textsFile(article: number): string {
  return `texts/${Math.floor(article / textsPerFile)}.dat`;
}

/** What a result shows. */
export interface ArticleText {
  readonly slug: string;
  readonly translation: string;
  readonly passages: readonly Passage[];
}

/** The language code that Pagefind is told: a private one, under which it leaves our terms alone. */
export const indexLanguage = 'qaa';

/** The term under which an id is kept, apart from numbers in texts. Empty where nothing is left of it. */
export function idTerm(id: string): string {
  const letters = id.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return letters === '' ? '' : `xid${letters}`;
}

/**
 * Pagefind takes marks off and splits at them; in Indic and South East Asian scripts they are vowels. Under these letters, which
 * have no marks, terms stay as they are.
 */
export function inPlainLetters(term: string): string {
  return term.replace(/[\u0900-\u0fff\u1000-\u109f\u1780-\u17ff]/g, (letter) =>
    String.fromCodePoint(letter.charCodeAt(0) + 0x2b00),
  );
}
