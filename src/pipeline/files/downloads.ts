/** Files that stand beside articles and that readers download: forms, samples, recordings. */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { isOfKind } from './file-kinds.ts';

/** Bytes beyond which a file is named: some hosts take no larger ones, and on a phone it takes minutes. */
export const largeDownload = 25 * 2 ** 20;

/** Bytes beyond which a file is not published. */
export const largestDownload = 2 ** 30;

/** Where a file is published, below the site's root; undefined where it cannot be read or is too large. */
export function placeOfDownload(file: string): { file: string; path: string; bytes: number } | undefined {
  try {
    const bytes = statSync(file).size;
    if (bytes > largestDownload) return undefined;
    const name = basename(file, extname(file))
      .replace(/[^\w-]+/g, '-')
      .slice(0, 100);
    return { file, path: `media/${name}.${digestOf(file)}${extname(file).toLowerCase()}`, bytes };
  } catch {
    return undefined;
  }
}

/** A part of the SHA-256 of a file, which is read piece by piece. */
function digestOf(file: string): string {
  const hash = createHash('sha256');
  const piece = Buffer.allocUnsafe(2 ** 20);
  const opened = openSync(file, 'r');
  try {
    for (let length = readSync(opened, piece); length > 0; length = readSync(opened, piece))
      hash.update(piece.subarray(0, length));
  } finally {
    closeSync(opened);
  }
  return hash.digest('hex').slice(0, 10);
}

/** What a build says of the files that its pages offer; undefined where they offer none. */
export function describeDownloads(files: Iterable<string>): string | undefined {
  const downloads = [...files]
    .filter((file) => isOfKind('download', file))
    .map((file) => ({ name: basename(file), bytes: statSync(file, { throwIfNoEntry: false })?.size ?? 0 }));
  const [largest] = downloads.sort((a, b) => b.bytes - a.bytes || (a.name < b.name ? -1 : 1));
  if (largest === undefined) return undefined;
  const total = downloads.reduce((sum, { bytes }) => sum + bytes, 0);
  const count = `${downloads.length} ${downloads.length === 1 ? 'file' : 'files'} to download`;
  return `${count}, ${localSize(total, 'en')}; the largest is ${largest.name}, ${localSize(largest.bytes, 'en')}.`;
}

const formats = new Map<string, (bytes: number) => string>();

/** The size of a file as readers of a locale write it, in thousands or millions of bytes: `2,1 Mo`. */
export function localSize(bytes: number, locale: string): string {
  let format = formats.get(locale);
  if (!format) formats.set(locale, (format = formatFor(locale)));
  return format(bytes);
}

function formatFor(locale: string): (bytes: number) => string {
  const formatIn = (unit: string) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 });
  const [kilobytes, megabytes] = [formatIn('kilobyte'), formatIn('megabyte')];
  return (bytes) =>
    bytes < 1_000_000 ? kilobytes.format(Math.ceil(bytes / 1000)) : megabytes.format(Math.ceil(bytes / 100_000) / 10);
}

/** A size in megabytes of a million bytes, `0.3 MB`. */
export function inMegabytes(bytes: number): string {
  return `${(Math.ceil(bytes / 100_000) / 10).toFixed(1)} MB`;
}
