import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compareText, type Diagnostic, wholeFile } from '../core/diagnostics.ts';
import { isHidden, isOfKind } from './files/file-kinds.ts';
import { type FolderEntry, listFolder, problemOf } from '../disk/folders.ts';
import type { Ignore } from './files/ignore.ts';
import type { Source } from './types.ts';
import type { FileReference } from '../core/file-reference.ts';
import { unreadNames, whyUnread } from './files/unread.ts';

/** Folders that hold parts of articles. */
const partsFolder = /^includes$/i;
/** Folders that hold other people's packages. */
const modulesFolder = /^node_modules$/i;

/** A place in the content directories that is passed over, or that somebody should look at, and why. */
export interface OddPlace extends FileReference {
  /** Whether what lies there is left out. */
  readonly isPassedOver: boolean;
  readonly reason: Pick<Diagnostic, 'rule' | 'severity' | 'message' | 'hint'>;
}

/** What listing the files of content directories goes by, and whom it tells. */
export interface Listing {
  /** What the site's author wants left out; nothing where undefined. */
  readonly ignore?: Ignore | undefined;
  /** Whether a file called `index.mdx` is a home page of the site. */
  readonly isHome?: (file: FileReference) => boolean;
  /** Told of places that cannot be read or have names that nobody should give. */
  readonly onOdd?: (place: OddPlace) => unknown;
  /** Told of each file that is not read, and why, in a sentence. */
  readonly onUnread?: (file: FileReference, why: string) => unknown;
}

/**
 * All article files below the content directories, sorted by directory and path. Home pages in MDX are not among them, nor is what
 * begins with a dot. Symbolic links are not followed: they may lead anywhere, and back.
 */
export function listFiles(roots: readonly string[], listing: Listing = {}): FileReference[] {
  return roots.flatMap((root) =>
    walk(root, '', listing)
      .sort(compareText)
      .map((path) => ({ root, path })),
  );
}

/** @param because why nothing in the folder is read; undefined where its articles are */
function walk(root: string, folder: string, listing: Listing, because?: string): string[] {
  const { ignore, isHome, onOdd, onUnread } = listing;
  const { entries, problem } = listFolder(join(root, folder));
  const odd = (path: string, reason: OddPlace['reason']) =>
    onOdd?.({ root, path, reason, isPassedOver: reason !== unprintableName });
  if (problem !== undefined) odd(folder === '' ? '.' : folder, unreadableFolder(problem));
  return entries.flatMap((entry) => {
    const { name, kind, isNamed } = entry;
    // What systems and tools hide from people is no content; and parts of articles are read where these include them.
    if (isHidden(name) || partsFolder.test(name)) return [];
    const path = folder === '' ? name : `${folder}/${name}`;
    if (modulesFolder.test(name) && kind !== 'file') {
      onUnread?.({ root, path }, unreadNames.modules);
      return [];
    }
    const isArticle = isOfKind('article', name);
    if (!isNamed) {
      if (because === undefined && (isArticle || kind === 'folder')) odd(path, notUtf8);
      return [];
    }
    const why =
      because ??
      (ignore?.(path) === true ? unreadNames.ignored : undefined) ??
      (name.startsWith('_') ? (kind === 'folder' ? unreadNames.underscoreFolder : unreadNames.underscore) : undefined);
    const reason = why === undefined ? oddityOf(entry, join(root, path), isArticle) : undefined;
    if (reason) odd(path, reason);
    const unread = (sentence: string | undefined): [] => {
      if (sentence !== undefined) onUnread?.({ root, path }, sentence);
      return [];
    };
    if (kind === 'folder') {
      // Nobody waits to hear what else there is.
      return why !== undefined && !onUnread ? [] : walk(root, path, listing, why);
    }
    if (kind !== 'file') return [];
    if (!isArticle) return unread(why === unreadNames.ignored ? undefined : whyUnread(name));
    if (why !== undefined) return unread(why);
    if (!isHomeName(name)) return [path];
    return isHome?.({ root, path }) === true ? [] : unread(unreadNames.home);
  });
}

/** True for names of files and folders that hold no articles, whatever is in them. */
export function isIgnored(name: string): boolean {
  return isHidden(name) || name.startsWith('_') || partsFolder.test(name) || modulesFolder.test(name);
}

/** Characters that end lines, move the cursor or turn the direction of writing; marks that languages need are not among them. */
const unprintable = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;

