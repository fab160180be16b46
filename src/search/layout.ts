/**
 * How an article's terms are laid out for Pagefind, which keeps at which positions of an article a term stands, and nothing else; so
 * the position tells what the term is worth there. Each term is laid out once.
 */
import { levelOf, steps } from './levels.ts';

/** Room for the best levels, at the beginning. What does not fit goes on in the next level. */
const fixed = [16, 24, 24, 32] as const;
const fixedEnd = fixed.reduce((sum, room) => sum + room, 0);
/** The others take turns, so that none needs an end; more places for those that most terms are in. */
const turns = [4, 5, 6, 7, 4, 5, 8, 9, 4, 5, 6, 10, 4, 5, 6, 11, 7, 8, 12, 9, 13, 14, 15] as const;
/** From here on all positions are of the least level: what is behind is of an article that has tens of thousands of words. */
const turnsEnd = 1 << 14;
/** Fills positions that no term has; Pagefind counts it and indexes nothing. */
const filler = '-';

/** The text that Pagefind is given: terms at the positions of their levels. */
export function layOut(impacts: ReadonlyMap<string, number>): string {
  const byLevel = Array.from({ length: steps }, (): string[] => []);
  const sorted = [...impacts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  for (const [term, impact] of sorted) byLevel[levelOf(impact)]?.push(term);
  const places: string[] = [];
  let rest: string[] = [];
  for (const [level, room] of fixed.entries()) {
    const wanted = [...rest, ...(byLevel[level] ?? [])];
    const end = places.length + room;
    places.push(...wanted.slice(0, room));
    rest = wanted.slice(room);
    while (places.length < end) places.push(filler);
  }
  const queues = byLevel.map((terms, level) => (level === fixed.length ? [...rest, ...terms] : terms));
  const taken = byLevel.map(() => 0);
  let left = queues.slice(fixed.length).reduce((sum, { length }) => sum + length, 0);
  for (let turn = 0; left > 0 && places.length < turnsEnd; turn = (turn + 1) % turns.length) {
    const level = turns[turn] ?? fixed.length;
    const term = queues[level]?.[taken[level] ?? 0];
    places.push(term ?? filler);
    if (term === undefined) continue;
    taken[level] = (taken[level] ?? 0) + 1;
    left--;
  }
  const behind = queues.flatMap((terms, level) => (level < fixed.length ? [] : terms.slice(taken[level])));
  if (behind.length === 0) while (places.at(-1) === filler) places.pop();
  return [...places, ...behind].join(' ');
}

/** The level of a term at a position. */
export function levelAt(position: number): number {
  if (position >= turnsEnd) return steps - 1;
  let end = 0;
  for (const [level, room] of fixed.entries()) {
    end += room;
    if (position < end) return level;
  }
  return turns[(position - fixedEnd) % turns.length] ?? 0;
}
