/** A picture of the board: a row a locale, a column some articles, the worse the darker. */
import type { Board, EditionStatus } from './board.ts';

/** Levels from good to bad; each has a colour of its own. */
export const levels = ['current', 'same-shape', 'findings', 'behind', 'missing'] as const;
export type Level = (typeof levels)[number];

/** Cells of one level in a row that stand side by side. */
export interface Run {
  readonly level: Level;
  /** In columns. */
  readonly start: number;
  readonly length: number;
}

export interface HeatMap {
  readonly columns: number;
  /** Articles that one column stands for, at most. */
  readonly perColumn: number;
  readonly rows: readonly { readonly locale: string; readonly runs: readonly Run[] }[];
}

/** More columns than this are no picture any more. */
const mostColumns = 160;

export function heatMapOf({ topics, editions }: Pick<Board, 'topics' | 'editions'>): HeatMap {
  const perColumn = Math.max(1, Math.ceil(topics / mostColumns));
  const columns = Math.ceil(topics / perColumn);
  const rows = Object.entries(editions).map(([locale, all]) => {
    const runs: { level: Level; start: number; length: number }[] = [];
    for (let column = 0; column < columns; column++) {
      const level = worst(all.slice(column * perColumn, (column + 1) * perColumn));
      const last = runs.at(-1);
      if (last?.level === level) last.length++;
      else runs.push({ level, start: column, length: 1 });
    }
    return { locale, runs };
  });
  return { columns, perColumn, rows };
}

function worst(editions: readonly EditionStatus[]): Level {
  return levels[Math.max(0, ...editions.map((edition) => levels.indexOf(levelOf(edition))))] ?? 'current';
}

function levelOf({ state, errors }: EditionStatus): Level {
  if (state === 'behind' || state === 'missing') return state;
  return errors > 0 ? 'findings' : state;
}
