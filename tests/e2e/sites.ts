/** The two sites that are built once for all tests; see `build-sites.ts`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Finished } from './command.ts';

export interface ServedSite {
  /** Absolute path of its files. */
  readonly folder: string;
  /** Where it is served, base included; ends in `/`. */
  readonly url: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** `content/`, built by the real command. */
    helpCentre: ServedSite & { readonly command: Finished };
    /** A made-up site in three locales with every part of the interface, rendered from packs; it has no search index. */
    sample: ServedSite;
  }
}

export const helpCentre = inject('helpCentre');
export const sample = inject('sample');
export const origin = 'https://help.nimbus.example';
export const base = '/help/';

const content = join(import.meta.dirname, '../../content');
const names = readdirSync(content).sort();

/** Locales of the help centre by their tags. */
export const tags = names.filter((name) => name.includes('-'));

/** Articles of the help centre. */
export const slugs = readdirSync(join(content, 'en-US'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => name.replace('.md', ''))
  .sort();

/** The one article that one locale lacks, and that search engines shall not list. */
export const lacking = { slug: 'export-billing-data', tag: 'th-TH' };

export function readContent(path: string): Buffer {
  return readFileSync(join(content, path));
}

/** Text of a file of a site. Throws where there is none. */
export function read(site: ServedSite, path: string): string {
  return readBytes(site, path).toString('utf8');
}

export function readBytes({ folder }: ServedSite, path: string): Buffer {
  return readFileSync(join(folder, path));
}

/** File of an article. */
export function articleFile(tag: string, slug: string): string {
  return `${tag.toLowerCase()}/${slug}/index.html`;
}

/** All pages of a site, as paths below its folder. */
export function pagesOf({ folder }: ServedSite): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.html'))
    .sort();
}
