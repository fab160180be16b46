/** The stretch of a text that is shown around a place in it: what is there stands in the first line, also on a phone. */
import { wordEnds } from './whole-words.ts';

export interface Window {
  readonly start: number;
  readonly end: number;
  /** Whether it begins where a sentence does. */
  readonly isSentence: boolean;
}

/** Of a window before the place, in columns: the sentence, or some words of it. A line on a phone has some forty. */
const [sentenceLead, wordLead] = [30, 22];
/** Characters in which a word ends. */
const nearby = 40;
/** Characters of two columns. */
const widePattern =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/u;
/** Marks that stand above or below other characters. */
const narrowPattern = /[\p{Mn}\p{Cf}]/u;
const sentenceEndPattern = /[。！？]|[.!?؟।](?=\s)/gu;
/** What a text may begin with. */
const beginningPattern = /[\p{L}\p{N}“„«「『[(<]/u;

/** @param columns of the window, of which Chinese characters take two */
export function windowAt(text: string, place: number, columns: number): Window {
  const [start, isSentence] = startOf(text, place);
  const furthest = walk(text, start, 1, columns);
  return {
    start,
    end: furthest >= text.length ? text.length : endOf(text, Math.max(place + 1, start), furthest),
    isSentence,
  };
}

/** The sentence's beginning, if it is near; else that of a word. */
function startOf(text: string, place: number): [start: number, isSentence: boolean] {
  const furthest = walk(text, place, -1, sentenceLead);
  const before = text.slice(furthest, place);
  const sentence = [...before.matchAll(sentenceEndPattern)].at(-1);
  if (sentence) return [furthest + sentence.index + 1 + leadingBlanks(before.slice(sentence.index + 1)), true];
  if (furthest === 0) return [0, true];
  const earliest = walk(text, place, -1, wordLead);
  const context = Math.max(0, earliest - nearby);
  const ends = wordEnds(text.slice(context, place)).map((end) => end + context);
  const start = ends.find((end) => end >= earliest && beginningPattern.test(text.charAt(end))) ?? place;
  return [start, false];
}

/** The last end of a word before the end of what fits. */
function endOf(text: string, least: number, furthest: number): number {
  const context = Math.max(least, furthest - nearby);
  const ends = wordEnds(text.slice(context, furthest + nearby)).map((end) => end + context);
  const end = ends.filter((candidate) => candidate <= furthest).at(-1) ?? furthest;
  return context + text.slice(context, end).trimEnd().length;
}

/** Whether nothing of a sentence is missing at the end of a text. */
export function endsSentence(text: string): boolean {
  return /[。！？.!?؟।]$/u.test(text);
}

function leadingBlanks(text: string): number {
  return text.length - text.trimStart().length;
}

/** How far from a place a number of columns reaches. */
function walk(text: string, from: number, step: 1 | -1, columns: number): number {
  let at = from;
  for (let left = columns; left > 0; at += step) {
    const character = text.charAt(step === 1 ? at : at - 1);
    if (character === '') return at;
    left -= narrowPattern.test(character) ? 0 : widePattern.test(character) ? 2 : 1;
  }
  return at;
}
