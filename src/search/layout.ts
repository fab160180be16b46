/**
 * How an article's terms lie in the index. Pagefind tells at which positions of an article a term stands, and nothing else; so the
 * position tells what the term is worth there. Each term is kept once.
 */
import { mostImpact } from './impact.ts';

/** What terms are worth is kept in eight steps, each some 0.7 of the one before; finer ones measure no better. */
const levels = Array.from({ length: 8 }, (_, level) => mostImpact * 0.08 ** (level / 7));
/** Room for the two best levels, at the beginning. What does not fit goes on in the next level. */
const fixed = [32, 48] as const;
const fixedEnd = fixed[0] + fixed[1];
/** The others take turns, so that none needs an end; more places for those that most terms are in. */
const turns = [2, 3, 2, 4, 2, 3, 2, 5, 2, 3, 2, 4, 2, 3, 6, 7] as const;
/** Fills positions that no term has; Pagefind counts it and indexes nothing. */
const filler = '-';

/** The text that Pagefind is given: terms at the positions of their levels. */
export function layOut(impacts: ReadonlyMap<string, number>): string {
  const byLevel = levels.map((): string[] => []);
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
  const taken = levels.map(() => 0);
  let left = queues.slice(fixed.length).reduce((sum, { length }) => sum + length, 0);
  for (let turn = 0; left > 0; turn = (turn + 1) % turns.length) {
    const level = turns[turn] ?? fixed.length;
    const term = queues[level]?.[taken[level] ?? 0];
    places.push(term ?? filler);
    if (term === undefined) continue;
    taken[level] = (taken[level] ?? 0) + 1;
    left--;
  }
  while (places.at(-1) === filler) places.pop();
  return places.join(' ');
}

/** What a term at a position is worth. */
export function impactAt(position: number): number {
  return levels[levelAt(position)] ?? 0;
}

function levelAt(position: number): number {
  if (position < fixed[0]) return 0;
  if (position < fixedEnd) return 1;
  return turns[(position - fixedEnd) % turns.length] ?? 0;
}

/** The nearest level, by ratio. */
function levelOf(impact: number): number {
  const level = Math.round((7 * Math.log(impact / mostImpact)) / Math.log(0.08));
  return Math.min(levels.length - 1, Math.max(0, level));
}
