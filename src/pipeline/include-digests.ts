/** What included files depend on, so that what shows them can be kept. */
import { createHash } from 'node:crypto';
import { relative } from 'node:path';
import type { FileFinder } from './files.ts';
import { inclusionsIn } from './inclusions.ts';
import { readSource } from './read.ts';
import type { FileReference, Source } from './types.ts';

/** An included file by itself. */
interface Part {
  readonly file: FileReference;
  /** Of its bytes; undefined where it cannot be read, and shows nothing. */
  readonly digest: string | undefined;
  /** Where the files are that it includes in its turn; undefined for those that are not there. */
  readonly includes: readonly (FileReference | undefined)[];
}

interface Known {
  readonly parts: Map<string, Part>;
  readonly digests: Map<string, string>;
}

const knownOf = new WeakMap<FileFinder, Known>();

/**
 * A digest of the file that an article includes by an address, and of all that it includes in its turn, places and bytes; undefined where
 * there is no such file. Each file is read once for all articles of a finder.
 */
export function digestOfInclude(from: FileReference, href: string, files: FileFinder): string | undefined {
  const first = includedFile(from, href, files);
  if (first === undefined) return undefined;
  let known = knownOf.get(files);
  if (!known) knownOf.set(files, (known = { parts: new Map(), digests: new Map() }));
  let digest = known.digests.get(keyOf(first));
  if (digest === undefined) known.digests.set(keyOf(first), (digest = digestOf(first, files, known.parts)));
  return digest;
}

/** A digest of all files that an article includes by some addresses. */
export function digestOfIncludes(from: FileReference, hrefs: readonly string[], files: FileFinder): string {
  const digests = Array.from(new Set(hrefs), (href) => [href, digestOfInclude(from, href, files)]);
  return createHash('sha256').update(JSON.stringify(digests)).digest('hex');
}

function digestOf(first: FileReference, files: FileFinder, parts: Map<string, Part>): string {
  const hash = createHash('sha256');
  const reached = new Map([[keyOf(first), first]]);
  // The map grows while it is walked.
  for (const [key, file] of reached) {
    let part = parts.get(key);
    if (!part) parts.set(key, (part = partOf(file, files)));
    hash.update(JSON.stringify([file.path, part.digest, part.includes.map((each) => each?.path)]));
    for (const each of part.includes) if (each) reached.set(keyOf(each), each);
  }
  return hash.digest('hex');
}

function partOf(file: FileReference, files: FileFinder): Part {
  let source: Source;
  try {
    source = readSource(file);
  } catch {
    return { file, digest: undefined, includes: [] };
  }
  const hrefs = new Set(inclusionsIn(source.text).flatMap(({ kind, href }) => (kind === 'include' ? href : [])));
  return { file, digest: source.digest, includes: [...hrefs].map((href) => includedFile(file, href, files)) };
}

function keyOf({ root, path }: FileReference): string {
  return `${root}\0${path}`;
}

/** The file that an address means, by its path below the root of the article that includes it. */
export function includedFile(from: FileReference, href: string, files: FileFinder): FileReference | undefined {
  const path = files.find(from, { kind: 'include', href });
  return path === undefined ? undefined : { root: from.root, path: relative(from.root, path).replaceAll('\\', '/') };
}
