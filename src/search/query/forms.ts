/** Articles that have a word in another form, or one that begins with it. No grammar is known, so beginnings stand for forms. */
import { isDense, isOneCharacter } from '../words.ts';
import type { TermPostings } from './rank.ts';
import type { Posting, TermIndex } from './term-index.ts';

/** Another form of a word, and where it stands. */
export interface Form extends TermPostings {
  /** What all forms begin with; undefined where the word has none. */
  readonly stem?: string;
}

/** Of another form of a word. */
const formTrust = 0.3;
/** Letters of a beginning that says something of how the word goes on. */
const shortestBeginning = 4;

/** Articles that have a term or another form of it: what begins like it, without its ending. */
export async function formOf(term: string, index: TermIndex): Promise<Form> {
  const stem = stemOf(term);
  if (stem === undefined) return { postings: [], trust: 0 };
  return { stem, postings: await index.beginningWith(stem), trust: formTrust };
}

/** Articles with words that begin with these terms, as far as there are any: who asks for `bill` means `billing`. */
export async function longerWords(
  terms: readonly string[],
  index: TermIndex,
): Promise<ReadonlyMap<string, readonly Posting[]>> {
  const found = await Promise.all(
    terms.filter(isBeginning).map(async (term) => [term, await index.beginningWith(term)] as const),
  );
  return new Map(found.filter(([, postings]) => postings.length > 0));
}

/** Whether the words that begin so can be meant: while somebody types, that of one character of a dense script can. */
function isBeginning(term: string): boolean {
  if (isDense(term)) return isOneCharacter(term);
  return !/\p{N}/u.test(term) && term.length >= shortestBeginning;
}

/**
 * What the forms of a word have in common, as far as that can be said without a grammar: all but two letters, four at least. Short
 * words, numbers and scripts that are divided into pairs have none.
 */
function stemOf(term: string): string | undefined {
  const letters = Array.from(term);
  if (letters.length < 5 || isDense(term) || /\p{N}/u.test(term)) return undefined;
  return letters.slice(0, Math.max(4, letters.length - 2)).join('');
}
