/**
 * The parser takes time that grows with the square of a few things that no article has many of. What is more than enough of them
 * is hidden from it behind stand-ins of the same length, so that all offsets stay as they are, and shown as text.
 */
import type { Root } from 'mdast';
import { characterOf, reference } from '../../core/character-references.ts';
import { eachNode } from '../nodes.ts';

/** Marks of quotations and lists in which one line may stand. */
export const deepest = 100;

/** Of each kind of mark in one paragraph. */
const most = 1000;

/** What was too much, for the reader of diagnostics. */
export interface Excess {
  readonly kind: 'containers' | 'underscores' | 'marks';
  /** Offset of the first mark that is shown as text. */
  readonly start: number;
}

export interface Defused {
  /** As long as the text that it was made of. */
  readonly text: string;
  /** In order; of each paragraph or line the first. */
  readonly excess: readonly Excess[];
}

// Control characters, which no page shows as they are: ASCII, because the parser places what stands behind other characters more slowly.
const standIns: Readonly<Record<string, string>> = {
  '&': '\u0001',
  _: '\u0002',
  '>': '\u0003',
  '-': '\u0004',
  '+': '\u0005',
  '*': '\u0006',
  '.': '\u0007',
  ')': '\u0008',
  '[': '\u000E',
  ']': '\u000F',
  '~': '\u0011',
  '`': '\u0012',
  '<': '\u0013',
  '\\': '\u0014',
  '@': '\u0015',
  ':': '\u0016',
  '|': '\u0017',
  '!': '\u0018',
  '"': '\u0019',
  "'": '\u001A',
  '(': '\u001B',
  ',': '\u001C',
  ';': '\u001D',
  '?': '\u001E',
};
const originals = new Map(Object.entries(standIns).map(([original, standIn]) => [standIn, original]));

const anyStandIn = /[\u0001-\u0008\u000E\u000F\u0011-\u001E]/g;

const containers = new RegExp(String.raw`^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){${deepest + 1},}`, 'gm');
const rule = /^[ \t]*([-*])(?:[ \t]*\1)*[ \t]*$/;

/** A text that the parser reads in time that grows with its length. */
export function defuse(text: string): Defused {
  const excess: Excess[] = [];
  const shallow = text.replace(containers, (marks: string, start: number) => {
    if (rule.test(marks)) return marks;
    const kept = new RegExp(String.raw`^(?:[ \t]*(?:>|[-+*]|\d+[.)])){${deepest}}`).exec(marks)?.[0].length ?? 0;
    excess.push({ kind: 'containers', start: start + kept });
    return marks.slice(0, kept) + hidden(marks.slice(kept), /[>\-+*.)]/g);
  });
  const addressed = withoutSlowAddresses(shallow, excess);
  const defused = withoutCrowdedLines(withoutManyMarks(addressed, excess), excess);
  return { text: defused, excess: excess.sort((a, b) => a.start - b.start) };
}

/** Gives a tree of a defused text what was hidden. */
export function reveal(tree: Root): void {
  const shown = (text: string) => text.replace(anyStandIn, (standIn) => originals.get(standIn) ?? standIn);
  // What stands in code and tags is taken literally; elsewhere it is what the parser would have made of it.
  const read = (text: string) =>
    shown(
      text.replace(new RegExp(`${standIns['&'] ?? ''}(?:${reference})`, 'gi'), (whole) => characterOf(shown(whole))),
    );
  eachNode(tree, (node) => {
    const literal = node.type === 'code' || node.type === 'inlineCode' || node.type === 'html';
    for (const [key, value] of Object.entries(node)) {
      if (typeof value === 'string' && key !== 'type')
        Object.assign(node, { [key]: literal ? shown(value) : read(value) });
    }
  });
}

const marks = new RegExp(String.raw`(\n[ \t>]*(?=\n))|(\s)|(_+)|&(?:${reference})`, 'gi');

/**
 * Hides underscores that make nothing, neither emphasis nor its end, and all references to characters beyond the first ones of a
 * paragraph: the parser looks for what the former could end, and copies the text before the latter, each time.
 */
