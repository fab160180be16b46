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
}

interface Hit {
  readonly start: number;
  readonly end: number;
  readonly term: string;
}

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
  let best: { passage: Passage; hits: Hit[]; score: number } | undefined;
  for (const passage of passages) {
    const hits = hitsIn(passage.text, wanted);
    const heading = hitsIn(passage.heading, wanted);
    const score = worthOf(hits, wanted) + worthOf(heading, wanted) / 2;
    if (score > 0 && score > (best?.score ?? 0)) best = { passage, hits, score };
  }
  if (!best) return { pieces: window(passages[0]?.text ?? '', []) };
  return { pieces: window(best.passage.text, best.hits), passage: best.passage };
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
