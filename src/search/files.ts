/** The files of the index of a locale: its terms, and what says what was found. */
import type { Passage } from './passages.ts';

/** Which file has which terms. Loaded before the first question. */
export const termsFile = 'terms.dat';
/** Folder of the files of terms. Their names say what they hold. */
export const termsFolder = 'terms';

export function termsPiece(name: string): string {
  return `${termsFolder}/${name}.dat`;
}

/**
 * Titles in the order of the index, as `comparableTitle` gives them; as JSON, which no browser can run. Loaded where a question is
 * compared with them.
 */
export const titlesFile = 'titles.dat';
/** Folder of the files of words that the articles have. Loaded where a word is unknown. */
const wordsFolder = 'words';

export function wordsPiece(piece: number): string {
  return `${wordsFolder}/${piece}.dat`;
}

/** Behind the word that a line begins with. With it no file is a script, whatever its words are. */
export const divider = '#';

/** Function words of the locale's language and of the source's, one a line. Loaded with the index. */
export const functionWordsFile = 'function-words.dat';
/** Characters of Chinese titles with their readings in Latin letters. Loaded where a word in Latin letters is unknown. */
export const pronunciationFile = 'pronunciation.dat';
/** Articles in one file of texts. */
export const textsPerFile = 4;

/** Folder of these files. */
export const textsFolder = 'texts';

/** @param order see `TermTable`: where articles have other numbers, their texts have other names, so that none is taken for another */
export function textsFile(article: number, order: string): string {
  return `${textsFolder}/${order}-${Math.floor(article / textsPerFile)}.dat`;
}

/** What terms are related: all of it, or the number of pieces that it is cut into. Loaded with the index. */
export const relatedFile = 'related.dat';
/** Folder of the pieces. Each question loads those of its words. */
export const relatedFolder = 'related';

export function relatedPiece(piece: number): string {
  return `${relatedFolder}/${piece}.dat`;
}

/** What a result shows. */
export interface ArticleText {
  readonly slug: string;
  /** In one line. */
  readonly title: string;
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
 * A term as Pagefind is given it, and as files of terms have it. Pagefind files words of scripts with vowel marks under the word without
 * its marks, and languages without blanks it would divide by itself. So terms of such scripts go in as numbers, which stay as they are,
 * and whose beginnings are still beginnings: Chinese characters and the like with four digits each; letters with two, because a script has few
 * of them and they stand beside each other in Unicode, after two that tell where.
 *
 * @example encoded('請求') // 'ɐ0rez0ldu'
 * @example encoded('ใบ') // 'ɔ0s1v0q'
 */
export function encoded(term: string): string {
  if (!dividedPattern.test(term)) return term;
  const letters = Array.from(term, (letter) => letter.codePointAt(0) ?? 0);
  const [first = 0] = letters;
  if (first >= firstIdeograph) return `ɐ${letters.map((letter) => digits(letter, 4)).join('')}`;
  const block = first >> blockBits;
  const inBlock = letters.map((letter) =>
    letter >> blockBits === block ? digits(letter & ((1 << blockBits) - 1), 2) : `z${digits(letter, 4)}`,
  );
  return `ɔ${digits(block, 2)}${inBlock.join('')}`;
}

/** Blocks of scripts begin at multiples of 128, and have as many places; so two digits never begin with a `z`. */
const blockBits = 7;
/** Scripts from here on have more characters than a block has room for. */
const firstIdeograph = 0x2e80;

function digits(number: number, count: number): string {
  return number.toString(36).padStart(count, '0');
}

const dividedPattern = /[\u0900-\u109f\u1780-\u17ff\u2e80-\u{3ffff}]/u;
