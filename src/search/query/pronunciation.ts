/** Chinese that was typed in Latin letters, found in the titles of the articles. */

import { wordEnds } from './whole-words.ts';

/** Of what begins or ends within a word, beside a word. */
const partEffect = 0.1;
/** Below this length letters are a word by chance; below two characters, too. */
const [leastLetters, leastCharacters] = [4, 2];
const mostLetters = 40;
/** As in `zhuang`. */
export const longestSyllable = 6;

/** Titles of an index, and how their characters are read. */
export interface PronouncedTitles {
  /** As `pronunciationsOf` writes them. */
  readonly readings: string;
  readonly titles: readonly string[];
}

/** What titles have between other characters. */
interface Run {
  readonly characters: readonly string[];
  /** Places where words end, the beginning among them. */
  readonly wordEnds: ReadonlySet<number>;
  /** How often titles have it. */
  readonly count: number;
}

/** By character. */
type Readings = ReadonlyMap<string, readonly string[]>;

/** Empty lines and those without readings are left out. */
function parseReadings(text: string): Readings {
  const lines = text.split('\n').flatMap((line) => {
    const [character = ''] = line;
    const readings = line.slice(character.length).split(' ').map(spelled);
    return character === '' || readings[0] === '' ? [] : [[character, readings] as const];
  });
  return new Map(lines);
}

/** Words of titles by what they sound like. */
export class Pronunciations {
  readonly #readings: Readings;
  readonly #syllables: ReadonlySet<string>;
  readonly #runs: readonly Run[];

  constructor({ readings, titles }: PronouncedTitles) {
    this.#readings = parseReadings(readings);
    this.#syllables = new Set([...this.#readings.values()].flat());
    const counts = new Map<string, number>();
    for (const title of titles)
      for (const [run] of title.matchAll(/\p{Script=Han}{2,}/gu)) counts.set(run, (counts.get(run) ?? 0) + 1);
    this.#runs = Array.from(counts, ([run, count]) => {
      const ends = wordEnds(run).map((end) => Array.from(run.slice(0, end)).length);
      return { characters: Array.from(run), wordEnds: new Set([0, ...ends]), count };
    });
  }

  /**
   * The words that titles have most often of those that are spelled so; undefined where they have none.
   *
   * @param typed syllables in one, with or without tones
   * @example wordsFor('zhifufapiao') // ['支付', '發票']
   */
  wordsFor(typed: string): string[] | undefined {
    const letters = spelled(typed);
    if (letters.length < leastLetters || letters.length > mostLetters) return undefined;
    const whole = this.wordFor(letters);
    if (whole !== undefined) return [whole];
    for (let at = letters.length - leastLetters; at >= leastLetters; at--) {
      const first = this.wordFor(letters.slice(0, at));
      const others = first === undefined ? undefined : this.wordsFor(letters.slice(at));
      if (first !== undefined && others !== undefined) return [first, ...others];
    }
    return undefined;
  }

  /**
   * The same where it is one word.
   *
   * @param typed syllables in one
   */
  wordFor(typed: string): string | undefined {
    const letters = spelled(typed);
    if (letters.length < leastLetters || letters.length > mostLetters || !this.#areSyllables(letters)) return undefined;
    const counts = new Map<string, number>();
    for (const { characters, wordEnds: ends, count } of this.#runs) {
      for (const start of characters.keys()) {
        for (const end of this.#ends(characters, start, letters)) {
          if (end - start < leastCharacters) continue;
          const word = characters.slice(start, end).join('');
          const isWhole = ends.has(start) && ends.has(end);
          counts.set(word, (counts.get(word) ?? 0) + count * (isWhole ? 1 : partEffect));
        }
      }
    }
    let best: string | undefined;
    for (const [word, count] of counts) if (count > (counts.get(best ?? '') ?? 0)) best = word;
    return best;
  }

  /** Whether letters can be divided into readings; those of most words of other languages cannot, which is soon seen. */
  #areSyllables(letters: string): boolean {
    const reached = [true];
    for (let at = 0; at < letters.length; at++)
      for (let length = 1; reached[at] === true && length <= longestSyllable; length++)
        if (this.#syllables.has(letters.slice(at, at + length))) reached[at + length] = true;
    return reached[letters.length] === true;
  }

  /** Where stretches of the characters end that are spelled so, from a place on. */
  #ends(characters: readonly string[], start: number, letters: string): number[] {
    let reached = new Set([0]);
    const ends: number[] = [];
    for (let at = start; at < characters.length && reached.size > 0; at++) {
      const next = new Set<number>();
      for (const from of reached)
        for (const reading of this.#readings.get(characters[at] ?? '') ?? [])
          if (letters.startsWith(reading, from)) next.add(from + reading.length);
      if (next.delete(letters.length)) ends.push(at + 1);
      reached = next;
    }
    return ends;
  }
}

/** Without tones and what divides syllables; `ü` is typed as `u` or `v`. */
function spelled(typed: string): string {
  return typed
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}'’\d-]/gu, '')
    .replace(/v/g, 'u');
}
