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
  const [own, original] = [there, wanted].map((tokens) => new Set(tokens.map((token) => same(token.text))));
  const lost = uniqueBy(wanted, same).filter((token) => {
    const form = same(token.text);
    return own?.has(form) !== true && !includesWhole(text, form);
  });
  const foreign = there.filter((token) => original?.has(same(token.text)) !== true);
  return lost.map(({ text: missing }) => {
    const [became] = foreign.length === 1 && lost.length === 1 ? foreign : [];
    return became
      ? {
          start: became.start,
          end: became.end,
          message: `${called} \`${missing}\` has become \`${became.text}\`.`,
          hint: `Write \`${missing}\`.`,
        }
      : {
          ...wholeOf(unit.target),
          message: `${called} \`${missing}\` of the original is missing or changed.`,
          hint: `Take \`${missing}\` over as it is.`,
        };
  });
}

function uniqueBy(tokens: readonly Token[], same: (text: string) => string): Token[] {
  return [...new Map(tokens.map((token) => [same(token.text), token])).values()];
}

/** True where a text has the piece, and no further letters or digits at its end. */
function includesWhole(text: string, piece: string): boolean {
  const at = text.indexOf(piece);
  return at !== -1 && !/[\w-]/.test(text.charAt(at + piece.length));
}
