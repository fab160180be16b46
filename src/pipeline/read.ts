import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../diagnostics.ts';
import type { FileReference, Source } from './types.ts';

const articleFile = /\.(md|txt|mdx)$/i;
/** Folders and files that hold parts of articles or nothing to publish. */
const ignored = /^[._]|^(includes|node_modules)$/i;

/**
 * All article files below the content directories, sorted by directory and path. Home pages in MDX are not among them.
 *
 * @param onLink is told symbolic links, which are not followed: they may lead anywhere, and back
 */
export function listFiles(roots: readonly string[], onLink?: (link: FileReference) => void): FileReference[] {
  return roots.flatMap((root) =>
    walk(root, '', (path) => onLink?.({ root, path }))
      .sort(compareText)
      .map((path) => ({ root, path })),
  );
}

function walk(root: string, folder: string, onLink: (path: string) => void): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (ignored.test(entry.name)) return [];
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return walk(root, path, onLink);
    // Pictures and code are looked up when articles name them.
    if (entry.isSymbolicLink() && (articleFile.test(entry.name) || !/\.\w+$/.test(entry.name))) onLink(path);
    return entry.isFile() && articleFile.test(entry.name) && !isHome(entry.name) ? [path] : [];
  });
}

/** True for names of files and folders that hold no articles, whatever is in them. */
export function isIgnored(name: string): boolean {
  return ignored.test(name);
}

function isHome(name: string): boolean {
  return name.toLowerCase() === 'index.mdx';
}

/** Hand-written home pages, `<locale>/index.mdx`, by the name of their folder. */
export function listHomes(roots: readonly string[]): { folder: string; file: string }[] {
  return roots.flatMap((root) =>
    readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !ignored.test(entry.name))
      .flatMap((entry) =>
        readdirSync(join(root, entry.name))
          .filter(isHome)
          .map((name) => ({ folder: entry.name, file: join(root, entry.name, name) })),
      ),
  );
}

/** Reads one file, in UTF-8 or, with its byte order mark, in UTF-16. Bytes that are neither become U+FFFD. */
export function readSource({ root, path }: FileReference): Source {
  return sourceFrom({ root, path }, readFileSync(join(root, path)));
}

/** The same of bytes that come from elsewhere, such as from an earlier version of the file. */
export function sourceFrom({ root, path }: FileReference, bytes: Buffer): Source {
  const digest = createHash('sha256').update(bytes).digest('hex');
  return { root, path, text: decode(bytes).replace(/\r\n?/g, '\n'), digest };
}

function decode(bytes: Buffer): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return bytes.toString('utf8');
}
