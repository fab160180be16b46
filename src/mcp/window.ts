/** A long text in parts. */

export interface Window {
  readonly text: string;
  /** Where the next part begins; undefined after the last one. */
  readonly next?: number;
}

/** Of a part's length, how much may be left out so that it ends where a paragraph or line does. */
const slack = 0.25;

/**
 * The part of a text that begins at an offset. It ends with a paragraph, else with a line, where one ends near its limit, and never
 * within a character.
 *
 * @param offset in UTF-16 code units, as the part before has named it
 * @param most code units of the part
 */
export function windowOf(text: string, offset: number, most: number): Window {
  const start = wholeFrom(text, Math.min(offset, text.length));
  const limit = start + most;
  if (limit >= text.length) return { text: text.slice(start) };
  const least = start + Math.ceil(most * (1 - slack));
  const ends = ['\n\n', '\n'].map((mark) => ({ mark, at: text.lastIndexOf(mark, limit - mark.length) }));
  const found = ends.find(({ mark, at }) => at + mark.length >= least);
  const end = wholeFrom(text, found === undefined ? limit : found.at + found.mark.length);
  return { text: text.slice(start, end), next: end };
}

/** The place, or the next one where it is in the middle of a character. */
function wholeFrom(text: string, at: number): number {
  return at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff ? at + 1 : at;
}
