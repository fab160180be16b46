/** What a result shows of an article: where the question's words stand, and what stands around them. */
import type { Passage } from '../passages.ts';
import { isDense, isOneCharacter, placedTerms } from '../words.ts';
import { type Hit, type Span, wholeWords } from './whole-words.ts';
import { endsSentence, windowAt } from './window.ts';

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
  /** Terms of the question and such as mean the same, and what each is worth. */
  readonly terms: ReadonlyMap<string, number>;
  /** Beginnings of terms that are wanted too, and what such a term is worth. */
  readonly stems: ReadonlyMap<string, number>;
  /** The term of the question that a term or stem stands for, where it is another one. */
  readonly standsFor: ReadonlyMap<string, string>;
  /** Words that stand side by side in the question, two by two, little words among them; see `pairOf`. */
  readonly pairs: ReadonlySet<string>;
  /** Whether a word says nothing of what a text is about, so that it is not marked. */
  readonly isLittle: (word: string) => boolean;
}

/** A passage, and how well it answers. */
interface Answering {
  readonly passage: Passage;
  readonly hits: readonly Hit[];
  /** The hit that the best stretch of the passage begins with; undefined where the heading alone has what is wanted. */
  readonly focus: Hit | undefined;
  readonly score: number;
}

/** Of two words side by side, beside what each of them is worth. */
const pairEffect = 0.5;
/** What is worth less: what stands further on than a phone shows, a pair of characters that may be there by chance. */
const half = 0.5;
/** Characters of an excerpt; two lines on a wide screen. */
const excerptLength = 180;
/** Of them those that a phone shows. */
const firstLook = 80;
/** Passages that may answer; in the best one all that was found may be parts of other words. */
const mostPassages = 4;

/** A text with the wanted terms marked. */
export function mark(text: string, wanted: Wanted): Piece[] {
  return cut(text, wholeWords(text, hitsIn(text, wanted), wanted.isLittle), 0, text.length);
}

/** The best passage of an article, cut to what fits; its beginning where no passage has a wanted term. */
export function excerpt(passages: readonly Passage[], wanted: Wanted): Excerpt {
  const answers = answering(passages, wanted);
  const shown = answers.slice(0, mostPassages).map((answer) => show(answer, wanted));
  const best = shown.find(({ pieces }) => pieces.some(({ marked }) => marked)) ?? shown[0];
  return best ?? { pieces: cutAt(passages[0]?.text ?? '', 0, []) };
}

function show({ passage, hits, focus }: Answering, wanted: Wanted): Excerpt {
  const { text } = passage;
  if (focus === undefined) return { pieces: cutAt(text, 0, []), passage };
  // Words are looked for near the focus only: a passage may be as long as a book.
  const [from, to] = [Math.max(0, focus.start - excerptLength), focus.start + 2 * excerptLength];
  const near = hits.filter(({ start, end }) => start >= from && end <= to);
  const local = near.map((hit) => ({ ...hit, start: hit.start - from, end: hit.end - from }));
  const marks = wholeWords(text.slice(from, to), local, wanted.isLittle).map(({ start, end }) => ({
    start: start + from,
    end: end + from,
  }));
  const first = marks.find(({ end }) => end > focus.start) ?? marks[0];
  return { pieces: cutAt(text, first?.start ?? 0, marks), passage };
}

/** The passages that have something of what is wanted, best first: what can be shown at once decides, above all side by side as asked. */
function answering(passages: readonly Passage[], wanted: Wanted): Answering[] {
  const answers: Answering[] = [];
  for (const passage of passages) {
    const hits = hitsIn(passage.text, wanted);
    const { focus, worth } = bestStretch(hits, wanted);
    const heading = bestStretch(hitsIn(passage.heading, wanted), wanted).worth;
    const score = worth + heading * half + pairEffect * pairsIn(passage.text, wanted);
    if (score > 0) answers.push({ passage, hits, focus, score });
  }
  return answers.sort((a, b) => b.score - a.score);
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

/** Where most of what is wanted stands together. Each word of the question counts once, by whatever it is found. */
function bestStretch(
  hits: readonly Hit[],
  wanted: Wanted,
): { readonly focus: Hit | undefined; readonly worth: number } {
  let [focus, most]: [Hit | undefined, number] = [undefined, 0];
  const worths = hits.map((hit, at) => worthOf(hit, hits[at - 1], hits[at + 1], wanted));
  for (const [index, { start }] of hits.entries()) {
    const earned = new Map<string, number>();
    // Only as far as it reaches: a passage may have a hundred thousand hits.
    for (let next = index, hit = hits[next]; hit && hit.end <= start + excerptLength; hit = hits[++next]) {
      const asked = wanted.standsFor.get(hit.term) ?? hit.term;
      const worth = (worths[next] ?? 0) * (hit.end <= start + firstLook ? 1 : half);
      earned.set(asked, Math.max(earned.get(asked) ?? 0, worth));
    }
    const sum = [...earned.values()].reduce((all, worth) => all + worth, 0);
    if (sum > most) [focus, most] = [hits[index], sum];
  }
  return { focus, worth: most };
}

/** A pair of characters with none beside it may be part of another word. */
function worthOf(hit: Hit, before: Hit | undefined, after: Hit | undefined, { terms, stems }: Wanted): number {
  const worth = (hit.isForm ? stems : terms).get(hit.term) ?? 0;
  const isAlone = isDense(hit.term) && (before?.end ?? -1) < hit.start && (after?.start ?? Infinity) > hit.end;
  return isAlone ? worth * half : worth;
}

function hitsIn(text: string, { terms: known, stems, isLittle }: Wanted): Hit[] {
  const hits: Hit[] = [];
  const beginnings = [...stems.keys()];
  for (const { start, end, terms } of placedTerms(text)) {
    const term = terms.find((candidate) => known.has(candidate));
    const found = term ?? beginnings.find((stem) => terms.some((candidate) => candidate.startsWith(stem)));
    if (found === undefined || (!isDense(found) && isLittle(text.slice(start, end)))) continue;
    // Of a pair that begins with the character that was asked for, only that one.
    const length = isOneCharacter(found) ? found.length : end - start;
    hits.push({ start, end: Math.min(end, start + length), term: found, isForm: term === undefined });
  }
  return hits;
}

/** What is shown of a text around a place. */
function cutAt(text: string, at: number, marks: readonly Span[]): Piece[] {
  const { start, end, isSentence } = windowAt(text, at, excerptLength);
  const pieces = cut(text, marks, start, end);
  if (start > 0 && !isSentence) pieces.unshift({ text: '…', marked: false });
  if (end < text.length && !endsSentence(text.slice(start, end))) pieces.push({ text: '…', marked: false });
  return pieces;
}

function cut(text: string, marks: readonly Span[], start: number, end: number): Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  const push = (to: number, marked: boolean): void => {
    if (to > at) pieces.push({ text: text.slice(at, to), marked });
    at = Math.max(at, to);
  };
  for (const mark of marks) {
    if (mark.end <= at || mark.start >= end) continue;
    push(mark.start, false);
    push(Math.min(mark.end, end), true);
  }
  push(end, false);
  return pieces;
}
