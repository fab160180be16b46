/**
 * Makes the index that Pagefind has written quicker to load. Before a reader sees a result, a browser loads what the index names its
 * pages and files by, and the file of each term that is asked for. Pagefind writes names that cannot be compressed, and files of which
 * an answer needs one word in five hundred.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compareBytes, type Placed, tableOf } from './chunk-table.ts';
import { compressed } from './compressed.ts';
import { cut } from './cut.ts';
import { indexLanguage } from './files.ts';
import { itemAt } from '../lists.ts';
import {
  chunkFile,
  chunkFolder,
  contentOf,
  entryFile,
  type Meta,
  metaFile,
  type PageEntry,
  readChunk,
  readEntry,
  readMeta,
  UnknownShape,
  type Word,
} from './pagefind-files.ts';

/**
 * Bytes of a file of words, compressed. On 2,900 articles, table and files for a question in French, Thai and Chinese take the least
 * with 2,000 to 4,000: smaller files save an answer no more than the table grows by.
 */
const wantedBytes = 3000;
/** Of the names of files, in base 36. In the table they are what cannot be compressed, and there are some hundred of them. */
const nameLength = 4;

/**
 * Writes the index in a folder again, so that it answers as before.
 *
 * - Files of words are cut into smaller ones, named by what they hold.
 * - Pages have short ids, which go up in the order of the pages.
 * - The lengths of pages, by which Pagefind ranks, are left out, because the search asks for terms one by one and ranks by itself.
 *
 * @param wanted bytes of a file of words
 * @returns the name of the file that is not as we know Pagefind's files, where there is one; then the index stays as it was
 */
export function compactIndex(folder: string, wanted = wantedBytes): string | undefined {
  try {
    rewrite(folder, wanted);
    return undefined;
  } catch (error) {
    if (error instanceof UnknownShape) return error.message;
    throw error;
  }
}

function rewrite(folder: string, wanted: number): void {
  const entry = readEntry(folder);
  const [version, pages, chunks, ...none] = readMeta(folder, entry);
  const files = new Map<string, Buffer>();
  const placed: Placed[] = [];
  for (const { words, shared } of cut(wordsOf(folder, chunks), wanted)) {
    const content = contentOf([words]);
    const name = freshName(content, (wish) => files.has(chunkFile(wish)));
    files.set(chunkFile(name), compressed(content));
    const [first, last] = [itemAt(words, 0)[0], itemAt(words, words.length - 1)[0]];
    placed.push({ name, first, last, ...(shared === undefined ? {} : { shared }) });
  }
  const meta = contentOf([version, pages.map((_, at) => pageEntry(at, pages.length)), tableOf(placed), ...none]);
  const hash = `${indexLanguage}_${freshName(meta, () => false)}`;
  files.set(metaFile(hash), compressed(meta));
  const own = { ...entry.languages[indexLanguage], hash };
  files.set(entryFile, Buffer.from(JSON.stringify({ ...entry, languages: { [indexLanguage]: own } })));

  // All of it was read, and is as we know it.
  for (const name of [chunkFolder, metaFile(entry.languages[indexLanguage].hash)])
    rmSync(join(folder, name), { recursive: true });
  for (const [name, bytes] of files) write(join(folder, name), bytes);
}

function* wordsOf(folder: string, chunks: Meta[2]): Generator<Word> {
  let before: string | undefined;
  for (const [, , name] of chunks) {
    for (const word of readChunk(folder, name)) {
      if (before !== undefined && compareBytes(before, word[0]) >= 0) throw new UnknownShape(chunkFile(name));
      before = word[0];
      yield word;
    }
  }
}

/** A name by content, so that what has not changed keeps it; a longer one where another file has the same. */
function freshName(content: Buffer, isTaken: (name: string) => boolean): string {
  const digest = BigInt(`0x${createHash('sha256').update(content).digest('hex')}`).toString(36);
  let length = nameLength;
  while (isTaken(digest.slice(-length))) length++;
  return digest.slice(-length);
}

/** Hexadecimal digits of one width, those that change first: what follows upon them is then the same many times. */
function pageEntry(at: number, count: number): PageEntry {
  const digits = at.toString(16).padStart((count - 1).toString(16).length, '0');
  return [Array.from(digits).reverse().join(''), 1, ''];
}

function write(file: string, bytes: Buffer): void {
  mkdirSync(dirname(file), { recursive: true });
  // A published site may have a link to the old one.
  rmSync(file, { force: true });
  writeFileSync(file, bytes);
}