function withoutManyMarks(text: string, excess: Excess[]): string {
  if (!hasMore(text, '_', most) && !hasMore(text, '&', most)) return text;
  let result = '';
  let at = 0;
  const hide = (start: number, piece: string, pattern: RegExp) => {
    result += text.slice(at, start) + hidden(piece, pattern);
    at = start + piece.length;
  };
  let [references, inWord, open, unmatched] = [0, 0, 0, 0];
  for (const { 0: piece, 1: paragraph, 2: blank, 3: underscores, index } of text.matchAll(marks)) {
    if (paragraph !== undefined) [references, inWord, open, unmatched] = [0, 0, 0, 0];
    else if (blank !== undefined) inWord = 0;
    else if (underscores === undefined) {
      if (++references > most) hide(index, piece, /&/);
    } else {
      const { opens, closes } = emphasis(text.charAt(index - 1), text.charAt(index + piece.length));
      if (opens) open++;
      else if (closes && open > 0) open--;
      else if (closes) {
        if (++unmatched <= most) continue;
        if (unmatched === most + 1) excess.push({ kind: 'underscores', start: index });
        hide(index, piece, /_/g);
      } else if (++inWord > most) hide(index, piece, /_/g);
    }
  }
  return result + text.slice(at);
}

/** Signs in a row that an address may have. */
const longestPunctuation = 200;

/** Beginnings of addresses with no blank between them. */
const mostAddresses = 100;

/**
 * Hides what makes bare addresses slow to read. From each beginning the parser looks for the next blank, so that beginnings beyond the
 * first ones are shown as text; and from each sign in a run of punctuation it asks whether the address ends with nothing else, so that
 * the signs of long runs are hidden, of which they are part in either case.
 */
function withoutSlowAddresses(text: string, excess: Excess[]): string {
  return text.replace(/(?:https?:\/\/|www\.)[^\s<]*/gi, (addresses, start: number) => {
    let count = 0;
    return addresses
      .replace(/[!"'()*,.:;?_~\]]+/g, (run) => (run.length > longestPunctuation ? hidden(run, /./g) : run))
      .replace(/https?:\/\/|www\./gi, (beginning, at: number) => {
        if (++count <= mostAddresses) return beginning;
        if (count === mostAddresses + 1) excess.push({ kind: 'marks', start: start + at });
        return hidden(beginning, /[:.]/);
      });
  });
}

/** Characters of a line in which the number of marks does not matter. */
const longestCrowded = 2000;

const lineMarks = /[[\]*_~`<&\\@:|]/g;

/**
 * Hides what may be marks beyond the first ones of a long line that is not all ASCII: for each of them the parser counts the characters
 * before it in its line.
 */
function withoutCrowdedLines(text: string, excess: Excess[]): string {
  const parts: string[] = [];
  for (let start = 0; start < text.length;) {
    const next = text.indexOf('\n', start);
    const end = next === -1 ? text.length : next;
    const line = text.slice(start, end);
    if (line.length > longestCrowded && /[^\0-\x7F]/.test(line)) {
      let count = 0;
      parts.push(
        line.replace(lineMarks, (mark, at: number) => {
          if (++count === most + 1) excess.push({ kind: 'marks', start: start + at });
          return count > most ? hidden(mark, lineMarks) : mark;
        }),
      );
    } else parts.push(line);
    if (next !== -1) parts.push('\n');
    start = end + 1;
  }
  return parts.join('');
}

/** Whether a character occurs more often than `count` times. */
function hasMore(text: string, character: string, count: number): boolean {
  let found = 0;
  for (let at = text.indexOf(character); at !== -1 && found <= count; at = text.indexOf(character, at + 1)) found++;
  return found > count;
}

/** Whether underscores between two characters can begin and end emphasis, by the rules of CommonMark. */
function emphasis(before: string, after: string): { opens: boolean; closes: boolean } {
  const [blankBefore, blankAfter] = [isBlank(before), isBlank(after)];
  const [markBefore, markAfter] = [isMark(before), isMark(after)];
  const left = !blankAfter && (!markAfter || blankBefore || markBefore);
  const right = !blankBefore && (!markBefore || blankAfter || markAfter);
  return { opens: left && (!right || markBefore), closes: right && (!left || markAfter) };
}

const isBlank = (character: string) => character === '' || /\s/u.test(character);
const isMark = (character: string) => /[\p{P}\p{S}]/u.test(character);

function hidden(text: string, pattern: RegExp): string {
  return text.replace(pattern, (mark) => standIns[mark] ?? mark);
}
