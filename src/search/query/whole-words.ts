/**
 * Marks that begin and end where words do. Terms of scripts without blanks are pairs of characters: one that was asked for may stand
 * in the middle of another word, or reach over the end of a word. Only what is marked is divided by the browser's dictionary; what is
 * found is not (see `words.ts`).
 */
import { isDense, isOneCharacter } from '../words.ts';

/** A stretch of a text with a wanted term. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly term: string;
  /** Whether only its beginning is that of what is there. */
  readonly isForm: boolean;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Scripts whose words do not change their endings, and whose letters are sounds: a part of a word says nothing of it. */
const spelledPattern = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** What joins words and ends them in Japanese, and few words of its own. */
const hiraganaPattern = /^\p{Script=Hiragana}+$/u;
/**
 * Words that join others. They cannot be cut out of a question, where they may be parts of longer words; of a text whose words are told
 * apart, they can be left.
 */
const joining = new Set(
  (
    '的 了 是 在 和 與 与 及 或 也 都 就 會 会 要 有 不 把 被 給 给 對 对 於 于 之 其 且 而 從 从 到 向 為 为 以 用 嗎 吗 呢 這 这 那 此 我 你 您 他 她 它 ' +
    'だけ から まで より ない れる られる なる する ある いる もう また こと もの とき ところ さん ' +
    'ของ ที่ และ หรือ ได้ ให้ ด้วย เป็น จะ ใน ไม่ มี คือ กับ จาก ถึง ต้อง ว่า แล้ว การ ความ ไป มา อยู่ โดย ตาม แต่ นี้ นั้น กี่ ขอ ไว้'
  ).split(' '),
);
/** Korean has blanks between words, with their particles. */
const koreanPattern = /\p{Script=Hangul}/u;
/** Pairs side by side that are no chance, and so many of sounds. */
const [fewestPairs, fewestSpelled] = [2, 3];

const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter('und', { granularity: 'word' }) : undefined;

/** Where words of a text end, and what is between them; of scripts without blanks as far as the browser knows. */
export function wordEnds(text: string): number[] {
  if (segmenter === undefined)
    return Array.from(text.matchAll(/\s+|\S+/gu), ({ 0: word, index }) => index + word.length);
  return Array.from(segmenter.segment(text), ({ segment, index }) => index + segment.length);
}

/**
 * What is to be marked, in order and without overlaps.
 *
 * @param hits in order
 * @param isLittle whether a word says nothing of what a text is about
 */
export function wholeWords(text: string, hits: readonly Hit[], isLittle: (word: string) => boolean): Span[] {
  const inRuns = hits.filter(({ term }) => isDense(term));
  const dividing = segmenter !== undefined && inRuns.some(({ term }) => !koreanPattern.test(term));
  if (!dividing) return merged(hits);
  const others = hits.filter(({ term }) => !isDense(term) || koreanPattern.test(term));
  const divided = new Words(text, isLittle);
  for (const hit of inRuns) if (!koreanPattern.test(hit.term)) divided.add(hit);
  return merged([...others, ...divided.marked()].sort((a, b) => a.start - b.start));
}

/** A word of the text, and what of it was found. */
interface Word extends Span {
  readonly text: string;
  /** Pairs that are side by side in it. */
  readonly runs: { start: number; end: number; pairs: number }[];
  isMarked: boolean;
}

class Words {
  readonly #words: Word[] = [];
  /** By character, the word that it is in. */
  readonly #wordAt: Word[] = [];
  readonly #joined: (readonly [Word, Word])[] = [];
  readonly #isLittle: (word: string) => boolean;

  constructor(text: string, isLittle: (word: string) => boolean) {
    this.#isLittle = isLittle;
    let start = 0;
    for (const end of wordEnds(text)) {
      const word: Word = { start, end, text: text.slice(start, end), runs: [], isMarked: false };
      this.#words.push(word);
      while (start < end) this.#wordAt[start++] = word;
    }
  }

  add({ start, end, term }: Hit): void {
    const [first, last] = [this.#wordAt[start], this.#wordAt[end - 1]];
    if (!first || !last) return;
    if (first !== last) this.#joined.push([first, last]);
    else if (isOneCharacter(term)) first.isMarked ||= !this.#saysNothing(first);
    else {
      const run = first.runs.at(-1);
      if (run && start <= run.end) {
        run.end = Math.max(run.end, end);
        run.pairs++;
      } else first.runs.push({ start, end, pairs: 1 });
    }
  }

  marked(): Span[] {
    for (const word of this.#words) word.isMarked ||= isFound(word) && !this.#saysNothing(word);
    for (const [first, second] of this.#joined) {
      // The stem of a Japanese verb, with what it ends in.
      if (this.#isSingle(first) && hiraganaPattern.test(second.text)) first.isMarked = true;
      if (![first, second].every((word) => word.isMarked || this.#isSingle(word))) continue;
      first.isMarked = true;
      second.isMarked = true;
    }
    return this.#words.flatMap((word): readonly Span[] => {
      if (word.isMarked) return [word];
      if (this.#saysNothing(word)) return [];
      const fewest = spelledPattern.test(word.text) ? fewestSpelled : fewestPairs;
      return word.runs.filter(({ pairs }) => pairs >= fewest);
    });
  }

  /** Whether a word has no pair of its own, and says something. */
  #isSingle(word: Word): boolean {
    return isOneCharacter(word.text) && !this.#saysNothing(word);
  }

  #saysNothing({ text }: Word): boolean {
    return joining.has(text) || this.#isLittle(text) || (isOneCharacter(text) && hiraganaPattern.test(text));
  }
}

/** Whether enough of a word was found: all of it where its letters are sounds, else its beginning or most of it. */
function isFound({ start, end, text, runs }: Word): boolean {
  const covered = runs.reduce((sum, run) => sum + run.end - run.start, 0);
  const length = end - start;
  if (covered === length) return true;
  if (spelledPattern.test(text) || hiraganaPattern.test(text)) return false;
  return covered * 2 > length || (covered * 2 === length && runs[0]?.start === start);
}

function merged(spans: readonly Span[]): Span[] {
  const all: { start: number; end: number }[] = [];
  for (const { start, end } of spans) {
    const last = all.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else all.push({ start, end });
  }
  return all;
}
