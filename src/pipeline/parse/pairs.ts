/**
 * Translation-unit pairs of the hand-back dialect:
 *
 *     <span data-ttu-id="ID">TARGET</span><span class="sxs-lookup"><span data-stu-id="ID">SOURCE</span></span>
 *
 * Quotes may stand as `&quot;`. TARGET and SOURCE may hold literal span tags of their own, which is why the end of a pair is
 * not simply the next closing tag.
 */
import type { Finding } from '../../core/diagnostics.ts';
import type { Span } from '../../core/span.ts';

/** One pair, by offsets in the text it was found in. */
export interface Pair {
  /** `b4203-102` */
  readonly id: string;
  readonly whole: Span;
  readonly target: Span;
  readonly source: Span;
}

const quote = '(?:"|&quot;)';
const tokens = new RegExp(
  `<span data-ttu-id=${quote}([0-9A-Za-z]+-p?\\d+)${quote}>` +
    `|</span><span class=${quote}sxs-lookup${quote}><span data-stu-id=${quote}([0-9A-Za-z]+-p?\\d+)${quote}>`,
  'g',
);
const end = '</span></span>';
const pieceOfPair = /data-[st]tu-id=|sxs-lookup/;

interface Token {
  readonly kind: 'open' | 'middle';
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** All pairs from offset `from` on, in order, and what is wrong with those that are not whole. Linear in the length. */
export function findPairs(text: string, from: number): { pairs: Pair[]; findings: Finding[] } {
  const found = tokenize(text, from);
  const pairs: Pair[] = [];
  const findings: Finding[] = [];
  for (let index = 0; index < found.length; index++) {
    const open = found[index];
    if (open === undefined) break;
    const middle = found[index + 1];
    if (open.kind !== 'open' || middle?.kind !== 'middle') {
      findings.push(malformed(open, open.kind === 'open' ? 'has no English side' : 'has no translated side'));
      continue;
    }
    index++;
    const limit = found[index + 1]?.start ?? text.length;
    const sourceEnd = endOfSource(text.slice(middle.end, limit + end.length), text.slice(open.end, middle.start));
    // With a piece of another pair it has run on into that one's sentence, which would be shown nowhere.
    if (sourceEnd === undefined || pieceOfPair.test(text.slice(middle.end, middle.end + sourceEnd))) {
      findings.push(malformed(open, 'is not closed'));
      continue;
    }
    if (text.slice(open.end, middle.start).trim() === '') findings.push(malformed(open, 'has an empty translation'));
    if (open.id !== middle.id) findings.push(malformed(open, `is paired with unit \`${middle.id}\``));
    pairs.push({
      id: open.id,
      whole: { start: open.start, end: middle.end + sourceEnd + end.length },
      target: { start: open.end, end: middle.start },
      source: { start: middle.end, end: middle.end + sourceEnd },
    });
  }
  return { pairs, findings };
}

function tokenize(text: string, from: number): Token[] {
  tokens.lastIndex = from;
  const found: Token[] = [];
  for (let match = tokens.exec(text); match; match = tokens.exec(text)) {
    const kind = match[1] === undefined ? 'middle' : 'open';
    found.push({ kind, id: match[1] ?? match[2] ?? '', start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/**
 * Where SOURCE ends in the text that begins with it: at the first end whose source has as many unclosed span tags as the target, because both sides carry the
 * same literal markup; at the first end of all where none matches.
 */
function endOfSource(text: string, target: string): number | undefined {
  const wanted = spanBalance(target);
  let first: number | undefined;
  let balance = 0;
  let counted = 0;
  for (let at = text.indexOf(end); at !== -1; at = text.indexOf(end, at + 1)) {
    first ??= at;
    balance += spanBalance(text.slice(counted, at));
    counted = at;
    if (balance === wanted) return at;
  }
  return first;
}

function spanBalance(text: string): number {
  if (!text.includes('span')) return 0;
  return (text.match(/<span[\s>]/g)?.length ?? 0) - (text.match(/<\/span>/g)?.length ?? 0);
}

function malformed(token: Token, what: string): Finding {
  return {
    rule: 'malformed-pair',
    severity: 'error',
    start: token.start,
    end: token.end,
    message: `Unit \`${token.id}\` ${what}; its text is shown as it stands.`,
    hint: 'Expected `<span data-ttu-id="ID">…</span><span class="sxs-lookup"><span data-stu-id="ID">…</span></span>`.',
  };
}

/** The unit's number without the file's own prefix: `b4203-102` gives `102`, `56d64-p101` gives `p101`. */
export function unitOf(id: string): string {
  return id.slice(id.indexOf('-') + 1);
}
