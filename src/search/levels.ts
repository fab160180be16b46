/** What a term is worth in an article, in the steps in which an index keeps it. Browsers load this module. */

/** No term is worth more. */
export const mostImpact = 2.3;
/** Each step is some five sixths of the one before. */
const least = 0.06;
export const steps = 16;
const levels = Array.from({ length: steps }, (_, level) => mostImpact * least ** (level / (steps - 1)));

/** What a term of a level is worth; the first level is that of the best. */
export function impactOf(level: number): number {
  return levels[level] ?? 0;
}

/** The nearest level, by ratio. */
export function levelOf(impact: number): number {
  const level = Math.round(((steps - 1) * Math.log(impact / mostImpact)) / Math.log(least));
  return Math.min(steps - 1, Math.max(0, level));
}
