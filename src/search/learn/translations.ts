/**
 * Which terms translate each other, learned from texts that say the same in two languages: IBM model 1 (Brown et al. 1993, “The
 * mathematics of statistical machine translation”), in both directions, started from Dice's coefficient so that two rounds are enough.
 * Everything is counted in typed arrays; candidates of a term are the few that it meets most often for their frequency.
 */
import type { IndexedTexts, ParallelTexts } from './parallel.ts';

/** Candidates that a term of either language has at least, where it meets as many. */
const candidates = 8;
const rounds = 2;
/** Part of a term that nothing translates. */
const untranslated = 1e-3;

/** Pairs of a source term and a term of the translation; the pairs of a source term lie between its start and the next one. */
export interface Translations {
  readonly source: IndexedTexts;
  readonly translation: IndexedTexts;
  readonly starts: Int32Array;
  /** The source's term and the translation's term of each pair. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Pairs of texts that have both terms. */
  readonly together: Int32Array;
  /** Probability of the translation's term where the source's term is, and the other way round. */
  readonly forward: Float64Array;
  readonly backward: Float64Array;
}

export function learnTranslations(texts: ParallelTexts): Translations {
  const [source, translation] = [texts.source.indexed(), texts.translation.indexed()];
  const pairs = candidatePairs(source, translation);
  let { forward, backward } = pairs;
  for (let round = 0; round < rounds; round++) [forward, backward] = improve({ ...pairs, forward, backward });
  return { ...pairs, forward, backward };
}

/** Terms that may translate each other, with Dice's coefficient in the place of probabilities. */
function candidatePairs(source: IndexedTexts, translation: IndexedTexts): Translations {
  const meetings = new Meetings(source, translation);
  const ofTranslation = new Best(translation.names.length);
  const ofSource = new Best(source.names.length);
  meetings.visit((from, to, _together, dice) => {
    ofSource.add(from, dice);
    ofTranslation.add(to, dice);
  });
  const [froms, tos, counts, values]: [number[], number[], number[], number[]] = [[], [], [], []];
  const starts = new Int32Array(source.names.length + 1);
  meetings.visit((from, to, together, dice) => {
    if (dice < ofSource.least(from) && dice < ofTranslation.least(to)) return;
    froms.push(from);
    tos.push(to);
    counts.push(together);
    values.push(dice);
    starts[from + 1] = froms.length;
  });
  for (let term = 0; term < source.names.length; term++)
    starts[term + 1] = Math.max(starts[term + 1] ?? 0, starts[term] ?? 0);
  const forward = Float64Array.from(values);
  return {
    source,
    translation,
    starts,
    from: Int32Array.from(froms),
    to: Int32Array.from(tos),
    together: Int32Array.from(counts),
    forward,
    backward: forward,
  };
}

/** The terms that meet in pairs of texts. */
class Meetings {
  readonly #source: IndexedTexts;
  readonly #translation: IndexedTexts;

  constructor(source: IndexedTexts, translation: IndexedTexts) {
    this.#source = source;
    this.#translation = translation;
  }

