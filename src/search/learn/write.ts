/** Writes the related terms of a locale as the search reads them. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeCompressed } from '../compressed.ts';
import { relatedFile, relatedFolder, relatedPiece } from '../files.ts';
import { listed, parted, pieceOf, type RelatedHead } from '../related-format.ts';
import { isDense } from '../words.ts';
import type { RelatedOfTerms } from './related.ts';

/** Characters of a piece, about: some kilobyte when they are compressed. */
const pieceSize = 3000;

/**
 * Writes the files to `folder`, where no others of their kind stay.
 *
 * @param isFunctionWord whether questions load no piece for a term
 */
export function writeRelated(related: RelatedOfTerms, folder: string, isFunctionWord: (term: string) => boolean): void {
  const entries = Array.from(related, ([term, others]) => [term, listed(others)] as const);
  const size = entries.reduce((sum, [term, others]) => sum + term.length + others.length + 6, 0);
  const count = size <= pieceSize ? 0 : 2 ** Math.ceil(Math.log2(size / pieceSize));
  const files = Array.from({ length: count }, (): (readonly [string, string])[] => []);
  for (const entry of entries) files[pieceOf(anchorOf(parted(entry[0]), isFunctionWord), count)]?.push(entry);
  const head: RelatedHead = { pieces: count, terms: Object.fromEntries(count === 0 ? entries : []) };
  writeCompressed(folder, relatedFile, JSON.stringify(head));
  const names = new Set(files.map((_, piece) => relatedPiece(piece)));
  for (const [piece, ofPiece] of files.entries())
    writeCompressed(folder, relatedPiece(piece), JSON.stringify(Object.fromEntries(ofPiece)));
  const pieces = join(folder, relatedFolder);
  for (const name of existsSync(pieces) ? readdirSync(pieces) : [])
    if (!names.has(`${relatedFolder}/${name}`)) rmSync(join(pieces, name), { recursive: true, force: true });
}

/** The term of an expression in whose piece it is: the longest of those that questions load a piece for, because few others share it. */
function anchorOf(terms: readonly string[], isFunctionWord: (term: string) => boolean): string {
  const content = terms.filter((term) => isDense(term) || !isFunctionWord(term));
  return (content.length > 0 ? content : terms).reduce(
    (longest, term) => (term.length > longest.length ? term : longest),
    '',
  );
}
