/**
 * What a question asks for in scripts without blanks. Nothing says where its words begin, so pairs of characters are asked for, and most
 * of them reach over the end of a word. So each character counts once, by the best of the pairs that have it: a word of four characters
 * counts twice a word of two, and a pair where two words meet adds nothing to them unless it is rarer.
 */
import { isIdeograph } from '../words.ts';
import type { Meanings } from './rank.ts';

/** Characters of a question that stand side by side. */
export type Run = readonly string[];

/** One character of a question, and what may be meant by it. */
export interface Character {
  /** Undefined where only the pairs say something: a letter of a longer run. */
  readonly alone?: Trusted;
  readonly pairs: readonly Trusted[];
}

interface Trusted {
  readonly term: string;
  /** Part of its worth that it keeps. */
  readonly trust: number;
}

/** Of one character of a word of two. */
const ofCharacter = 0.4;
/** Of a character without those beside it: it may be part of another word. */
const aloneTrust = 0.8;
/** Of a pair with a character that is a function word. */
const functionTrust = 0.5;
/** Of a pair that ends as an ending or a particle begins, as in 払い and 書を. */
const endingTrust = 0.7;
/** Of a pair of endings and particles, or of one with the word that comes after it. */
const betweenTrust = 0.1;

const hiragana = /^\p{Script=Hiragana}/u;

/**
 * The characters of runs, each with its pairs; those that are the same with the same beside them once.
 *
 * @param isFunctionWord whether a character is a word that says nothing of what a question is about
 * @param isKana whether all that the question asks for is in Hiragana, so that its words are, too
 */
export function charactersOf(
  runs: readonly Run[],
  isFunctionWord: (character: string) => boolean,
  isKana: boolean,
): Character[] {
  const trustOf = (first: string, second: string): number => {
    if (isFunctionWord(first) || isFunctionWord(second)) return functionTrust;
    if (isKana) return 1;
    if (hiragana.test(first)) return betweenTrust;
    return /^\p{Script=Han}/u.test(first) && hiragana.test(second) ? endingTrust : 1;
  };
  const characters = new Map<string, Character>();
  for (const run of runs) {
    const pairs = run.slice(1).map((second, at): Trusted => {
      const first = run[at] ?? '';
      return { term: `${first}${second}`, trust: trustOf(first, second) };
    });
    for (const [at, character] of run.entries()) {
      if (isFunctionWord(character) && run.length > 1) continue;
      const around = pairs.slice(Math.max(0, at - 1), at + 1);
      const key = [character, ...around.map(({ term }) => term)].join(' ');
      const alone = { term: character, trust: aloneTrust * (hiragana.test(character) && !isKana ? betweenTrust : 1) };
      characters.set(key, { ...(run.length === 1 || isIdeograph(character) ? { alone } : {}), pairs: around });
    }
  }
  return [...characters.values()];
}

/** What each character may mean, by what the pairs and the characters themselves mean. */
export function meaningsOf(characters: readonly Character[], ofTerm: (term: string) => Meanings): Meanings[] {
  const weakened = (term: string, trust: number): Meanings =>
    ofTerm(term).map((meaning) => ({ ...meaning, trust: Math.min(meaning.trust, trust) * ofCharacter }));
  return characters.map(({ alone, pairs }) => [
    ...pairs.flatMap(({ term, trust }) => weakened(term, trust)),
    ...(alone === undefined ? [] : weakened(alone.term, alone.trust)),
  ]);
}

/** Whether one of the terms that are asked for has a character: of a long question not all are. */
export function isAskedFor({ alone, pairs }: Character, terms: Pick<ReadonlyMap<string, unknown>, 'has'>): boolean {
  return pairs.length > 0 ? pairs.some(({ term }) => terms.has(term)) : alone !== undefined && terms.has(alone.term);
}

/** The characters to be asked for alone: those of which articles have no pair. */
export function aloneIn(characters: readonly Character[], isKnown: (pair: string) => boolean): string[] {
  const wanted = characters.filter(({ pairs }) => !pairs.some(({ term }) => isKnown(term)));
  return [...new Set(wanted.flatMap(({ alone }) => alone?.term ?? []))];
}
