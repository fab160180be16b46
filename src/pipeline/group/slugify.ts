import { createHash } from 'node:crypto';
import { trimmedEnd } from '../../core/trim.ts';

/** Names that Windows keeps for devices, in every folder and with any ending. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** In bytes: file systems take 255 for a name, and pages have files that are named after them with an ending. */
const [longestName, longestPath] = [200, 800];

/**
 * Lower case, words joined by hyphens; letters of all scripts stay. `/` separates folders. What no file system would take as a name
 * is changed: names of devices get a hyphen and `article` behind them, the end of long names gives way to a digest of the whole.
 */
export function slugify(text: string): string {
  const parts = text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFC')
    .split('/')
    .map((part) => part.replace(/[^\p{L}\p{N}\p{M}_]+/gu, '-').replace(/^-|-$/g, ''))
    .filter((part) => part !== '')
    .map((part) => shortened(device.test(part) ? `${part}-article` : part, longestName));
  const slug = parts.join('/');
  return Buffer.byteLength(slug) <= longestPath ? slug : shortened(slug.replaceAll('/', '-'), longestName);
}

function shortened(name: string, longest: number): string {
  if (Buffer.byteLength(name) <= longest) return name;
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 8);
  // Cut between characters, which `Buffer` would not do.
  let kept = '';
  for (const character of name) {
    if (Buffer.byteLength(kept + character) > longest / 2) break;
    kept += character;
  }
  return `${trimmedEnd(kept, /-/)}-${digest}`;
}

/** Names and paths that are equal by this are one file on some disk: one that ignores case, or how an accent is written. */
export function asFile(path: string): string {
  return path.normalize('NFC').toUpperCase().normalize('NFC');
}

/** Whether every file system takes a path: no part is a device's name, and neither a part nor the whole is too long. */
export function isPortablePath(path: string): boolean {
  return (
    Buffer.byteLength(path) <= longestPath &&
    path.split('/').every((part) => Buffer.byteLength(part) <= longestName && !device.test(part.split('.', 1)[0] ?? ''))
  );
}
