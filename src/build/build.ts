/** A whole build: articles to packs, packs to pages, search, a last look, and only then the swap. */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CommandError } from '../cli/arguments.ts';
import type { Diagnostic } from '../diagnostics.ts';
import type { Library, Progress } from '../pipeline/prepare.ts';
import type { Page } from '../pipeline/types.ts';
import { indexLocale } from '../search/index-locale.ts';
import { closeSite, openSite, type Site } from '../site/packs.ts';
import { writeApi } from './api.ts';
import type { Configuration } from './configuration.ts';
import { readLibrary, writePacks } from './packs.ts';
import { swap } from './swap.ts';
import { verifySite } from './verify.ts';

export interface BuildResult {
  readonly diagnostics: readonly Diagnostic[];
  /** Links that lead to the right page, but to no place on it: of steps or included sections that are not there. */
  readonly weakLinks: readonly string[];
  /** Pages of articles, fallback pages included. */
  readonly pages: number;
  readonly locales: readonly string[];
}

/**
 * Builds the site of a configuration into `configuration.out`. The site that is there stays until the new one is whole; it is
 * left as it was where anything fails.
 */
export async function buildSite(configuration: Configuration, progress: Progress): Promise<BuildResult> {
  const work = workFolder(configuration);
  const packs = join(work, 'packs');
  const staging = join(work, 'staging');
  rmSync(packs, { recursive: true, force: true });
  rmSync(staging, { recursive: true, force: true });

  const library = readLibrary(configuration, progress);
  if (library.topics.length === 0) {
    throw new CommandError(`There are no articles in ${configuration.roots.join(', ')}; nothing was built.`);
  }
  writePacks(library, configuration, packs, progress);
  closeSite();
  const site = openSite(packs);

  progress('Writing pages', 0, 0);
  await renderPages(configuration, packs, staging, join(work, 'cache'));
  copyImages(library, staging);
  writeApi(library.topics, library.pages.locales, configuration.base, staging);
  await indexLocales(site, staging, progress);

  progress('Verifying', 0, 0);
  const found = verifySite(site, staging);
  const flaws = found.filter(({ fatal }) => fatal);
  if (flaws.length > 0) {
    const shown = flaws.slice(0, 10).map(({ page, problem }) => `  ${page}: ${problem}`);
    throw new CommandError(
      `The new site has ${flaws.length} flaws and is not published; it lies in ${staging}.\n${shown.join('\n')}\n` +
        'This is a defect of Languedocs, not of an article.',
    );
  }
  swap(staging, configuration.out);
  const pages = site.locales.reduce((sum, { tag }) => sum + site.entries(tag).length, 0);
  closeSite();
  const weak = found.filter(({ fatal }) => !fatal).map(({ page, problem }) => `${page}: ${problem}`);
  return { diagnostics: library.diagnostics, weakLinks: weak, pages, locales: library.pages.locales };
}

/** Where a build into this output keeps its packs and caches. Builds into different outputs do not meet. */
export function workFolder({ project, out }: Configuration): string {
  const name = `${basename(out)}-${createHash('sha256').update(out).digest('hex').slice(0, 8)}`;
  return join(project, '.languedocs', name);
}

async function renderPages(
  configuration: Configuration,
  packs: string,
  outDir: string,
  cacheDir: string,
): Promise<void> {
  process.env['LANGUEDOCS_PACKS'] = packs;
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  // Astro takes half a second to load, which commands that fail before need not wait for.
  const { build } = await import('astro');
  await build({ root: configuration.project, outDir, cacheDir, logLevel: 'error' });
}

function copyImages({ pages }: Library, site: string): void {
  for (const [file, path] of pages.images.used) {
    const target = join(site, path);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(file, target);
  }
}

async function indexLocales(site: Site, staging: string, progress: Progress): Promise<void> {
  for (const [index, { tag, path, articles }] of site.locales.entries()) {
    progress('Indexing for search', index, site.locales.length);
    if (articles > 0) await indexLocale(tag, ownPages(site, tag), site.base, join(staging, 'pagefind', path));
  }
  const { close } = await import('pagefind');
  await close();
  progress('Indexing for search', site.locales.length, site.locales.length);
}

function* ownPages(site: Site, tag: string): Generator<Page> {
  for (const { slug, fallback } of site.entries(tag)) if (!fallback) yield site.page(tag, slug);
}

/** True where a finished site is already there. */
export function isBuilt({ out }: Configuration): boolean {
  return existsSync(join(out, 'index.html'));
}
