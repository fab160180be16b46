/** The search indexes of a build: only those of locales whose articles have changed are made anew. */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { close } from 'pagefind';
import type { Page } from '../pipeline/types.ts';
import { indexLocale } from '../search/index-locale.ts';
import type { Site } from '../site/packs.ts';
import { codeVersion, writeWhole } from './memory.ts';

const searchCode = ['src/search/index-locale.ts', 'src/search/words.ts', 'package-lock.json'];

/**
 * Brings the index of every locale up to date in `store`, where they stay from one build to the next, one folder a locale.
 *
 * @returns how many were made anew
 */
export async function updateIndexes(site: Site, project: string, store: string): Promise<number> {
  const version = codeVersion(project, searchCode);
  let made = 0;
  for (const { tag, path, articles } of site.built) {
    if (articles === 0) continue;
    const stamp = stampOf(site, tag, version);
    const stampFile = join(store, `${path}.stamp`);
    const folder = join(store, path);
    if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp && existsSync(folder)) continue;
    // The stamp goes first: an index that was cut off is never taken for a whole one.
    rmSync(stampFile, { force: true });
    mkdirSync(store, { recursive: true });
    await indexLocale(tag, ownPages(site, tag), site.base, folder);
    writeWhole(stampFile, stamp);
    made++;
  }
  await close();
  return made;
}

/** Copies the indexes of the site's locales into the site. */
export function copyIndexes(site: Site, store: string, folder: string): void {
  for (const { path, articles } of site.built) {
    if (articles > 0) cpSync(join(store, path), join(folder, 'pagefind', path), { recursive: true });
  }
}

function stampOf(site: Site, tag: string, version: string): string {
  const hash = createHash('sha256').update(`${version} ${site.base}`);
  for (const { slug, digest, fallback } of site.entries(tag)) if (!fallback) hash.update(`${slug} ${digest}\n`);
  return hash.digest('hex');
}

function* ownPages(site: Site, tag: string): Generator<Page> {
  for (const { slug, fallback } of site.entries(tag)) if (!fallback) yield site.page(tag, slug);
}
