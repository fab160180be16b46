/** Files of an index, compressed like Pagefind's own, because not every server does it. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

/** Writes a text, where the file does not hold it already: after an edit nearly all files are what they were. */
export function writeCompressed(folder: string, name: string, text: string): void {
  const file = join(folder, name);
  if (holds(file, text)) return;
  const bytes = gzipSync(text, { level: 9 });
  // The header names the system that made the file; the bytes are the same on all.
  bytes[9] = 255;
  mkdirSync(dirname(file), { recursive: true });
  // A published site may have a link to the old one.
  rmSync(file, { force: true });
  writeFileSync(file, bytes);
}

function holds(file: string, text: string): boolean {
  if (!existsSync(file)) return false;
  try {
    return gunzipSync(readFileSync(file)).equals(Buffer.from(text));
  } catch {
    // The disk has not kept it.
    return false;
  }
}
