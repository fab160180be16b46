/** What included files depend on, so that what shows them can be kept. */
import { createHash } from 'node:crypto';
import { relative } from 'node:path';
import type { FileFinder } from './referenced-files.ts';
import { inclusionsIn } from './inclusions.ts';
import { publicationOf } from '../parse/publication-of.ts';
import { reasonToWithhold, turningPoints } from '../parse/publication.ts';
import { readSource } from '../read.ts';
import type { IncludedPart } from '../render-input.ts';
import type { Publication, Source } from '../types.ts';
import type { FileReference } from '../../core/file-reference.ts';

/** An included file by itself. */
interface Part {
  readonly file: FileReference;
  /** Of its bytes; undefined where it cannot be read, and shows nothing. */
  readonly digest: string | undefined;
  readonly publication: Publication;
  /** The files that it includes, by their addresses; undefined for those that are not there. */
  readonly includes: readonly (readonly [href: string, file: FileReference | undefined])[];
}

interface Known {
  readonly parts: Map<string, Part>;
  /** By time and place of the first file. */
  readonly digests: Map<string, string>;
}

/** Where included files are found, and the time that decides which of them are published. */
export interface DigestContext {
  readonly files: FileFinder;
  /** In milliseconds since 1970. */
  readonly time: number;
}

const knownOf = new WeakMap<FileFinder, Known>();

/**
 * A digest of the file that an article includes by an address, and of all that it includes in its turn: places, bytes, and which of them
 * are published at the time; undefined where there is no such file. Each file is read once for all articles of a finder.
 */
export function digestOfInclude(from: FileReference, href: string, context: DigestContext): string | undefined {
  const { files, time } = context;
  const first = includedFile(from, href, files);
  if (first === undefined) return undefined;
  const { digests } = knownFor(files);
  const key = `${time} ${keyOf(first)}`;
  let digest = digests.get(key);
  if (digest === undefined) {
    const hash = createHash('sha256');
    for (const part of partsFrom([first], files)) {
      const isPublished = reasonToWithhold(part.publication, time) === undefined;
      hash.update(
        JSON.stringify([part.file.path, part.digest, isPublished, part.includes.map(([, each]) => each?.path)]),
      );
    }
    digests.set(key, (digest = hash.digest('hex')));
  }
  return digest;
}

/** A digest of all files that an article includes by some addresses. */
export function digestOfIncludes(from: FileReference, hrefs: readonly string[], context: DigestContext): string {
  const digests = Array.from(new Set(hrefs), (href) => [href, digestOfInclude(from, href, context)]);
  return createHash('sha256').update(JSON.stringify(digests)).digest('hex');
}

/** The files that an article includes by some addresses, and those that these include in their turn, as far as they are published. */
export function filesIncluded(
  from: FileReference,
  hrefs: readonly string[],
  { files, time }: DigestContext,
): FileReference[] {
  return [...partsFrom(includedFiles(from, hrefs, files), files)].flatMap(({ file, publication }) =>
    reasonToWithhold(publication, time) === undefined ? file : [],
  );
}

/** What rendering an article may read of the files that it includes by some addresses, and of those that these include. */
export function partsIncluded(
  from: FileReference,
  hrefs: readonly string[],
  { files, time }: DigestContext,
): IncludedPart[] {
  return Array.from(
    partsFrom(includedFiles(from, hrefs, files), files),
    ({ file: { path }, digest, publication, includes }) => ({
      path,
      ...(digest === undefined ? {} : { digest }),
      ...(reasonToWithhold(publication, time) === undefined ? {} : { isWithheld: true as const }),
      includes: includes.flatMap(([href, file]) => (file ? [[href, file.path] as const] : [])),
    }),
  );
}

/** The moments at which files come or go that an article includes by some addresses, and those that these include in their turn. */
export function turningPointsOfIncludes(from: FileReference, hrefs: readonly string[], files: FileFinder): number[] {
  const parts = partsFrom(includedFiles(from, hrefs, files), files);
  return [...parts].flatMap(({ publication }) => turningPoints(publication));
}

function includedFiles(from: FileReference, hrefs: readonly string[], files: FileFinder): FileReference[] {
  return Array.from(new Set(hrefs), (href) => includedFile(from, href, files)).filter((file) => file !== undefined);
}

/** Files and all that they include, each once. */
function* partsFrom(first: readonly FileReference[], files: FileFinder): Generator<Part> {
  const { parts } = knownFor(files);
  const reached = new Map(first.map((file) => [keyOf(file), file]));
  // The map grows while it is walked.
  for (const [key, file] of reached) {
    let part = parts.get(key);
    if (!part) parts.set(key, (part = partOf(file, files)));
    for (const [, each] of part.includes) if (each) reached.set(keyOf(each), each);
    yield part;
  }
}

function knownFor(files: FileFinder): Known {
  let known = knownOf.get(files);
  if (!known) knownOf.set(files, (known = { parts: new Map(), digests: new Map() }));
  return known;
}

function partOf(file: FileReference, files: FileFinder): Part {
  let source: Source;
  try {
    source = readSource(file);
  } catch {
    return { file, digest: undefined, publication: {}, includes: [] };
  }
  const hrefs = new Set(inclusionsIn(source.text).flatMap(({ kind, href }) => (kind === 'include' ? href : [])));
  const includes = Array.from(hrefs, (href) => [href, includedFile(file, href, files)] as const);
  return { file, digest: source.digest, publication: publicationOf(source), includes };
}

function keyOf({ root, path }: FileReference): string {
  return `${root}\0${path}`;
}

/** The file that an address means, by its path below the root of the article that includes it. */
export function includedFile(from: FileReference, href: string, files: FileFinder): FileReference | undefined {
  const path = files.find(from, { kind: 'include', href });
  return path === undefined ? undefined : { root: from.root, path: relative(from.root, path).replaceAll('\\', '/') };
}
