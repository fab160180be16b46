/**
 * The pages of one locale on disk: one JSON a line, read by offset, so that nothing ever holds all of them. After each page come its
 * original, where that is known, and its record for the search, where the page is no fallback.
 */
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { compareText } from '../core/diagnostics.ts';
import type { ListEntry, Page } from '../pipeline/types.ts';
import type { SearchRecord } from '../search/record.ts';
import { isListOf, isNumber, isRecord, isText, parseStored, readStored } from '../core/stored.ts';

/** An article page of a locale: what lists, sitemaps and the files beside it ask of it. */
export interface PageEntry {
  readonly slug: string;
  readonly noindex: boolean;
  /** True where no list and no search names the page. */
  readonly unlisted?: true;
  /** True where the page shows the source article for want of a translation. */
  readonly fallback: boolean;
  /** True where the source of its sentences is known. */
  readonly original?: boolean;
  /** Date of the last update, `YYYY-MM-DD`. */
  readonly updated?: string;
}

/** A page as a build knows it again. */
export interface KeyedPage extends PageEntry {
  /** Changes whenever anything that the page shows has changed. */
  readonly digest: string;
  /** What the page was made from: equal keys mean equal pages. */
  readonly key: string;
}

/** A page, and where it lies in its pack. */
export interface PackedPage extends KeyedPage {
  readonly offset: number;
  /** Of all its lines, in bytes. */
  readonly length: number;
  /** CRC-32 of them; undefined where it has none on disk. */
  readonly sum?: number;
}

/** The file with the entries of a pack. */
interface Entries {
  /** Sorted by slug. */
  readonly entries: readonly PackedPage[];
  /** Pages that another build makes, sorted by slug. */
  readonly noted: readonly PageEntry[];
  /** CRC-32 of the file with the locale's list. */
  readonly list: number;
}

function isEntries(value: unknown): value is Entries {
  return (
    isRecord(value) &&
    isNumber(value['list']) &&
    isListOf(value['entries'], isPackedPage) &&
    isListOf(value['noted'], isPageEntry)
  );
}

function isPageEntry(value: unknown): value is PageEntry {
  return isRecord(value) && isText(value['slug']);
}

function isPackedPage(value: unknown): value is PackedPage {
  return (
    isRecord(value) &&
    ['slug', 'digest', 'key'].every((name) => isText(value[name])) &&
    isPlace(value['offset']) &&
    isPlace(value['length'])
  );
}

function isPage(value: unknown): value is Page {
  return (
    isRecord(value) &&
    ['locale', 'slug', 'title', 'html', 'canonical'].every((name) => isText(value[name])) &&
    Array.isArray(value['toc']) &&
    Array.isArray(value['alternates'])
  );
}

function isSearchRecord(value: unknown): value is SearchRecord {
  return isRecord(value) && isRecord(value['wording']) && isRecord(value['text']) && isText(value['text']['title']);
}

