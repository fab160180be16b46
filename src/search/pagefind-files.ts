/**
 * The files of a Pagefind index, as far as they are known here: what is read must have exactly this shape. They hold CBOR behind a
 * magic word, compressed.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import { isListOf, isNumber, isRecord, isText, parseStored } from '../stored.ts';
import { indexLanguage } from './files.ts';

/** A page that results name: its id, the number of its words, and the file that its texts are in. */
export type PageEntry = readonly [id: string, words: number, group: string];

/** A file of words: the range of terms for which it is loaded, both ends included, in the order of their bytes; and its name. */
export type ChunkEntry = readonly [from: string, to: string, name: string];

/** What is loaded before all else: version, pages, files of words; then filters, orders and fields, which we have none of. */
export type Meta = readonly [
  version: string,
  pages: readonly PageEntry[],
  chunks: readonly ChunkEntry[],
  filters: readonly never[],
  sorts: readonly never[],
  fields: readonly never[],
];

/** The page that has a word, as the difference to the one before; positions, among them weights as negative numbers; fields. */
export type Occurrence = readonly [pageDifference: number, positions: readonly number[], fields: readonly number[]];

/** A word, the pages that have it, and the pages that have it with other marks on its letters. */
export type Word = readonly [
  word: string,
  occurrences: readonly Occurrence[],
  variants: readonly (readonly [word: string, occurrences: readonly Occurrence[]])[],
];

/** The file that is loaded first, and names the others. */
export interface Entry {
  readonly version: string;
  readonly languages: Readonly<Record<typeof indexLanguage, { readonly hash: string }>>;
}

/** A file that is not what we know. The message says which. */
export class UnknownShape extends Error {}

export const entryFile = 'pagefind-entry.json';
export const chunkFolder = 'index';

export function metaFile(name: string): string {
  return `pagefind.${name}.pf_meta`;
}

export function chunkFile(name: string): string {
  return `${chunkFolder}/${name}.pf_index`;
}

export function readEntry(folder: string): Entry {
  const entry = parseStored(readFileSync(join(folder, entryFile), 'utf8'), isEntry);
  if (!entry) throw new UnknownShape(entryFile);
  return entry;
}

export function readMeta(folder: string, { version, languages }: Entry): Meta {
  const name = metaFile(languages[indexLanguage].hash);
  const meta = read(folder, name);
  if (!isMeta(meta) || meta[0] !== version) throw new UnknownShape(name);
  return meta;
}

/** The words of a file, in the order of their bytes. */
export function readChunk(folder: string, name: string): readonly Word[] {
  const chunk = read(folder, chunkFile(name));
  if (!isChunk(chunk)) throw new UnknownShape(chunkFile(name));
  return chunk[0];
}

/** The content of a file, not yet compressed. */
export function contentOf(value: Meta | readonly [words: readonly Word[]]): Buffer {
  return Buffer.concat([magic, encode(value)]);
}

const magic = Buffer.from('pagefind_dcd');

function read(folder: string, name: string): unknown {
  const bytes = readFileSync(join(folder, name));
  try {
    const content = gunzipSync(bytes);
    if (content.subarray(0, magic.length).equals(magic)) return decode(content.subarray(magic.length));
  } catch {
    // No gzip, or no CBOR.
  }
  throw new UnknownShape(name);
}

function isEntry(value: unknown): value is Entry {
  if (!isRecord(value) || !isText(value['version']) || !isRecord(value['languages'])) return false;
  const { [indexLanguage]: own, ...others } = value['languages'];
  return isRecord(own) && isText(own['hash']) && Object.keys(others).length === 0;
}

function isMeta(value: unknown): value is Meta {
  if (!isTuple(value, 6)) return false;
  const [version, pages, chunks, ...none] = value;
  return isText(version) && isListOf(pages, isPage) && isListOf(chunks, isChunkEntry) && none.every(isEmpty);
}

function isPage(value: unknown): value is PageEntry {
  return isTuple(value, 3) && isText(value[0]) && isNumber(value[1]) && isText(value[2]);
}

function isChunkEntry(value: unknown): value is ChunkEntry {
  return isTuple(value, 3) && value.every(isText);
}

function isChunk(value: unknown): value is readonly [words: readonly Word[]] {
  return isTuple(value, 1) && isListOf(value[0], isWord);
}

function isWord(value: unknown): value is Word {
  return isTuple(value, 3) && isText(value[0]) && isListOf(value[1], isOccurrence) && isListOf(value[2], isVariant);
}

function isVariant(value: unknown): value is Word[2][number] {
  return isTuple(value, 2) && isText(value[0]) && isListOf(value[1], isOccurrence);
}

function isOccurrence(value: unknown): value is Occurrence {
  return isTuple(value, 3) && isNumber(value[0]) && isListOf(value[1], isNumber) && isListOf(value[2], isNumber);
}

function isTuple(value: unknown, length: number): value is readonly unknown[] {
  return Array.isArray(value) && value.length === length;
}

function isEmpty(value: unknown): boolean {
  return isTuple(value, 0);
}
