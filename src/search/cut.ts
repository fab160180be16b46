/** Where the words of an index are cut into files. */
import { itemAt } from '../lists.ts';
import type { Word } from './pagefind-files.ts';

/** Words that stand beside each other in the index, and are loaded together. */
export interface Chunk {
  readonly words: readonly Word[];
  /** What all of them begin with, where they are a part of a family that is too large for one file. */
  readonly shared?: string;
}

/** Words that begin alike. Who asks for their beginning wants them all, and Pagefind loads one file for a question. */
interface Family {
  readonly beginning: string;
  readonly words: Word[];
  bytes: number;
}

/** Bytes of a file of Pagefind’s own making, compressed. */
const ownSize = 25_000;
/** Letters of a word from which on the search asks for what begins like it. */
const beginningLetters = 4;
/** Of an ideograph as `encoded` writes it: one sign, four digits. */
const ideograph = /^ɐ.{4}/su;
/** Of letters of other scripts without blanks: one sign, two digits for the script, two for each letter. */
const letters = /^ɔ.{6}/su;

/**
 * Cuts the words of an index, in the order of their bytes, into files.
 *
 * @param wanted bytes of a file, compressed; one that holds a frequent word or a family takes more
 */
export function* cut(words: Iterable<Word>, wanted: number): Generator<Chunk> {
  const waiting: Family[] = [];
  for (const family of familiesOf(words)) {
    const isIdeograph = ideograph.test(family.beginning);
    if (family.bytes <= wanted || (!isIdeograph && family.bytes <= ownSize)) {
      yield* pack(waiting, family, wanted);
      continue;
    }
    // Pairs of characters are asked for one by one, a single character in a question of its own.
    if (waiting.length > 0) yield chunkOf(waiting.splice(0));
    const shared = isIdeograph ? { shared: family.beginning } : {};
    const parts: Family[] = [];
    for (const word of family.words)
      for (const chunk of pack(parts, alone(word), wanted)) yield { ...chunk, ...shared };
    if (parts.length > 0) yield { ...chunkOf(parts), ...shared };
  }
  if (waiting.length > 0) yield chunkOf(waiting);
}

/** Adds a family to those that wait, when room was made for it. */
function* pack(waiting: Family[], next: Family, wanted: number): Generator<Chunk> {
  while (waiting.length > 0 && sizeOf(waiting) + next.bytes > wanted) {
    yield chunkOf(waiting.splice(0, bestCut(waiting, next, wanted)));
  }
  waiting.push(next);
}

function* familiesOf(words: Iterable<Word>): Generator<Family> {
  let family: Family | undefined;
  for (const word of words) {
    const beginning = beginningOf(word[0]);
    if (family?.beginning !== beginning) {
      if (family) yield family;
      family = { beginning, words: [], bytes: 0 };
    }
    family.words.push(word);
    family.bytes += bytesOf(word);
  }
  if (family) yield family;
}

function beginningOf(word: string): string {
  const ofDense = ideograph.exec(word) ?? letters.exec(word);
  if (ofDense) return ofDense[0];
  const beginning = Array.from(word).slice(0, beginningLetters).join('');
  // Nobody asks how a number goes on.
  return /\p{N}/u.test(beginning) ? word : beginning;
}

function alone(word: Word): Family {
  return { beginning: word[0], words: [word], bytes: bytesOf(word) };
}

/** About as many bytes as a word takes when it is compressed: three for each page that has it. */
function bytesOf([word, occurrences]: Word): number {
  return word.length + 3 * occurrences.length;
}

function sizeOf(families: readonly Family[]): number {
  return families.reduce((sum, { bytes }) => sum + bytes, 0);
}

function chunkOf(families: readonly Family[]): Chunk {
  return { words: families.flatMap(({ words }) => words) };
}

/** How many of the families make the next file: where the words differ early, so that short beginnings stay together too. */
function bestCut(families: readonly Family[], next: Family, wanted: number): number {
  let best = families.length;
  let shared = Infinity;
  let bytes = 0;
  for (const [at, family] of families.entries()) {
    bytes += family.bytes;
    const isLast = at === families.length - 1;
    if (bytes < wanted / 2 && !isLast) continue;
    const common = commonLength(lastOf(family.words), firstOf((families[at + 1] ?? next).words));
    if (common > shared) continue;
    [best, shared] = [at + 1, common];
  }
  return best;
}

function firstOf(words: readonly Word[]): string {
  return itemAt(words, 0)[0];
}

function lastOf(words: readonly Word[]): string {
  return itemAt(words, words.length - 1)[0];
}

function commonLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}
