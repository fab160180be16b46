import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { imageSize } from 'image-size';
import type { FileFinder } from './files.ts';
import type { ResolvedImage } from './render/page-parts.ts';
import type { FileReference } from './types.ts';

const imageFile = /\.(png|jpe?g|gif|webp|avif|svg)$/i;
const embedded = /^data:image\/(?:png|gif|jpe?g|webp|avif)[;,]/i;

interface Known {
  /** Below the site's root. */
  readonly path: string;
  readonly image: ResolvedImage;
}

/** Images of the content directories on their way to the site: found, named by their content, measured. */
export class ImageLibrary {
  readonly #files: FileFinder;
  readonly #base: string;
  readonly #known = new Map<string, Known>();
  #noted: Map<string, string> | undefined;
  /** Path below the site's root by absolute path of the file: what has to be copied. */
  readonly used = new Map<string, string>();

  constructor(files: FileFinder, base: string) {
    this.#files = files;
    this.#base = base;
  }

  /** True where an address means an image that is there. */
  has(from: FileReference, src: string): boolean {
    return embedded.test(src) || /^https?:/i.test(src) || this.#find(from, src) !== undefined;
  }

  resolve(from: FileReference, src: string): ResolvedImage | undefined {
    if (embedded.test(src)) return { kind: 'local', src };
    if (/^https?:/i.test(src)) return { kind: 'remote', href: src };
    const file = this.#find(from, src);
    if (file === undefined) return undefined;
    const { path, image } = this.#known.get(file) ?? this.#add(file);
    this.used.set(file, path);
    this.#noted?.set(file, path);
    return image;
  }

  /** Does some work and tells which images it made use of, path below the site's root by file. */
  noting<Result>(work: () => Result): { result: Result; images: [file: string, path: string][] } {
    const noted = (this.#noted = new Map());
    try {
      return { result: work(), images: [...noted] };
    } finally {
      this.#noted = undefined;
    }
  }

  /** Makes use of an image once more; false where the file is not the one that was meant. */
  reuse(file: string, path: string): boolean {
    if (!existsSync(file) || (this.#known.get(file) ?? this.#add(file)).path !== path) return false;
    this.used.set(file, path);
    return true;
  }

  #add(file: string): Known {
    const bytes = readFileSync(file);
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
    // With the digest behind it, it is to be no longer than a file's name may be.
    const name = basename(file, extname(file))
      .replace(/[^\w-]+/g, '-')
      .slice(0, 100);
    const path = `media/${name}.${hash}${extname(file).toLowerCase()}`;
    const known: Known = { path, image: { kind: 'local', src: this.#base + path, ...measure(bytes) } };
    this.#known.set(file, known);
    return known;
  }

  #find(from: FileReference, src: string): string | undefined {
    const file = this.#files.find(from, src);
    return file !== undefined && imageFile.test(file) ? file : undefined;
  }
}

function measure(bytes: Uint8Array): { width?: number; height?: number } {
  try {
    const { width, height } = imageSize(bytes);
    return { width, height };
  } catch {
    // A file that only calls itself an image is copied as it is; the browser shows its alternative text.
    return {};
  }
}