  /** Gives all pairs of terms that meet more than once, by the source's terms. */
  visit(take: (from: number, to: number, together: number, dice: number) => void): void {
    const { texts, textStarts, names, frequency } = this.#source;
    const { terms, starts, frequency: otherFrequency } = this.#translation;
    const counts = new Int32Array(this.#translation.names.length);
    const met = new Int32Array(this.#translation.names.length);
    for (let from = 0; from < names.length; from++) {
      let size = 0;
      for (let at = textStarts[from] ?? 0, end = textStarts[from + 1] ?? 0; at < end; at++) {
        const text = texts[at] ?? 0;
        for (let place = starts[text] ?? 0, last = starts[text + 1] ?? 0; place < last; place++) {
          const to = terms[place] ?? 0;
          const before = counts[to] ?? 0;
          if (before === 0) met[size++] = to;
          counts[to] = before + 1;
        }
      }
      for (let at = 0; at < size; at++) {
        const to = met[at] ?? 0;
        const together = counts[to] ?? 0;
        counts[to] = 0;
        if (together < 2) continue;
        take(from, to, together, (2 * together) / ((frequency[from] ?? 0) + (otherFrequency[to] ?? 0)));
      }
    }
  }
}

/** The greatest values that terms were given. */
class Best {
  /** Of each term, greatest first. */
  readonly #values: Float64Array;

  constructor(count: number) {
    this.#values = new Float64Array(count * candidates);
  }

  add(term: number, value: number): void {
    const values = this.#values;
    const first = term * candidates;
    let at = first + candidates - 1;
    if (value <= (values[at] ?? 0)) return;
    for (; at > first && (values[at - 1] ?? 0) < value; at--) values[at] = values[at - 1] ?? 0;
    values[at] = value;
  }

  /** The least of a term's greatest values. */
  least(term: number): number {
    return this.#values[term * candidates + candidates - 1] ?? 0;
  }
}

/** One round of expectation and maximization, in both directions. */
function improve(pairs: Translations): [forward: Float64Array, backward: Float64Array] {
  const { source, translation, starts, to, forward, backward } = pairs;
  const nextForward = new Float64Array(to.length);
  const nextBackward = new Float64Array(to.length);
  // Of the terms of a translation: the last text that had it, and the sum of the probabilities of what it may translate.
  const lastText = new Int32Array(translation.names.length).fill(-1);
  const sums = new Float64Array(translation.names.length);
  let found = new Int32Array(1024);
  for (let text = 0; text + 1 < source.starts.length; text++) {
    for (let at = translation.starts[text] ?? 0, end = translation.starts[text + 1] ?? 0; at < end; at++) {
      const term = translation.terms[at] ?? 0;
      lastText[term] = text;
      sums[term] = untranslated;
    }
    let size = 0;
    for (let at = source.starts[text] ?? 0, end = source.starts[text + 1] ?? 0; at < end; at++) {
      const term = source.terms[at] ?? 0;
      const first = size;
      let sum = untranslated;
      for (let pair = starts[term] ?? 0, last = starts[term + 1] ?? 0; pair < last; pair++) {
        const other = to[pair] ?? 0;
        if (lastText[other] !== text) continue;
        sum += backward[pair] ?? 0;
        sums[other] = (sums[other] ?? 0) + (forward[pair] ?? 0);
        if (size === found.length) found = enlarged(found);
        found[size++] = pair;
      }
      for (let place = first; place < size; place++) {
        const pair = found[place] ?? 0;
        nextBackward[pair] = (nextBackward[pair] ?? 0) + (backward[pair] ?? 0) / sum;
      }
    }
    for (let place = 0; place < size; place++) {
      const pair = found[place] ?? 0;
      nextForward[pair] = (nextForward[pair] ?? 0) + (forward[pair] ?? 0) / (sums[to[pair] ?? 0] ?? 1);
    }
  }
  normalize(nextForward, pairs.from, source.names.length);
  normalize(nextBackward, to, translation.names.length);
  return [nextForward, nextBackward];
}

function enlarged(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}

/** Translations of which no term of the translation is a pair of characters where two words meet. */
export function withoutJunctions(translations: Translations): Translations {
  const { source, translation, from, to, forward, backward } = translations;
  if (!translation.isWord.includes(0)) return translations;
  const ofWords = (probabilities: Float64Array): Float64Array =>
    probabilities.map((probability, pair) => (translation.isWord[to[pair] ?? 0] === 1 ? probability : 0));
  const ofSource = ofWords(forward);
  normalize(ofSource, from, source.names.length);
  return { ...translations, forward: ofSource, backward: ofWords(backward) };
}

/** Makes the values of each term's pairs sum up to 1. */
function normalize(values: Float64Array, terms: Int32Array, count: number): void {
  const sums = new Float64Array(count);
  for (const [pair, term] of terms.entries()) sums[term] = (sums[term] ?? 0) + (values[pair] ?? 0);
  for (const [pair, term] of terms.entries()) {
    const sum = sums[term] ?? 0;
    if (sum > 0) values[pair] = (values[pair] ?? 0) / sum;
  }
}
