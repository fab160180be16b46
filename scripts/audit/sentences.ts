/**
 * What an input file says, sentence by sentence, read in the plainest way: no parser of Markdown, only what no reader sees taken
 * away. Shares nothing with the pipeline, so that both cannot be wrong in the same way.
 */
import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { withoutUnseen } from './unseen.ts';

/** A sentence of a file, or a line where the file has no pairs. */
export interface Sentence {
  /** From 1. */
  readonly line: number;
  /** The sentence as it stands in the file. */
  readonly text: string;
  /** What it says as Markdown. */
  readonly parts: Reading;
  /** What it says where it is no Markdown, but in a block of HTML or of code. */
  readonly otherwise: readonly Reading[];
  /** What its original says, where the file has one. */
  readonly original?: Reading;
  /** True in a footnote, which stands at the end of its page. */
  readonly isFootnote: boolean;
}

/** Letters and digits of the parts of a sentence, between markup that may hide something. */
export type Reading = readonly string[];

const quote = '(?:"|&quot;)';
const pair = new RegExp(
  `<span data-ttu-id=${quote}[^<>]*?${quote}>((?:(?!<span data-ttu-id=)[\\s\\S])*?)</span><span class=${quote}sxs-lookup${quote}>` +
    `<span data-stu-id=${quote}[^<>]*?${quote}>((?:(?!<span data-ttu-id=)[\\s\\S])*?)</span></span>`,
  'g',
);

/** What a page shows of a sentence: the first of its readings that is there whole. */
export function readingOn(
  { parts, otherwise }: Pick<Sentence, 'parts' | 'otherwise'>,
  shown: string,
): Reading | undefined {
  return [parts, ...otherwise].find((reading) => reading.every((part) => shown.includes(part)));
}

/** All sentences of a file, in order. */
export function sentencesOf(file: string): Sentence[] {
  const text = file.replace(/\r\n?/g, '\n');
  const start = bodyStart(text);
  const sentences: Sentence[] = [];
  const lineOf = lineCounter(text);
  const [isInFootnote, isInHtml] = [finderOf(text, footnote), finderOf(text, htmlBlock)];
  const add = (at: number, said: string, original?: string): void => {
    const parts = asMarkdown(said);
    if (parts.length === 0) return;
    sentences.push({
      line: lineOf(at),
      text: said,
      parts,
      // In HTML backticks and backslashes are text; in a block of code, everything is.
      otherwise: [...(isInHtml(at) ? [partsOf(said)] : []), [letters(said)]],
      ...(original === undefined ? {} : { original: asMarkdown(original) }),
      isFootnote: isInFootnote(at),
    });
  };
  const between = (from: number, to: number): void => {
    let at = from;
    for (const line of withoutUnseen(text.slice(from, to)).split('\n')) {
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

/** A footnote with its label goes on to the next line that is not indented. */
const footnote = /^[ \t>]{0,9}(?:<span [^>]*>)?\[\^[^\]\n]+\]:.*(?:\n(?:[ \t].*|(?=\n)))*/gm;

/** A block of HTML begins with a tag that is none of a line of text, and goes on to the next empty line. */
const htmlBlock = new RegExp(
  String.raw`^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*</?(?:${[
    'address|article|aside|blockquote|body|caption|center|col|colgroup|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure',
    'footer|form|h[1-6]|head|header|html|iframe|legend|li|main|menu|nav|ol|option|p|pre|search|section|summary|table|tbody|td',
    'tfoot|th|thead|title|tr|ul',
  ].join('|')})(?![\w-]).*(?:\n(?![ \t>]*$).*)*`,
  'gim',
);

/** Tells whether an offset lies in a piece of the text that matches. To be asked with rising offsets. */
function finderOf(text: string, pattern: RegExp): (offset: number) => boolean {
  const pieces = text.matchAll(pattern);
  let piece = pieces.next().value;
  return (offset) => {
    while (piece && piece.index + piece[0].length <= offset) piece = pieces.next().value;
    return piece !== undefined && piece.index <= offset;
  };
}

// An address may hold parentheses in pairs, three in each other are more than addresses have; a line may end before the last one.
const address = String.raw`\((?:[^()\n]|\((?:[^()\n]|\((?:[^()\n]|\([^()\n]*\))*\))*\))*\n?\)`;

/** What no reader sees, or sees as something else. */
const hidden = new RegExp(
  [
    String.raw`^[ \t]*:::[^\n]*`,
    String.raw`<!--[\s\S]*?(?:-->|$)|<\?[\s\S]*?\?>`,
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

const inlineCode = /(?<![`\\])(`+)(?!`)([\s\S]*?[^`])\1(?!`)/g;

/** Stand for the pieces of code while the rest is read. */
const firstStandIn = 0xf0000;
const standIns = /[\u{F0000}-\u{FFFFD}]/gu;

/** What a sentence says as Markdown: code shows all that it is made of, and a backslash makes text of what follows it. */
function asMarkdown(text: string): Reading {
  const code: string[] = [];
  const outside = text
    .replace(inlineCode, (_all, _ticks, inside: string) => String.fromCodePoint(firstStandIn + code.push(inside) - 1))
    // Of two backslashes the first is the one that is not shown.
    .replace(/\\([\\&])/g, (all, character: string) => (character === '&' ? '&amp;' : all));
  return partsOf(outside, (part) =>
    part.replace(standIns, (each) => code[(each.codePointAt(0) ?? 0) - firstStandIn] ?? each),
  );
}

function partsOf(text: string, whole = (part: string) => part): Reading {
  return withoutReferences(text.replace(hidden, '\u0000'))
    .split('\u0000')
    .map((part) => letters(whole(part)))
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
