/** How well a search did, in the field's own measures. */

/** What became of one question. */
export interface Outcome {
  /** Place of the right article among the results, from 1; undefined where it is not among the first ten. */
  readonly place: number | undefined;
  readonly found: number;
  readonly milliseconds: number;
}

export interface Scores {
  readonly queries: number;
  /** Share of questions whose article is among the first 1, 5 and 10. */
  readonly recall: readonly [number, number, number];
  /** Mean of 1/place, 0 beyond the tenth. */
  readonly meanReciprocalRank: number;
  /** Share of questions without any result. */
  readonly zero: number;
  /** Median and 95th percentile of the time of a question. */
  readonly milliseconds: readonly [number, number];
}

export const places = 10;

export function scoresOf(outcomes: readonly Outcome[]): Scores {
  const share = (test: (outcome: Outcome) => boolean): number => outcomes.filter(test).length / outcomes.length;
  const upTo = (most: number): number => share(({ place }) => place !== undefined && place <= most);
  const times = outcomes.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const at = (part: number): number => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
  return {
    queries: outcomes.length,
    recall: [upTo(1), upTo(5), upTo(places)],
    meanReciprocalRank:
      outcomes.reduce((sum, { place }) => sum + (place === undefined ? 0 : 1 / place), 0) / outcomes.length,
    zero: share(({ found }) => found === 0),
    milliseconds: [at(0.5), at(0.95)],
  };
}

/** Means over locales, each counting alike. */
export function meanScores(scores: readonly Scores[]): Scores {
  const mean = (value: (score: Scores) => number): number =>
    scores.reduce((sum, score) => sum + value(score), 0) / scores.length;
  return {
    queries: scores.reduce((sum, { queries }) => sum + queries, 0),
    recall: [mean(({ recall }) => recall[0]), mean(({ recall }) => recall[1]), mean(({ recall }) => recall[2])],
    meanReciprocalRank: mean(({ meanReciprocalRank }) => meanReciprocalRank),
    zero: mean(({ zero }) => zero),
    milliseconds: [mean(({ milliseconds }) => milliseconds[0]), mean(({ milliseconds }) => milliseconds[1])],
  };
}
