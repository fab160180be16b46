/**
 * The pages of one locale on disk: one JSON a line, read by offset, so that nothing ever holds all of them. After each page come its
 * original, where that is known, and its record for the search, where the page is no fallback.
 */
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, readSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { compareText } from '../diagnostics.ts';
import type { ListEntry, Page } from '../pipeline/types.ts';
import type { SearchRecord } from '../search/record.ts';

/** How files with the entries of a pack end. */
export const entriesEnding = '.entries.json';

/** Where a page lies in its pack. */
export interface PageEntry {
  readonly slug: string;
  /** Changes whenever anything that the page shows has changed. */
  readonly digest: string;
  /** What the page was made from: equal keys mean equal pages. */
  readonly key: string;
  readonly noindex: boolean;
  /** True where the page shows the source article for want of a translation. */
  readonly fallback: boolean;
  /** True where the source of its sentences is known. */
  readonly original?: boolean;
  /** Date of the last update, `YYYY-MM-DD`. */
  readonly updated?: string;
  /** Images that the page shows: path below the site's root by file. */
  readonly images?: readonly (readonly [file: string, path: string])[];
  readonly offset: number;
  /** Of all its lines, in bytes. */
  readonly length: number;
  /** CRC-32 of them; undefined where it has none on disk. */
  readonly sum?: number;
}

/** Where a page lies, which the pack itself knows. */
type Place = 'offset' | 'length' | 'sum';

/** Bytes that are written at a time. */
const chunk = 1 << 20;

/** Writes pages one by one; memory holds only the entries. */
export class PackWriter {
  readonly #folder: string;
  readonly #locale: string;
  readonly #file: number;
  readonly #entries: PageEntry[] = [];
  /** Lines that are not written yet. */
  #waiting: Uint8Array[] = [];
  #waitingSize = 0;
  #offset = 0;

  constructor(folder: string, locale: string) {
    mkdirSync(folder, { recursive: true });
    this.#folder = folder;
    this.#locale = locale;
    this.#file = openSync(pagesFile(folder, locale), 'w');
  }

  /**
   * Takes over pages of an earlier pack. Where that has little else, it is copied as it is, which is faster than page by page.
   *
   * @param entries of pages that the disk has kept
   */
  take(earlier: PackReader, entries: readonly PageEntry[]): void {
    const bytes = earlier.bytes;
    const wanted = entries.reduce((sum, { length }) => sum + length, 0);
    if (this.#offset === 0 && wanted > bytes.length / 2) {
      writeSync(this.#file, bytes);
      this.#offset = bytes.length;
      this.#entries.push(...entries);
    } else {
      for (const entry of entries) this.add(bytes.subarray(entry.offset, entry.offset + entry.length), entry);
    }
  }

  /**
   * Adds a page, in any order.
   *
   * @param lines JSON of the page, its original and its record, each with its line end
   */
  add(lines: Uint8Array, entry: Omit<PageEntry, Place>): void {
    this.#waiting.push(lines);
    this.#waitingSize += lines.length;
    if (this.#waitingSize >= chunk) this.#flush();
    this.#entries.push({ ...entry, offset: this.#offset, length: lines.length, sum: crc32(lines) });
    this.#offset += lines.length;
  }

  /** Notes a page that another build makes: its place among the others, without its text. */
  note(entry: Omit<PageEntry, Place>): void {
    this.#entries.push({ ...entry, offset: 0, length: 0 });
  }

  get entries(): readonly PageEntry[] {
    return this.#entries;
  }

  close(list: readonly ListEntry[]): void {
    this.#flush();
    closeSync(this.#file);
    this.#entries.sort((a, b) => compareText(a.slug, b.slug));
    writeFileSync(entriesFile(this.#folder, this.#locale), JSON.stringify(this.#entries));
    writeFileSync(join(this.#folder, `${this.#locale}.list.json`), JSON.stringify(list));
  }

  #flush(): void {
    writeSync(this.#file, Buffer.concat(this.#waiting));
    [this.#waiting, this.#waitingSize] = [[], 0];
  }
}

const lineEnd = 0x0a;

/** One locale's pages on disk. */
export class PackReader {
  readonly entries: readonly PageEntry[];
  readonly #bySlug: ReadonlyMap<string, PageEntry>;
  /** The open file of its pages. */
  readonly file: number;
  #bytes: Buffer | undefined;

  constructor(folder: string, locale: string) {
    this.entries = JSON.parse(readFileSync(entriesFile(folder, locale), 'utf8')) as PageEntry[];
    this.#bySlug = new Map(this.entries.map((entry) => [entry.slug, entry]));
    this.file = openSync(pagesFile(folder, locale), 'r');
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

  find(slug: string): PageEntry | undefined {
    return this.#bySlug.get(slug);
  }

  /** A page, and JSON of its `Original`, undefined where none is known. */
  read(entry: PageEntry): { page: Page; original: Buffer | undefined } {
    const lines = linesAt(this.file, entry);
    const end = lines.indexOf(lineEnd);
    const original = entry.original === true ? lines.subarray(end + 1, lines.indexOf(lineEnd, end + 1) + 1) : undefined;
    return { page: JSON.parse(lines.toString('utf8', 0, end)) as Page, original };
  }

  /** All pages, for those who want most of them: some ten megabytes, as long as the reader is open. */
  get bytes(): Buffer {
    return (this.#bytes ??= readFileSync(this.file));
  }

  /** Whether the disk has kept the lines of a page as they were written. */
  isWhole({ offset, length, sum }: PageEntry): boolean {
    return crc32(this.bytes.subarray(offset, offset + length)) === sum;
  }

  close(): void {
    this.#bytes = undefined;
    closeSync(this.file);
  }
}

/** What the search knows of the article of an open pack; its page must be no fallback. */
export function recordAt(file: number, entry: PageEntry): SearchRecord {
  const lines = linesAt(file, entry);
  return JSON.parse(lines.toString('utf8', lines.lastIndexOf(lineEnd, -2) + 1)) as SearchRecord;
}

function linesAt(file: number, { offset, length }: PageEntry): Buffer {
  const buffer = Buffer.allocUnsafe(length);
  readSync(file, buffer, 0, length, offset);
  return buffer;
}

function pagesFile(folder: string, locale: string): string {
  return join(folder, `${locale}.pages.jsonl`);
}

function entriesFile(folder: string, locale: string): string {
  return join(folder, `${locale}${entriesEnding}`);
}
