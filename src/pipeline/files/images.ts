import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { imageSize } from 'image-size';
import { placeOfDownload } from './downloads.ts';
import type { FileFinder } from './referenced-files.ts';
import { problemOf } from '../../disk/folders.ts';
import { imageAsWritten, type LocalImage } from '../render/resolved.ts';
import { cleanDrawing } from '../svg/clean.ts';
import type { FileReference } from '../../core/file-reference.ts';

/** A file that readers download, on its way to the site. */
export interface Download {
  readonly file: string;
  /** Below the site's root. */
  readonly path: string;
  /** Its address on the site. */
  readonly href: string;
  readonly bytes: number;
}

interface Known {
  /** Below the site's root. */
  readonly path: string;
  readonly image: LocalImage;
}

/** Whether an address means an image that can be shown. */
export type ImageState =
  { readonly state: 'there' | 'missing' } | { readonly state: 'unreadable'; readonly problem: string };

/** Images, and files to download, of the content directories on their way to the site: found, named by their content, measured. */
export class ImageLibrary {
  readonly #files: FileFinder;
  readonly #base: string;
  readonly #known = new Map<string, Known | Unreadable>();
  readonly #downloads = new Map<string, Omit<Download, 'href'> | undefined>();
  /** Path below the site's root by absolute path of the file: what has to be copied. */
  readonly used = new Map<string, string>();

  constructor(files: FileFinder, base: string) {
    this.#files = files;
    this.#base = base;
  }

  state(from: FileReference, src: string): ImageState {
    if (imageAsWritten(src)) return { state: 'there' };
    const file = this.#find(from, src);
    if (file === undefined) return { state: 'missing' };
    const known = this.#look(file);
    return 'problem' in known ? { state: 'unreadable', problem: known.problem } : { state: 'there' };
  }

  /** An image that is a file of the site, which publishes it; undefined where there is none that can be shown. */
  resolve(from: FileReference, src: string): LocalImage | undefined {
    if (imageAsWritten(src)) return undefined;
    const file = this.#find(from, src);
    const known = file === undefined ? undefined : this.#look(file);
    if (file === undefined || known === undefined || 'problem' in known) return undefined;
    this.used.set(file, known.path);
    return known.image;
  }

  /** A file that an article links to and that readers can download; undefined where there is none. */
  download(from: FileReference, href: string): Download | undefined {
    const file = this.#files.find(from, { kind: 'download', href });
    const download = file === undefined ? undefined : this.#downloadAt(file);
    if (!download) return undefined;
    const hash = href.indexOf('#');
    const fragment = hash === -1 ? '' : href.slice(hash);
    return { ...download, href: this.#base + download.path + fragment };
  }

  /** Publishes such a file. */
  publish({ file, path }: Download): void {
    this.used.set(file, path);
  }

  #downloadAt(file: string): Omit<Download, 'href'> | undefined {
    if (!this.#downloads.has(file)) this.#downloads.set(file, placeOfDownload(file));
    return this.#downloads.get(file);
  }

  #look(file: string): Known | Unreadable {
    let known = this.#known.get(file);
    if (!known) this.#known.set(file, (known = this.#read(file)));
    return known;
  }

  #read(file: string): Known | Unreadable {
    const published = publishedImage(file);
    if ('problem' in published) return published;
    const { bytes } = published;
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
    // With the digest behind it, it is to be no longer than a file's name may be.
    const name = basename(file, extname(file))
      .replace(/[^\w-]+/g, '-')
      .slice(0, 100);
    const path = `media/${name}.${hash}${extname(file).toLowerCase()}`;
    return { path, image: { kind: 'local', src: this.#base + path, ...measure(bytes) } };
  }

  #find(from: FileReference, src: string): string | undefined {
    return this.#files.find(from, { kind: 'image', href: src });
  }
}

interface Unreadable {
  /** Why the image cannot be shown, as the end of a sentence. */
  readonly problem: string;
}

/**
 * What a site publishes of an image: of a drawing in SVG what is left when it is cleaned, of a picture of pixels all its bytes. The
 * latter need not be a picture at all; its ending says what browsers take it for, and `nosniff` that they keep to that.
 */
export function publishedImage(file: string): { readonly bytes: Uint8Array } | Unreadable {
  try {
    const bytes = readFileSync(file);
    return extname(file).toLowerCase() === '.svg' ? cleanDrawing(bytes) : { bytes };
  } catch (error) {
    return { problem: problemOf(error) };
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
