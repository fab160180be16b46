/** The only module that lists folders of content, where names and kinds of entries may be anything. */
import { readdirSync } from 'node:fs';

export interface FolderEntry {
  /** As on the disk; if that is not UTF-8, as `printedName` shows it. */
  readonly name: string;
  /** False if the name is not UTF-8: the entry cannot be opened by it. */
  readonly isNamed: boolean;
  /** Links are not followed. `other` is a pipe, a socket or a device. */
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

export interface FolderListing {
  /** In code unit order of their names. */
  readonly entries: readonly FolderEntry[];
  /** Why the folder could not be read. It may have been removed in the meantime. */
  readonly problem?: string;
}

/** Lists a folder by its absolute path. Never throws. */
export function listFolder(folder: string): FolderListing {
  try {
    const entries = readdirSync(folder, { withFileTypes: true, encoding: 'buffer' }).map((entry): FolderEntry => {
      const kind = entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : entry.isSymbolicLink() ? 'link' : 'other';
      return { ...nameOf(entry.name), kind };
    });
    return { entries: entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)) };
  } catch (error) {
    return { entries: [], problem: problemOf(error) };
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function nameOf(bytes: Uint8Array): Pick<FolderEntry, 'name' | 'isNamed'> {
  try {
    return { name: utf8.decode(bytes), isNamed: true };
  } catch {
    return { name: printedName(bytes), isNamed: false };
  }
}

/** A name that is not UTF-8: bytes outside of ASCII as `\xff`. */
function printedName(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) =>
    byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`,
  ).join('');
}

const problems: Readonly<Record<string, string>> = {
  EACCES: 'you may not read it',
  EPERM: 'you may not read it',
  ELOOP: 'its links lead back to themselves',
  EMFILE: 'too many files are open at once',
  ENAMETOOLONG: 'its path is longer than the system allows',
  ENOENT: 'it is not there any more',
  ENOTDIR: 'it is not there any more',
  EIO: 'the disk could not be read',
};

/** Why something could not be read, as the end of a sentence: the reason for an error of the file system, else its message. */
export function problemOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const known = 'code' in error && typeof error.code === 'string' ? problems[error.code] : undefined;
  return known ?? error.message;
}

/**
 * When a file or folder changed last, in milliseconds since 1970: the time of its last status change, which programs cannot set. File
 * systems without it, such as FAT, report 0 or less; then the time of the last change of its content.
 */
export function changedAt({ ctimeMs, mtimeMs }: { readonly ctimeMs: number; readonly mtimeMs: number }): number {
  return ctimeMs > 0 ? ctimeMs : mtimeMs;
}

/** File systems record times as coarsely as this, in milliseconds: two changes so close to each other may look like one. */
export const coarsestClock = 2000;
