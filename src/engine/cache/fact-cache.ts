/** What earlier builds found out about files that have not changed. */
import { closeSync, mkdirSync, openSync, readFileSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { temporaryBeside } from '../../disk/atomic-files.ts';

const newline = 10;
const tabulator = 9;
const lineEnd = Buffer.from('\n');
/** Bytes that are read or written at a time, so that a hundred thousand values take a hundred calls. */
const chunk = 1 << 20;

/** Where a value lies in a file. */
interface Place {
  readonly offset: number;
  /** In bytes. */
  readonly length: number;
  /** CRC-32 of these bytes, in hexadecimal digits. */
  readonly sum: string;
}

/** The file that a build writes. */
interface Writing {
  readonly file: number;
  path: string;
  /** In bytes. */
  size: number;
}

/**
 * Values by key, kept in a file from one build to the next. A key has to hold all that a value depends on, but for the code, whose
 * version the file begins with. New values are added at the file's end; it is written anew, without the values that the build did not
 * ask for, when these are half of it. Memory holds only where the values are: there are some hundred thousand of them.
 */
export class Memory {
  readonly #file: string;
  readonly #version: string;
  readonly #kept: KeptFile;
  /** Values in the new file. */
  readonly #made = new Map<string, Place>();
  /** Keys of those in the old one that were asked for. */
  readonly #used = new Set<string>();
  #writing: Writing | undefined;
  /** A stretch of the old file. */
  #ahead: Buffer = Buffer.alloc(0);
  #aheadStart = 0;

  constructor(file: string, version: string) {
    this.#file = file;
    this.#version = version;
    this.#kept = openKept(file, version);
  }

  /** Whether nothing is known yet. */
  get isEmpty(): boolean {
    return this.#kept.places.size + this.#made.size === 0;
  }

  /**
   * The value of a key: as it was, else made now. Values are JSON.
   *
   * @param isValue refuses what is of another kind, which is made again
   */
  recall<Value>(key: string, make: () => Value, isValue: (value: unknown) => value is Value): Value {
    const known = this.find(key);
    if (isValue(known)) return known;
    const text = JSON.stringify(make());
    this.keep(key, Buffer.from(text));
    // Not the value itself: its strings may be cut out of a whole file, and would keep that in memory.
    return JSON.parse(text) as Value;
  }

  /** The value of a key as it was; undefined where there is none. */
  find(key: string): unknown {
    const made = this.#made.get(key);
    if (made !== undefined && this.#writing) return jsonIn(readAt(this.#writing.file, made));
    const kept = this.#kept.places.get(key);
    const known = kept && this.#readKept(kept);
    // A value that the disk did not keep as it was written is as good as none.
    if (known === undefined || kept?.sum !== sumOf(known)) return undefined;
    this.#used.add(key);
    return jsonIn(known);
  }

  /** Gives a key a value: JSON in UTF-8. */
  keep(key: string, value: Uint8Array): void {
    this.#used.delete(key);
    this.#writeLines((this.#writing ??= this.#begin()), [{ key, value, sum: sumOf(value) }]);
  }

  /** Keeps what this build has used; nothing is written where the file says that already, or where it used nothing. */
  save(): void {
    const asked = this.#made.size + this.#used.size;
    const isCrowded = this.#kept.lines + this.#made.size >= 2 * asked;
    if (asked === 0 || (this.#made.size === 0 && !isCrowded)) return;
    if (!isCrowded && this.#kept.lines > 0) {
      this.#append();
      return;
    }
    const writing = (this.#writing ??= this.#begin());
    this.#copyUsed(writing);
    renameSync(writing.path, this.#file);
    writing.path = this.#file;
  }

  /** Ends the use of the files. */
  close(): void {
    if (this.#kept.places.size > 0) closeSync(this.#kept.file);
    if (!this.#writing) return;
    closeSync(this.#writing.file);
    if (this.#writing.path !== this.#file) rmSync(this.#writing.path);
    this.#writing = undefined;
  }

  /** Values are asked for in about the order in which they were written, so that many are read at once. */
  #readKept(place: Place): Buffer {
    const { offset, length } = place;
    if (offset < this.#aheadStart || offset + length > this.#aheadStart + this.#ahead.length) {
      this.#ahead = readAt(this.#kept.file, { ...place, length: Math.max(length, chunk) });
      this.#aheadStart = offset;
    }
    const start = offset - this.#aheadStart;
    return this.#ahead.subarray(start, start + length);
  }

  #begin(): Writing {
    mkdirSync(dirname(this.#file), { recursive: true });
    const path = temporaryBeside(this.#file);
    const file = openSync(path, 'wx+');
    return { file, path, size: writeSync(file, headerOf(this.#version)) };
  }

  /** Adds the new lines to the old file. */
  #append(): void {
    if (!this.#writing) return;
    const { file, size } = this.#writing;
    const start = Buffer.byteLength(headerOf(this.#version));
    const lines = readAt(file, { offset: start, length: size - start });
    const old = openSync(this.#file, 'r+');
    // A line that a killed build has begun is overwritten; what may be left of it has no end, and is none.
    writeSync(old, lines, 0, lines.length, this.#kept.end);
    closeSync(old);
  }

  /** Brings the kept values that were asked for into the new file. */
  #copyUsed(writing: Writing): void {
    let lines: Line[] = [];
    let size = 0;
    for (const key of this.#used) {
      const place = this.#kept.places.get(key);
      if (!place) continue;
      lines.push({ key, value: this.#readKept(place), sum: place.sum });
      size += place.length;
      if (size < chunk) continue;
      this.#writeLines(writing, lines);
      [lines, size] = [[], 0];
    }
    this.#writeLines(writing, lines);
    this.#used.clear();
  }

  #writeLines(writing: Writing, lines: readonly Line[]): void {
    const parts: Uint8Array[] = [];
    for (const { key, value, sum } of lines) {
      const start = Buffer.from(`${sum} ${key}\t`);
      this.#made.set(key, { offset: writing.size + start.length, length: value.length, sum });
      writing.size += start.length + value.length + 1;
      parts.push(start, value, lineEnd);
    }
    writeSync(writing.file, Buffer.concat(parts));
  }
}

/** A value as the file has it. */
interface Line extends Pick<Place, 'sum'> {
  readonly key: string;
  readonly value: Uint8Array;
}

interface KeptFile {
  /** Open, -1 where there is none. */
  readonly file: number;
  readonly places: ReadonlyMap<string, Place>;
  /** Number of its whole lines, without the first. */
  readonly lines: number;
  /** Where the last of them ends, in bytes. */
  readonly end: number;
}

// An unreadable or foreign file is as good as none: everything is made anew.
function openKept(path: string, version: string): KeptFile {
  const places = new Map<string, Place>();
  const none = { file: -1, places, lines: 0, end: 0 };
  const bytes = bytesOf(path);
  if (!bytes) return none;
  const header = Buffer.from(headerOf(version));
  if (!bytes.subarray(0, header.length).equals(header)) return none;
  let lines = 0;
  let start = header.length;
  for (let end = bytes.indexOf(newline, start); end !== -1; end = bytes.indexOf(newline, start)) {
    const tab = bytes.indexOf(tabulator, start);
    if (tab !== -1 && tab < end) {
      const blank = start + sumLength;
      const sum = bytes.toString('latin1', start, blank);
      // Of two values with the same key the later one was made because the disk had not kept the other.
      places.set(bytes.toString('utf8', blank + 1, tab), { offset: tab + 1, length: end - tab - 1, sum });
    }
    lines++;
    start = end + 1;
  }
  return places.size === 0 ? none : { file: openSync(path, 'r'), places, lines, end: start };
}

/** Undefined where there is no file that may be read. */
function bytesOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** A sum may fit what no build has written. */
function jsonIn(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}

function headerOf(version: string): string {
  return `${version}\n`;
}

function readAt(file: number, { offset, length }: Pick<Place, 'offset' | 'length'>): Buffer {
  const buffer = Buffer.allocUnsafe(length);
  const size = readSync(file, buffer, 0, length, offset);
  return buffer.subarray(0, size);
}

/** CRC-32 as so many hexadecimal digits. */
const sumLength = 8;

function sumOf(bytes: Uint8Array): string {
  return crc32(bytes).toString(16).padStart(sumLength, '0');
}
