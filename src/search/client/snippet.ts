/** What a result shows of an article: where the question's words stand, and what stands around them. */
import type { Passage } from '../passages.ts';
import { placedTerms } from '../words.ts';

/** A stretch of a text to be shown, marked where it is what was asked for. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** The passage that answers best. */
export interface Excerpt {
  readonly pieces: readonly Piece[];
  /** Undefined where nothing of the question stands in the text: it may be in the title, or in the original. */
  readonly passage?: Passage;
}

/** What is looked for in a text. */
export interface Wanted {
  /** Terms of the question, and what each is worth. */
  readonly terms: ReadonlyMap<string, number>;
  /** What begins so is wanted too. */
  readonly stems: readonly string[];
  /** Words that stand side by side in the question, two by two, little words among them; see `pairOf`. */
  readonly pairs: ReadonlySet<string>;
}

/** A passage, and how well it answers. */
interface Answering {
  readonly passage: Passage;
  readonly hits: readonly Hit[];
  readonly score: number;
}

interface Hit {
  readonly start: number;
  readonly end: number;
  readonly term: string;
}

/** Of two words side by side, beside what each of them is worth. */
const pairEffect = 0.5;
/** What another form of a term is worth. */
const formWorth = 1;
/** Characters of an excerpt; two lines on a wide screen. */
const excerptLength = 180;
/** Of them before the first mark. */
const lead = 40;

/** A text with the wanted terms marked. */
export function mark(text: string, wanted: Wanted): Piece[] {
  return cut(text, hitsIn(text, wanted), 0, text.length);
}

/** The best passage of an article, cut to what fits; its beginning where no passage has a wanted term. */
export function excerpt(passages: readonly Passage[], wanted: Wanted): Excerpt {
  const best = answering(passages, wanted);
  if (!best) return { pieces: window(passages[0]?.text ?? '', []) };
  return { pieces: window(best.passage.text, best.hits), passage: best.passage };
}

/** The passage that has most of what is wanted, above all side by side as in the question; undefined where none has anything. */
function answering(passages: readonly Passage[], wanted: Wanted): Answering | undefined {
  let best: Answering | undefined;
  for (const passage of passages) {
    const hits = hitsIn(passage.text, wanted);
    const heading = hitsIn(passage.heading, wanted);
    const score = worthOf(hits, wanted) + worthOf(heading, wanted) / 2 + pairEffect * pairsIn(passage.text, wanted);
    if (score > 0 && score > (best?.score ?? 0)) best = { passage, hits, score };
  }
  return best;
}

/** What the words of the question that stand side by side in a passage are worth, in the passage with most of them. */
export function together(passages: readonly Passage[], wanted: Wanted): number {
  return passages.reduce(
    (most, { text, heading }) => Math.max(most, pairsIn(text, wanted) + pairsIn(heading, wanted) / 2),
    0,
  );
}

/** How two words that stand side by side are known. */
export function pairOf(first: string, second: string): string {
  return `${first} ${second}`;
}

/** The words of a text, two by two; of scripts without blanks pairs of characters that overlap. */
export function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  let before: string | undefined;
  for (const { terms } of placedTerms(text)) {
    const [term] = terms;
    if (before !== undefined && term !== undefined) pairs.add(pairOf(before, term));
    before = term;
  }
  return pairs;
}

/** What the wanted pairs in a text are worth: as much as the worthier word of each. */
function pairsIn(text: string, { terms, pairs }: Wanted): number {
  if (pairs.size === 0) return 0;
  let worth = 0;
  for (const pair of pairsOf(text)) {
    if (!pairs.has(pair)) continue;
    const [first = '', second = ''] = pair.split(' ');
    worth += Math.max(terms.get(first) ?? 0, terms.get(second) ?? 0);
  }
  return worth;
}

function worthOf(hits: readonly Hit[], wanted: Wanted): number {
  return [...new Set(hits.map(({ term }) => term))].reduce(
    (sum, term) => sum + (wanted.terms.get(term) ?? formWorth),
    0,
  );
}

function hitsIn(text: string, { terms: known, stems }: Wanted): Hit[] {
  const hits: Hit[] = [];
  for (const { start, end, terms } of placedTerms(text)) {
    const term =
      terms.find((candidate) => known.has(candidate)) ??
      stems.find((stem) => terms.some((candidate) => candidate.startsWith(stem)));
    if (term !== undefined) hits.push({ start, end, term });
  }
  return hits;
}

/** The stretch of a text with the most different hits. */
function window(text: string, hits: readonly Hit[]): Piece[] {
  let [from, most] = [hits[0]?.start ?? 0, 0];
  for (const [index, { start }] of hits.entries()) {
    const end = start + excerptLength - lead;
    const inside = new Set<string>();
    // Only as far as it reaches: a passage may have a hundred thousand hits.
    for (let next = index, hit = hits[next]; hit && hit.start < end; hit = hits[++next])
      if (hit.end <= end) inside.add(hit.term);
    if (inside.size > most) [from, most] = [start, inside.size];
  }
  let start = text.length <= excerptLength ? 0 : Math.max(0, Math.min(from - lead, text.length - excerptLength));
  // Begins with a whole word where there are blanks nearby.
  const blank = start > 0 ? text.indexOf(' ', start) : -1;
  if (blank !== -1 && blank < from && blank - start < lead) start = blank + 1;
  let end = Math.min(text.length, start + excerptLength);
  const lastBlank = end < text.length ? text.lastIndexOf(' ', end) : -1;
  if (lastBlank !== -1 && lastBlank > end - lead) end = lastBlank;
  const pieces = cut(text, hits, start, end);
  if (start > 0) pieces.unshift({ text: '…', marked: false });
  if (end < text.length) pieces.push({ text: '…', marked: false });
  return pieces;
}

function cut(text: string, hits: readonly Hit[], start: number, end: number): Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  const push = (to: number, marked: boolean): void => {
    if (to > at) pieces.push({ text: text.slice(at, to), marked });
    at = Math.max(at, to);
  };
  for (const hit of hits) {
    if (hit.end <= at || hit.start >= end) continue;
    push(hit.start, false);
    const last = pieces.at(-1);
    // Pairs of characters overlap, and marks that touch are one.
    if (last?.marked === true && hit.start <= at) {
      const to = Math.min(hit.end, end);
      pieces[pieces.length - 1] = { text: last.text + text.slice(at, to), marked: true };
      at = to;
    } else push(Math.min(hit.end, end), true);
  }
  push(end, false);
  return pieces;
}
