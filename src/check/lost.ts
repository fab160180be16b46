/** Tokens of the original that its translation has not. */
import type { Match, Unit } from './rule.ts';
import { wholeOf } from './rule.ts';
import type { TokenKind } from './tokens.ts';

/** How tokens of a kind are compared. */
export interface Comparison {
  /** `The address`, at the beginning of a message. */
  readonly called: string;
  /** What of a text is compared; by default all of it. */
  readonly same?: (text: string) => string;
  /** Two tokens are the same where they have a form in common; by default what `same` gives. */
  readonly formsOf?: (text: string, side: 'source' | 'target') => readonly string[];
}

/**
 * Findings for tokens of one kind that were lost. Where the translation has exactly one token of the kind that the original has
 * not, that is what became of it, and is marked; else the sentence is.
 */
export function lostTokens(
  unit: Unit,
  kind: TokenKind,
  { called, same = (text) => text, formsOf = (text) => [same(text)] }: Comparison,
): Match[] {
  const wanted = unit.source.tokens
    .filter((token) => token.kind === kind)
    .map(({ text }) => ({ text, forms: formsOf(text, 'source') }));
  if (wanted.length === 0) return [];
  const there = unit.target.tokens
    .filter((token) => token.kind === kind)
    .map((token) => ({ token, forms: formsOf(token.text, 'target') }));
  const plain = same(unit.target.inline.plain);
  const own = new Set(there.flatMap(({ forms }) => forms));
  const original = new Set(wanted.flatMap(({ forms }) => forms));
  const lost = uniqueBy(wanted).filter(
    ({ text, forms }) => !forms.some((form) => own.has(form)) && !includesWhole(plain, same(text)),
  );
  const foreign = there.filter(({ forms }) => !forms.some((form) => original.has(form)));
  return lost.map(({ text: missing }) => {
    const [became] = foreign.length === 1 && lost.length === 1 ? foreign : [];
    return became
      ? {
          start: became.token.start,
          end: became.token.end,
          message: `${called} \`${missing}\` has become \`${became.token.text}\`.`,
          hint: `Write \`${missing}\`.`,
        }
      : {
          ...wholeOf(unit.target),
          message: `${called} \`${missing}\` of the original is missing or changed.`,
          hint: `Take \`${missing}\` over as it is.`,
        };
  });
}

function uniqueBy<Compared extends { readonly forms: readonly string[] }>(tokens: readonly Compared[]): Compared[] {
  return [...new Map(tokens.map((token) => [token.forms[0], token])).values()];
}

/** True where a text has the piece, and no further letters or digits at its end. */
function includesWhole(text: string, piece: string): boolean {
  const at = text.indexOf(piece);
  return at !== -1 && !/[\w-]/.test(text.charAt(at + piece.length));
}
