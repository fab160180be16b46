/**
 * What an input file says, sentence by sentence, read in the plainest way: no parser of Markdown, only what no reader sees taken
 * away. Shares nothing with the pipeline, so that both cannot be wrong in the same way.
 */
import { decodeNamedCharacterReference } from 'decode-named-character-reference';

/** A sentence of a file, or a line where the file has no pairs. */
export interface Sentence {
  /** From 1. */
  readonly line: number;
  /** The sentence as it stands in the file. */
  readonly text: string;
  /** Letters and digits of its parts, between markup that may hide something. */
  readonly parts: readonly string[];
  /** The same of its original, where the file has one. */
  readonly original?: readonly string[];
}

const quote = '(?:"|&quot;)';
const pair = new RegExp(
  `<span data-ttu-id=${quote}[^<>]*?${quote}>((?:(?!<span data-ttu-id=)[\\s\\S])*?)</span><span class=${quote}sxs-lookup${quote}>` +
    `<span data-stu-id=${quote}[^<>]*?${quote}>((?:(?!<span data-ttu-id=)[\\s\\S])*?)</span></span>`,
  'g',
);

/** All sentences of a file, in order. */
export function sentencesOf(file: string): Sentence[] {
  const text = file.replace(/\r\n?/g, '\n');
  const start = bodyStart(text);
  const sentences: Sentence[] = [];
  const lineOf = lineCounter(text);
  const add = (at: number, said: string, original?: string): void => {
    const parts = partsOf(said);
    if (parts.length === 0) return;
    sentences.push({
      line: lineOf(at),
      text: said,
      parts,
      ...(original === undefined ? {} : { original: partsOf(original) }),
    });
  };
  const between = (from: number, to: number): void => {
    let at = from;
    for (const line of hideCode(text.slice(from, to)).split('\n')) {
      add(at, line);
      at += line.length + 1;
    }
  };
  let reached = start;
  pair.lastIndex = start;
  for (let match = pair.exec(text); match; match = pair.exec(text)) {
    // What stands around pairs is markup and short; only files without pairs are read line by line.
    add(match.index, match[1] ?? '', match[2] ?? '');
    reached = match.index + match[0].length;
  }
  if (reached === start) between(start, text.length);
  return sentences;
}

function bodyStart(text: string): number {
  const header = /^\uFEFF?(?:<a name=[^\n]*\n)?---[^\n]*\n[\s\S]*?\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text);
  return header?.[0].length ?? 0;
}

function lineCounter(text: string): (offset: number) => number {
  let [line, at] = [1, 0];
  return (offset) => {
    for (let next = text.indexOf('\n', at); next !== -1 && next < offset; next = text.indexOf('\n', at)) {
      line++;
      at = next + 1;
    }
    return line;
  };
}

/** Extensions of the dialect say nothing themselves, and may stand for other files. */
function hideCode(text: string): string {
  return text.replace(
    /\[!(?:include|code|video)[^\n]*|:::[^\n]*|^[ \t>]*(?:```|~~~)[^\n]*|^ {0,3}\[[^\]\n]+\]:[^\n]*/gim,
    (match) => ' '.repeat(match.length),
  );
}

// An address may hold parentheses in pairs, three in each other are more than addresses have; a line may end before the last one.
const address = String.raw`\((?:[^()\n]|\((?:[^()\n]|\((?:[^()\n]|\([^()\n]*\))*\))*\))*\n?\)`;

/** What no reader sees, or sees as something else. */
const hidden = new RegExp(
  [
    String.raw`^[ \t]*:::[^\n]*`,
    String.raw`<!--[\s\S]*?(?:-->|$)`,
    // What quotes hold is of the tag, whatever it is.
    String.raw`</?[A-Za-z][\w-]*(?:\s+[\w-]+(?:=(?:"[^"]*"|'[^']*'))?)*\s*/?>`,
    String.raw`</?[A-Za-z][^<>]*>|<[A-Za-z][^<>]*$`,
    // The title of a link may have several lines.
    String.raw`\]\([^()\s]*\s+"[^"]*"\)|\]\s?${address}|\]\[[^\]\n]*\](?!\()`,
    String.raw`\[!(?!\s*\[)[^\]\n]*\](?!\()|\[[ xX]\](?!\()`,
    String.raw`https?:[^\s)\]]*`,
    String.raw`^[ \t>]*(?:(?:\d+[.)]|[-*+])(?:[ \t]+|$))+`,
    String.raw`\[\^[^\]\n]*\]`,
  ].join('|'),
  'gm',
);

function partsOf(text: string): string[] {
  return withoutReferences(text.replace(hidden, '\u0000'))
    .split('\u0000')
    .map(letters)
    .filter((part) => part !== '');
}

/** Text with the characters that its references name. */
export function withoutReferences(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([\da-z]{1,31}));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return decodeNamedCharacterReference(name) || whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number.parseInt(decimal, 10);
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '\uFFFD';
    },
  );
}

/** Letters and digits alone, in small letters; digits of all scripts as 0 to 9, because products show those. */
export function letters(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
    .replace(/[^\p{L}\p{N}\p{M}]/gu, '')
    .toLowerCase();
}