function oddityOf({ name, kind }: FolderEntry, absolute: string, isArticle: boolean): OddPlace['reason'] | undefined {
  // Pictures and code are looked up when articles name them.
  if (kind === 'link') {
    if (isArticle) return notFollowed;
    if (!leadsToFolder(absolute)) return undefined;
    return mayHoldArticles(absolute) ? notFollowed : { ...notFollowed, severity: 'warning' };
  }
  if (kind === 'other') return isArticle ? notAFile : undefined;
  return unprintable.test(name) && (isArticle || kind === 'folder') ? unprintableName : undefined;
}

/** Whether a link may hide articles. One that leads nowhere, or back to itself, is taken for what its name says. */
function leadsToFolder(link: string): boolean {
  try {
    return statSync(link).isDirectory();
  } catch {
    return !/\.\w+$/.test(link);
  }
}

/** Entries of a linked folder that are looked at. */
const mostEntries = 10_000;

/** Whether a whole language may be behind a link; links in there are not followed. A large folder counts as one that may. */
function mayHoldArticles(link: string): boolean {
  const folders = [link];
  let seen = 0;
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const { name, kind, isNamed } of listFolder(folder).entries) {
      if (++seen > mostEntries) return true;
      if (!isNamed || isIgnored(name)) continue;
      if (kind === 'file' && isOfKind('article', name)) return true;
      if (kind === 'folder') folders.push(join(folder, name));
    }
  }
  // What leads nowhere now may have led to articles.
  return !existsSync(link);
}

const notFollowed: OddPlace['reason'] = {
  rule: 'symbolic-link',
  // A whole language may be behind it.
  severity: 'error',
  message: 'Symbolic links are not followed, so what this one leads to is not published.',
  hint: 'Put the file or folder itself there, or name its place with `--content`.',
};

const notUtf8: OddPlace['reason'] = {
  rule: 'unusable-name',
  severity: 'error',
  message: 'The name is not written in UTF-8, so that nothing can refer to it; it is not published.',
  hint: 'Rename it. Its bytes that are no ASCII are shown as `\\xff` here.',
};

const unprintableName: OddPlace['reason'] = {
  rule: 'unusable-name',
  severity: 'warning',
  message: 'The name holds a line end, a control character or one that turns the direction of writing.',
  hint: 'Rename it: people and tools read another name than it has.',
};

const notAFile: OddPlace['reason'] = {
  rule: 'unreadable-file',
  severity: 'warning',
  message: 'This is a pipe, a socket or a device, and no file; it is not published.',
  hint: 'Put the article itself there, or remove it.',
};

function unreadableFolder(problem: string): OddPlace['reason'] {
  return {
    rule: 'unreadable-file',
    severity: 'error',
    message: `The folder cannot be looked into (${problem}), so that nothing in it is published.`,
    hint: 'Make it readable, shorten its path, or take it out of the content directory.',
  };
}

/** What is said of a place that is passed over. */
export function oddPlace({ reason }: OddPlace, file: string): Diagnostic {
  return { ...reason, file, ...wholeFile };
}

function isHomeName(name: string): boolean {
  return name.toLowerCase() === 'index.mdx';
}

/** Hand-written home pages, `<locale>/index.mdx`, by the name of their folder. */
export function listHomes(roots: readonly string[]): { folder: string; file: string }[] {
  return roots.flatMap((root) =>
    listFolder(root)
      .entries.filter(({ name, kind, isNamed }) => kind === 'folder' && isNamed && !isIgnored(name))
      .flatMap(({ name: folder }) =>
        listFolder(join(root, folder))
          .entries.filter(({ name, kind }) => kind === 'file' && isHomeName(name))
          .map(({ name }) => ({ folder, file: join(root, folder, name) })),
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

/**
 * Reads one file; undefined where it was removed after it was listed, may not be read, or is larger than any text can be.
 *
 * @param onOdd is told why
 */
export function readIfPossible(file: FileReference, onOdd: (place: OddPlace) => unknown): Source | undefined {
  try {
    return readSource(file);
  } catch (error) {
    onOdd(unreadableFile(file, error));
    return undefined;
  }
}

/** What is said of a file that could not be read. */
export function unreadableFile(file: FileReference, error: unknown): OddPlace {
  const reason: OddPlace['reason'] = {
    rule: 'unreadable-file',
    severity: 'error',
    message: `The file cannot be read (${problemOf(error)}), so it is passed over.`,
    hint: 'Make it readable, shorten its path, or take it out of the content directory.',
  };
  return { ...file, reason, isPassedOver: true };
}

function decode(bytes: Buffer): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return bytes.toString('utf8');
}
