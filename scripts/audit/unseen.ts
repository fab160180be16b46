/** What no reader of a Markdown file sees, over several lines too: comments, instructions, tags, addresses of links, marks of other files. */

/** A text as long as it was, with blanks for what no reader sees. Code shows all that is in it, but for the lines with its fences. */
export function withoutUnseen(text: string): string {
  const kept: string[] = [];
  let at = 0;
  for (const { start, end } of new Unseen(text).spans()) {
    kept.push(text.slice(at, start), text.slice(start, end).replace(/[^\n]/g, ' '));
    at = end;
  }
  return kept.join('') + text.slice(at);
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where something begins that shows all that is in it, or nothing; in groups, where it matters what it is. */
const beginnings = new RegExp(
  [
    String.raw`\\[!-/:-@[-\`{-~]`,
    String.raw`^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*(?<fence>\`{3,}|~{3,})`,
    String.raw`(?<ticks>\`+)`,
    String.raw`(?<comment><!--|<\?)`,
    // A tag with attributes on several lines.
    String.raw`(?<whole><[a-z][\w-]*(?:\s+[\w:@.-]+(?:=(?:"[^"<>\n]*"|'[^'<>\n]*'))?)+\s*/?>|\[!(?:include|code|video)[^\n]*|:::[^\n]*)`,
    String.raw`^[ \t>]{0,9}(?<label>\[(?!\^)[^\]\n]+\]:)`,
  ].join('|'),
  'gim',
);

class Unseen {
  readonly #text: string;
  /** Where the last end of each kind of comment stands: behind it, none that begins has one. */
  readonly #lastEnds: ReadonlyMap<string, number>;

  constructor(text: string) {
    this.#text = text;
    this.#lastEnds = new Map(['-->', '?>'].map((end) => [end, text.lastIndexOf(end)]));
  }

  /** In order. */
  *spans(): Generator<Span> {
    const pattern = new RegExp(beginnings);
    for (let match = pattern.exec(this.#text); match; match = pattern.exec(this.#text)) {
      const start = match.index;
      const { fence, ticks, comment, whole, label } = match.groups ?? {};
      if (fence !== undefined) {
        const { opening, closing } = this.#fences(start, pattern.lastIndex, fence);
        yield opening;
        yield closing;
        pattern.lastIndex = closing.end;
      } else if (ticks !== undefined) pattern.lastIndex = this.#endOfCode(pattern.lastIndex, ticks);
      else if (whole !== undefined) yield { start, end: pattern.lastIndex };
      else {
        const end =
          comment !== undefined
            ? this.#endOfComment(start, comment)
            : label !== undefined
              ? this.#endOfAddress(pattern.lastIndex)
              : undefined;
        if (end === undefined) continue;
        yield { start, end };
        pattern.lastIndex = end;
      }
    }
  }

  /** The lines of a block of code that hold its fences. One without an end goes on to the end of the text. */
  #fences(start: number, behind: number, fence: string): { opening: Span; closing: Span } {
    const opening = { start, end: this.#lineEnd(behind) };
    const mark = fence.charAt(0);
    for (let line = opening.end + 1; line < this.#text.length; line = this.#lineEnd(line) + 1) {
      const end = this.#lineEnd(line);
      const marks = this.#text
        .slice(line, end)
        .replace(/^[ \t>]+/, '')
        .trim();
      if (marks.length >= fence.length && marks === mark.repeat(marks.length))
        return { opening, closing: { start: line, end } };
    }
    return { opening, closing: { start: this.#text.length, end: this.#text.length } };
  }

  #lineEnd(from: number): number {
    const end = this.#text.indexOf('\n', from);
    return end === -1 ? this.#text.length : end;
  }

  /** Code in a line ends at the next run of as many backticks; without one, the backticks are text. */
  #endOfCode(from: number, ticks: string): number {
    const line = this.#text.slice(from, this.#lineEnd(from));
    for (const { 0: run, index } of line.matchAll(/`+/g))
      if (run.length === ticks.length) return from + index + run.length;
    return from;
  }

  #endOfComment(start: number, beginning: string): number | undefined {
    const empty = /^<!---?>/.exec(this.#text.slice(start, start + 6));
    if (empty) return start + empty[0].length;
    const ending = beginning === '<?' ? '?>' : '-->';
    if ((this.#lastEnds.get(ending) ?? -1) < start) return undefined;
    return this.#text.indexOf(ending, start + beginning.length) + ending.length;
  }

  /** The end of an address behind its label, with its title; each of the two may stand on a line of its own. */
  #endOfAddress(from: number): number | undefined {
    const address = this.#match(/[ \t]*(?:\n[ \t>]*)?(?:<[^<>\n]*>|[^\s<>]\S*)/y, from);
    if (address === undefined) return undefined;
    const title = this.#match(/[ \t]*(?:\n[ \t>]*)?(?:"[^"]*"|'[^']{0,999}'|\([^()]{0,999}\))[ \t]*(?=\n|$)/y, address);
    return title ?? this.#match(/[ \t]*(?=\n|$)/y, address);
  }

  /** Where a match ends that begins at an offset. */
  #match(pattern: RegExp, from: number): number | undefined {
    pattern.lastIndex = from;
    return pattern.exec(this.#text) ? pattern.lastIndex : undefined;
  }
}
