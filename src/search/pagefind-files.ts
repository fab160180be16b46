/**
 * The files of a Pagefind index, as far as they are known here: what is read must have exactly this shape. They hold CBOR behind a
 * magic word, compressed.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decode } from 'cborg';
import { isListOf, isNumber, isRecord, isText, parseStored } from '../core/stored.ts';
import { indexLanguage } from './files.ts';

/** A page: its id, the number of its words, and the file that its texts are in. */
type PageEntry = readonly [id: string, words: number, group: string];

/** A file of words: its first and its last word, and its name. */
type ChunkEntry = readonly [from: string, to: string, name: string];

/** What names all other files: version, pages, files of words; then filters, orders and fields, which we have none of. */
type Meta = readonly [
  version: string,
  pages: readonly PageEntry[],
  chunks: readonly ChunkEntry[],
  filters: readonly never[],
  sorts: readonly never[],
  fields: readonly never[],
];

/** The page that has a word, as the difference to the one before; positions, among them weights as negative numbers; fields. */
type Occurrence = readonly [pageDifference: number, positions: readonly number[], fields: readonly number[]];

/** A word, the pages that have it, and the pages that have it with other marks on its letters. */
type Word = readonly [
  word: string,
  occurrences: readonly Occurrence[],
  variants: readonly (readonly [word: string, occurrences: readonly Occurrence[]])[],
];

/** The file that is loaded first, and names the others. */
interface Entry {
  readonly version: string;
  readonly languages: Readonly<Record<typeof indexLanguage, { readonly hash: string }>>;
}

/** A word, and at which positions articles have it. Articles are numbered in the order of their addresses. */
export interface FoundWord {
  readonly word: string;
  readonly occurrences: readonly { readonly article: number; readonly positions: readonly number[] }[];
}

/**
 * The words of an index of one language.
 *
 * @throws an Error where a file is not as we know it; this version of Pagefind is then another than the code is for
 */
export function* wordsOfPagefind(folder: string): Generator<FoundWord> {
  const entry = parseStored(readFileSync(join(folder, entryFile), 'utf8'), isEntry);
  if (!entry) throw unknownShape(entryFile);
  const metaFile = `pagefind.${entry.languages[indexLanguage].hash}.pf_meta`;
  const meta = read(folder, metaFile);
  if (!isMeta(meta) || meta[0] !== entry.version) throw unknownShape(metaFile);
  for (const [, , name] of meta[2]) {
    const file = `index/${name}.pf_index`;
    const chunk = read(folder, file);
    if (!isChunk(chunk)) throw unknownShape(file);
    for (const [word, occurrences, variants] of chunk[0]) {
      for (const [form, ofForm] of [[word, occurrences] as const, ...variants]) {
        const found = { word: form, occurrences: placed(ofForm) };
        if (found.occurrences.some(({ positions }) => positions.length === 0)) throw unknownShape(file);
        yield found;
      }
    }
  }
}

/** Positions follow upon negative numbers, which are weights. */
function placed(occurrences: readonly Occurrence[]): FoundWord['occurrences'] {
  let article = 0;
  return occurrences.map(([difference, positions]) => {
    article += difference;
    return { article, positions: positions.filter((position) => position >= 0) };
  });
}

const entryFile = 'pagefind-entry.json';

function unknownShape(file: string): Error {
  return new Error(`Pagefind has written ${file} in another way than we know.`);
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
  throw unknownShape(name);
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
