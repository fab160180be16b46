/** Files of an index. They are published compressed, because not every server compresses. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

/** A text or bytes, compressed the same on all systems. */
export function compressed(content: string | Uint8Array): Buffer {
  const bytes = gzipSync(content, { level: 9 });
  // The header names the system that made the file.
  bytes[9] = 255;
  return bytes;
}

/**
 * Writes a text, where the file does not hold it already: after an edit nearly all texts are what they were, to compress them takes more
 * than twice as long as to look, and a file system takes its time to give away what it has just taken back.
 */
export function writeCompressed(folder: string, name: string, text: string): void {
  const file = join(folder, name);
  if (holds(file, text)) return;
  mkdirSync(dirname(file), { recursive: true });
  // A published site may have a link to the old one.
  rmSync(file, { force: true });
  writeFileSync(file, compressed(text));
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
