/**
 * How the terms of an index are kept: in the order of their UTF-16 code units, one a line, each followed by the articles that have it;
 * cut into files that a table names. Compressed, letters and digits take no more than bytes would.
 */
import { divider } from './files.ts';
import { steps } from './levels.ts';

/** An article that has a term. */
export interface TermPlace {
  /** Number of the article. */
  readonly article: number;
  /** What the term is worth there, as in `levels.ts`. */
  readonly level: number;
}

/** Which file has which terms. */
export interface TermTable {
  /** Number of all articles. */
  readonly articles: number;
  /** Stands for the order in which articles have their numbers; small letters and digits. */
  readonly order: string;
  /** Number of the files of words, see `word-format.ts`. */
  readonly wordFiles: number;
  /** What the terms of each file begin at; ascending, the first is empty. */
  readonly starts: readonly string[];
  /** Names of the files, in the same order. */
  readonly names: readonly string[];
}

const levelLetters = 'abcdefghijklmnopqrstuvwxyz'.slice(0, steps);
/** Of the differences between articles; capitals, because small letters are levels. */
const base = 36;

/**
 * The articles of a term, ascending: of each the difference to the one before, where that is not 1, and a letter for the level.
 *
 * @example placesText([{ article: 0, level: 2 }, { article: 40, level: 0 }]) // 'c14a'
 */
export function placesText(places: readonly TermPlace[]): string {
  let before = -1;
  return places
    .map(({ article, level }) => {
      const difference = article - before;
      before = article;
      return `${difference === 1 ? '' : difference.toString(base).toUpperCase()}${levelLetters.charAt(level)}`;
    })
    .join('');
}

/** Undefined for what are no articles of an index that has so many. */
export function parsePlaces(text: string, articles: number): TermPlace[] | undefined {
  const places: TermPlace[] = [];
  let article = -1;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const level = levelLetters.indexOf(text.charAt(at));
    if (level === -1) continue;
    article += at === start ? 1 : differenceIn(text.slice(start, at));
    // NaN fails, too.
    if (!(article < articles)) return undefined;
    places.push({ article, level });
    start = at + 1;
  }
  return start === text.length ? places : undefined;
}

/** The number of articles of a term. */
export function countPlaces(text: string): number {
  let count = 0;
  for (const letter of text) if (levelLetters.includes(letter)) count++;
  return count;
}

function differenceIn(digits: string): number {
  return /^[1-9A-Z][0-9A-Z]*$/.test(digits) ? Number.parseInt(digits, base) : NaN;
}

export function tableText({ articles, order, wordFiles, starts, names }: TermTable): string {
  return [
    `${articles} articles in order ${order}, ${wordFiles} files of words`,
    ...starts.map((start, at) => `${start} ${names[at] ?? ''}`),
  ].join('\n');
}

/** Undefined for any other text. */
export function parseTable(text: string): TermTable | undefined {
  const [first = '', ...lines] = text.split('\n');
  const [, articles, order, wordFiles] =
    /^(\d{1,9}) articles in order ([0-9a-z]+), (\d{1,9}) files of words$/.exec(first) ?? [];
  if (articles === undefined || order === undefined || wordFiles === undefined) return undefined;
  const starts: string[] = [];
  const names: string[] = [];
  for (const line of lines) {
    // A name is a part of an address, so it must be no path.
    const [, start, name] = /^(\S*) ([0-9a-z]+)$/.exec(line) ?? [];
    const before = starts.at(-1);
    if (start === undefined || name === undefined || (before === undefined ? start !== '' : start <= before))
      return undefined;
    starts.push(start);
    names.push(name);
  }
  return { articles: Number(articles), order, wordFiles: Number(wordFiles), starts, names };
}

/** The file that has a term, if any has. */
export function fileOf(table: TermTable, term: string): string | undefined {
  return table.names[lastAtOrBefore(table.starts, term)];
}

/** The files that have the terms with a beginning. */
export function filesOfBeginning({ starts, names }: TermTable, beginning: string): string[] {
  const first = Math.max(0, lastAtOrBefore(starts, beginning));
  let end = first + 1;
  while (starts[end]?.startsWith(beginning) === true) end++;
  return names.slice(first, end);
}

function lastAtOrBefore(starts: readonly string[], term: string): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? '') <= term) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The lines of a file of terms by their terms; undefined for what is no such file. */
export function parseTerms(text: string): ReadonlyMap<string, string> | undefined {
  const lines = new Map<string, string>();
  for (const line of text.split('\n')) {
    const end = line.indexOf(divider);
    if (end < 1) return undefined;
    lines.set(line.slice(0, end), line.slice(end + 1));
  }
  return lines;
}

export function termsText(lines: Iterable<readonly [term: string, places: string]>): string {
  return Array.from(lines, ([term, places]) => `${term}${divider}${places}`).join('\n');
}
