/** How related terms are kept beside an index: in pieces of some kilobyte, so that a question loads only those of its terms. */

/** What means nearly the same as a term. */
export interface Related {
  /** As `words.ts` makes terms; several that stand together are joined, see `joined`. */
  readonly term: string;
  /** From 1 to 9; the square of its tenth is about the likeness of the meanings. `namedWeight` is that of synonyms. */
  readonly weight: number;
}

/** Of terms that are not learned: the site's configuration says that they mean the same. */
export const namedWeight = 9;
/** Of everyday words of the language: they mean the same in most help centres. */
export const everydayWeight = 8;

/** An expression that a question has is looked for up to this number of terms. */
export const longestExpression = 16;

/** Stands in no term: it is no letter and no digit. */
const joint = '+';

/** The terms of an expression, as one: `money+back`. */
export function joined(terms: readonly string[]): string {
  return terms.join(joint);
}

/** The terms of an expression. */
export function parted(expression: string): string[] {
  return expression.split(joint);
}

/** The first file: all related terms of a small site, else the number of the pieces. */
export interface RelatedHead {
  /** 0 where the terms are here; a power of two. */
  readonly pieces: number;
  readonly terms: RelatedPiece;
}

/** Related terms by term, best first, each followed by its weight: `{ "payer": "paiement3 payez3", "money+back": "refund9" }`. */
export type RelatedPiece = Readonly<Record<string, string>>;

/** Undefined for what is no such file. */
export function parseHead(text: string): RelatedHead | undefined {
  const head = recordIn(text);
  const terms = head?.['terms'];
  const pieces = head?.['pieces'];
  if (!isPiece(terms) || typeof pieces !== 'number' || !Number.isSafeInteger(pieces) || pieces < 0) return undefined;
  return { pieces, terms };
}

/** Undefined for what is no such file. */
export function parsePiece(text: string): RelatedPiece | undefined {
  const piece = recordIn(text);
  return isPiece(piece) ? piece : undefined;
}

/** The terms that a piece has for a term. */
export function relatedIn(piece: RelatedPiece, term: string): Related[] {
  const listed = Object.hasOwn(piece, term) ? (piece[term] ?? '') : '';
  return listed.split(' ').flatMap((entry) => {
    const weight = Number(entry.slice(-1));
    const other = entry.slice(0, -1);
    return other !== '' && weight >= 1 && weight <= 9 ? [{ term: other, weight }] : [];
  });
}

export function listed(related: readonly Related[]): string {
  return related.map(({ term, weight }) => `${term}${weight}`).join(' ');
}

/** The piece that a term is in: FNV-1a over its UTF-16 code units. */
export function pieceOf(term: string, pieces: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < term.length; at++) hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % pieces;
}

function recordIn(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPiece(value: unknown): value is RelatedPiece {
  return isRecord(value) && Object.values(value).every((entry) => typeof entry === 'string');
}