function isPlace(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

/** Bytes that are written at a time. */
const chunk = 1 << 20;

/** Writes pages one by one; memory holds only the entries. */
export class PackWriter {
  readonly #folder: string;
  readonly #locale: string;
  readonly #file: number;
  readonly #entries: PackedPage[] = [];
  readonly #noted: PageEntry[] = [];
  /** Lines that are not written yet. */
  #waiting: Uint8Array[] = [];
  #waitingSize = 0;
  #offset = 0;

  /** @param known pages of an earlier pack that are to be in this one as well, and that the disk has kept */
  constructor(folder: string, locale: string, known?: { pack: PackReader; entries: readonly PackedPage[] }) {
    mkdirSync(folder, { recursive: true });
    this.#folder = folder;
    this.#locale = locale;
    const path = pagesFile(folder, locale);
    const wanted = known?.entries.reduce((sum, { length }) => sum + length, 0) ?? 0;
    if (known && wanted > known.pack.bytes.length / 2) {
      // It has little else, and to copy it as it is is faster than page by page.
      copyFileSync(known.pack.path, path);
      this.#file = openSync(path, 'a');
      this.#offset = known.pack.bytes.length;
      this.#entries.push(...known.entries);
      return;
    }
    this.#file = openSync(path, 'w');
    if (known) for (const entry of known.entries) this.add(known.pack.linesOf(entry), entry);
  }

  /**
   * Adds a page, in any order.
   *
   * @param lines JSON of the page, its original and its record, each with its line end
   */
  add(lines: Uint8Array, entry: KeyedPage): void {
    this.#waiting.push(lines);
    this.#waitingSize += lines.length;
    if (this.#waitingSize >= chunk) this.#flush();
    this.#entries.push({ ...entry, offset: this.#offset, length: lines.length, sum: crc32(lines) });
    this.#offset += lines.length;
  }

  /** Notes a page that another build makes: its place among the others, without its text. */
  note(entry: PageEntry): void {
    this.#noted.push(entry);
  }

  get entries(): readonly PackedPage[] {
    return this.#entries;
  }

  close(list: readonly ListEntry[]): void {
    this.#flush();
    closeSync(this.#file);
    for (const pages of [this.#entries, this.#noted]) pages.sort((a, b) => compareText(a.slug, b.slug));
    const listText = Buffer.from(JSON.stringify(list));
    writeFileSync(listFile(this.#folder, this.#locale), listText);
    const written: Entries = { entries: this.#entries, noted: this.#noted, list: crc32(listText) };
    writeFileSync(entriesFile(this.#folder, this.#locale), JSON.stringify(written));
  }

  #flush(): void {
    writeSync(this.#file, Buffer.concat(this.#waiting));
    [this.#waiting, this.#waitingSize] = [[], 0];
  }
}

const lineEnd = 0x0a;

/** One locale's pages on disk. */
export class PackReader {
  readonly entries: readonly PackedPage[];
  /** Pages that another build makes: where there are any, there are no others. */
  readonly noted: readonly PageEntry[];
  readonly #bySlug: ReadonlyMap<string, PackedPage>;
  readonly #folder: string;
  readonly #locale: string;
  readonly #listSum: number;
  /** The file of its pages. */
  readonly path: string;
  /** The same, open. */
  readonly file: number;
  #bytes: Buffer | undefined;

  constructor(folder: string, locale: string) {
    const written = readStored(entriesFile(folder, locale), isEntries);
    if (!written)
      throw new Error(`The prepared articles in ${folder} are damaged in ${locale}. Build again with --force.`);
    const { entries, noted, list } = written;
    [this.#folder, this.#locale, this.#listSum] = [folder, locale, list];
    this.entries = entries;
    this.noted = noted;
    this.#bySlug = new Map(this.entries.map((entry) => [entry.slug, entry]));
    this.path = pagesFile(folder, locale);
    this.file = openSync(this.path, 'r');
  }

  /** The pack of a locale, undefined where none was written whole, or the disk did not keep it. */
  static openIfThere(folder: string, locale: string): PackReader | undefined {
    if (!existsSync(entriesFile(folder, locale))) return undefined;
    try {
      return new PackReader(folder, locale);
    } catch {
      return undefined;
    }
  }

  find(slug: string): PackedPage | undefined {
    return this.#bySlug.get(slug);
  }

  /** A page, and JSON of its `Original`, undefined where none is known. */
  read(entry: PackedPage): { page: Page; original: Buffer | undefined } {
    const lines = linesAt(this.file, entry);
    const end = lines.indexOf(lineEnd);
    const original = entry.original === true ? lines.subarray(end + 1, lines.indexOf(lineEnd, end + 1) + 1) : undefined;
    const page = parseStored(lines.toString('utf8', 0, end), isPage);
    if (!page) throw new Error(`The page ${entry.slug} in ${this.path} is damaged. Build again with --force.`);
    return { page, original };
  }

  /** All pages, for those who want most of them: some ten megabytes, as long as the reader is open. */
  get bytes(): Buffer {
    return (this.#bytes ??= readFileSync(this.file));
  }

  /** All lines of a page. */
  linesOf({ offset, length }: PackedPage): Buffer {
    return this.bytes.subarray(offset, offset + length);
  }

  /** Whether the disk has kept the lines of a page as they were written. */
  isWhole(entry: PackedPage): boolean {
    return crc32(this.linesOf(entry)) === entry.sum;
  }

  /** Whether the disk has kept the locale's list as it was written. */
  get hasWholeList(): boolean {
    const file = listFile(this.#folder, this.#locale);
    return existsSync(file) && crc32(readFileSync(file)) === this.#listSum;
  }

  close(): void {
    this.#bytes = undefined;
    closeSync(this.file);
  }
}

/** What the search knows of the article of an open pack; its page must be no fallback. */
export function recordAt(file: number, entry: PackedPage): SearchRecord {
  const lines = linesAt(file, entry);
  const record = parseStored(lines.toString('utf8', lines.lastIndexOf(lineEnd, -2) + 1), isSearchRecord);
  if (!record) throw new Error(`What the search knows of ${entry.slug} is damaged. Build again with --force.`);
  return record;
}

function linesAt(file: number, { offset, length }: PackedPage): Buffer {
  const buffer = Buffer.allocUnsafe(length);
  readSync(file, buffer, 0, length, offset);
  return buffer;
}

/** Names of the files of a locale's pack. */
export function packFiles(locale: string): string[] {
  return [pagesFile, entriesFile, listFile].map((fileIn) => fileIn('', locale));
}

/** The articles of a locale in the order of its collation: JSON of `ListEntry[]`. */
export function listFile(folder: string, locale: string): string {
  return join(folder, `${locale}.list.json`);
}

function pagesFile(folder: string, locale: string): string {
  return join(folder, `${locale}.pages.jsonl`);
}

function entriesFile(folder: string, locale: string): string {
  return join(folder, `${locale}.entries.json`);
}
