/** A sorted list of articles under the letters of its alphabet. */
import { localeOf } from '../core/locales.ts';
import type { ListEntry } from '../pipeline/types.ts';

export interface Letter {
  /** Undefined where the script has no alphabet to sort by, or for what begins with no letter. */
  readonly letter?: string;
  readonly entries: readonly ListEntry[];
}

// Thai sorts by the consonant after a leading vowel, Chinese and Japanese by stroke or code: no letter a reader would look for.
const withoutAlphabet = new Set(['Thai', 'Laoo', 'Khmr', 'Mymr', 'Hans', 'Hant', 'Jpan', 'Kore']);

/** Fewer entries than this are faster read than looked up. */
const worthLetters = 30;

const known = new WeakMap<readonly ListEntry[], Letter[]>();

/** Entries that stand together in the locale's collation and begin with the same letter; marks and case make no difference. */
export function byLetter(entries: readonly ListEntry[], tag: string): Letter[] {
  let letters = known.get(entries);
  // Each page of a list asks for the letters of all.
  if (!letters) known.set(entries, (letters = divide(entries, tag)));
  return letters;
}

function divide(entries: readonly ListEntry[], tag: string): Letter[] {
  if (entries.length < worthLetters || withoutAlphabet.has(localeOf(tag).script)) return [{ entries }];
  const { compare } = new Intl.Collator(tag, { sensitivity: 'base' });
  const groups: { letter?: string; entries: ListEntry[] }[] = [];
  for (const entry of entries) {
    const letter = firstLetter(entry.title, tag, compare);
    const last = groups.at(-1);
    if (last && same(last.letter, letter, compare)) last.entries.push(entry);
    else groups.push({ ...(letter === undefined ? {} : { letter }), entries: [entry] });
  }
  return inOnePlace(groups, compare);
}

/** `[Error]` stands before all letters in the collation, far from those that begin with E: only the last place of a letter has its name. */
function inOnePlace(groups: readonly Letter[], compare: Intl.Collator['compare']): Letter[] {
  const merged: { letter?: string; entries: ListEntry[] }[] = [];
  for (const [index, { letter, entries }] of groups.entries()) {
    const isLast = !groups.slice(index + 1).some((later) => same(later.letter, letter, compare));
    const last = merged.at(-1);
    if (isLast && letter !== undefined) merged.push({ letter, entries: [...entries] });
    else if (last && last.letter === undefined) last.entries.push(...entries);
    else merged.push({ entries: [...entries] });
  }
  return merged;
}

/** A letter and the page of a list on which its articles begin. */
export interface LetterPlace {
  readonly letter: string;
  /** From 1 on. */
  readonly page: number;
}

/** Where each letter begins in a list of which so many entries stand on a page. */
export function letterPlaces(letters: readonly Letter[], perPage: number): LetterPlace[] {
  let at = 0;
  return letters.flatMap(({ letter, entries: { length } }) => {
    const page = Math.floor(at / perPage) + 1;
    at += length;
    return letter === undefined ? [] : [{ letter, page }];
  });
}

/** What of a list stands on one of its pages, from 1 on. A letter that goes on from the page before is named once more. */
export function lettersOnPage(letters: readonly Letter[], page: number, perPage: number): Letter[] {
  const [start, end] = [(page - 1) * perPage, page * perPage];
  let at = 0;
  return letters.flatMap((each) => {
    const entries = each.entries.slice(Math.max(0, start - at), Math.max(0, end - at));
    at += each.entries.length;
    return entries.length === 0 ? [] : [{ ...each, entries }];
  });
}

function firstLetter(title: string, tag: string, compare: Intl.Collator['compare']): string | undefined {
  // Quotes and brackets before the first word do not count in the collation either.
  const first = /^[\p{P}\p{S}\s]*(\p{L}\p{M}*)/u.exec(title)?.[1]?.toLocaleUpperCase(tag);
  if (first === undefined) return undefined;
  const bare = first.normalize('NFD').charAt(0);
  return compare(bare, first) === 0 ? bare : first;
}

function same(a: string | undefined, b: string | undefined, compare: Intl.Collator['compare']): boolean {
  return a === undefined || b === undefined ? a === b : compare(a, b) === 0;
}
