/**
 * Terms of one language that mean nearly the same, because they have translations in common: paraphrases by way of a pivot language
 * (Bannard and Callison-Burch 2005, “Paraphrasing with bilingual parallel corpora”), as likely one way as the other.
 */
import type { IndexedTexts } from './parallel.ts';
import type { Translations } from './translations.ts';

/** Two terms of one side, by their numbers, the smaller one first. */
export interface Paraphrase {
  readonly term: number;
  readonly other: number;
  /** Geometric mean of the probabilities that one stands where the other could. */
  readonly likeness: number;
}

/** One side's terms with what they translate, or what translates them; those of a term lie between its start and the next one. */
interface Links {
  readonly starts: Int32Array;
  readonly others: Int32Array;
  /** Probability of the other term where this one is, and the other way round. */
  readonly there: Float64Array;
  readonly back: Float64Array;
}

/** Links that are less likely in either direction, or rest on fewer texts, lead nowhere that is sure. */
const leastLikely = 0.04;
const fewestTexts = 3;
/** Two terms of which one is in so many of the texts of the other are parts of one expression: `credit` and `card`. */
const company = 0.35;

/** Finds paraphrases among the terms of either side. */
export class Paraphrases {
  readonly #texts: Readonly<Record<'source' | 'translation', IndexedTexts>>;
  readonly #links: Readonly<Record<'source' | 'translation', Links>>;

  constructor({ source, translation, from, to, together, forward, backward }: Translations) {
    const pairs = Int32Array.from(
      from.keys().filter((pair) => {
        const likely = Math.min(forward[pair] ?? 0, backward[pair] ?? 0);
        return likely >= leastLikely && (together[pair] ?? 0) >= fewestTexts;
      }),
    );
    this.#texts = { source, translation };
    this.#links = {
      source: linksOf({ count: source.names.length, pairs, terms: from, others: to, there: forward, back: backward }),
      translation: linksOf({
        count: translation.names.length,
        pairs,
        terms: to,
        others: from,
        there: backward,
        back: forward,
      }),
    };
  }

  /** All paraphrases of one side that are at least so likely, sorted. */
  among(side: 'source' | 'translation', least: number): Paraphrase[] {
    const texts = this.#texts[side];
    const [links, pivots] =
      side === 'source' ? [this.#links.source, this.#links.translation] : [this.#links.translation, this.#links.source];
    const there = new Float64Array(texts.names.length);
    const back = new Float64Array(texts.names.length);
    const found: Paraphrase[] = [];
    for (let term = 0; term < texts.names.length; term++) {
      const met: number[] = [];
      for (let at = links.starts[term] ?? 0, end = links.starts[term + 1] ?? 0; at < end; at++) {
        const pivot = links.others[at] ?? 0;
        const [toPivot, fromPivot] = [links.there[at] ?? 0, links.back[at] ?? 0];
        for (let place = pivots.starts[pivot] ?? 0, last = pivots.starts[pivot + 1] ?? 0; place < last; place++) {
          const other = pivots.others[place] ?? 0;
          if (other <= term) continue;
          if (there[other] === 0) met.push(other);
          there[other] = (there[other] ?? 0) + toPivot * (pivots.there[place] ?? 0);
          back[other] = (back[other] ?? 0) + fromPivot * (pivots.back[place] ?? 0);
        }
      }
      for (const other of met) {
        const likeness = Math.sqrt((there[other] ?? 0) * (back[other] ?? 0));
        [there[other], back[other]] = [0, 0];
        if (likeness >= least && !keepCompany(texts, term, other)) found.push({ term, other, likeness });
      }
    }
    return found;
  }
}

interface PairsOfTerms {
  /** Number of terms. */
  readonly count: number;
  /** Which of the pairs are links. */
  readonly pairs: Int32Array;
  readonly terms: Int32Array;
  readonly others: Int32Array;
  readonly there: Float64Array;
  readonly back: Float64Array;
}

function linksOf({ count, pairs, terms, others, there, back }: PairsOfTerms): Links {
  const sorted = pairs.toSorted((a, b) => (terms[a] ?? 0) - (terms[b] ?? 0) || a - b);
  const starts = new Int32Array(count + 1);
  for (const pair of sorted) {
    const next = (terms[pair] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let term = 0; term < count; term++) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  return {
    starts,
    others: sorted.map((pair) => others[pair] ?? 0),
    there: Float64Array.from(sorted, (pair) => there[pair] ?? 0),
    back: Float64Array.from(sorted, (pair) => back[pair] ?? 0),
  };
}

/** Whether two terms are so often in the same text that they are translated together, not in each other's place. */
function keepCompany({ texts, textStarts }: IndexedTexts, term: number, other: number): boolean {
  let [at, place] = [textStarts[term] ?? 0, textStarts[other] ?? 0];
  const [end, last] = [textStarts[term + 1] ?? 0, textStarts[other + 1] ?? 0];
  const rarer = Math.min(end - at, last - place);
  let together = 0;
  while (at < end && place < last) {
    const difference = (texts[at] ?? 0) - (texts[place] ?? 0);
    if (difference === 0) together++;
    if (difference <= 0) at++;
    if (difference >= 0) place++;
  }
  return together > rarer * company;
}
