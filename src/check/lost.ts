/** Tokens of the original that its translation has not. */
import type { Match, Unit } from './rule.ts';
import { wholeOf } from './rule.ts';
import type { Token, TokenKind } from './tokens.ts';

/**
 * Findings for tokens of one kind that were lost. Where the translation has exactly one token of the kind that the original has
 * not, that is what became of it, and is marked; else the sentence is.
 */
export function lostTokens(
  unit: Unit,
  kind: TokenKind,
  { called, same = (text) => text }: { called: string; same?: (text: string) => string },
): Match[] {
  const wanted = unit.source.tokens.filter((token) => token.kind === kind);
  if (wanted.length === 0) return [];
  const there = unit.target.tokens.filter((token) => token.kind === kind);
  const text = same(unit.target.inline.plain);
  const lost = uniqueBy(wanted, same).filter(
    ({ text: original }) =>
      !there.some((token) => same(token.text) === same(original)) && !includesWhole(text, same(original)),
  );
  const foreign = there.filter(({ text: own }) => !wanted.some((token) => same(token.text) === same(own)));
  return lost.map(({ text: original }) => {
    const [became] = foreign.length === 1 && lost.length === 1 ? foreign : [];
    return became
      ? {
          start: became.start,
          end: became.end,
          message: `${called} \`${original}\` has become \`${became.text}\`.`,
          hint: `Write \`${original}\`.`,
        }
      : {
          ...wholeOf(unit.target),
          message: `${called} \`${original}\` of the original is missing or changed.`,
          hint: `Take \`${original}\` over as it is.`,
        };
  });
}

function uniqueBy(tokens: readonly Token[], same: (text: string) => string): Token[] {
  return [...new Map(tokens.map((token) => [same(token.text), token])).values()];
}

/** True where a text has the piece, and no further letters or digits at its end. */
function includesWhole(text: string, piece: string): boolean {
  const at = text.indexOf(piece);
  return at !== -1 && !/^[\w-]/.test(text.slice(at + piece.length));
}
