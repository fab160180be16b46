import { gzipSync } from 'node:zlib';

/** A text or bytes, compressed the same on all systems. */
export function compressed(content: string | Uint8Array): Buffer {
  const bytes = gzipSync(content, { level: 9 });
  // The header names the system that made the file.
  bytes[9] = 255;
  return bytes;
}
