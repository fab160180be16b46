/** A whole build: articles to packs, packs to pages, search, a last look, and only then the swap. */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CommandError } from '../cli/arguments.ts';
import type { Diagnostic } from '../diagnostics.ts';
import type { Library, Progress } from '../pipeline/prepare.ts';
import { agentFacts } from '../agents/facts.ts';
import { closeSite, openSite, writeUnchanged } from '../site/packs.ts';
import { writeAgentFiles } from './agent-files.ts';
import type { Configuration } from './configuration.ts';
import { composeSite } from './compose.ts';
import { openMemory, readLibrary } from './library.ts';
import { whileLocked } from './lock.ts';
import { writeOriginals } from './originals.ts';
import { writePacks } from './packs.ts';
import { inputsOf, noteSite, openNoted, unchangedPages } from './published.ts';
import { copyIndexes, SearchIndexes } from './search.ts';
import { writeStatus } from './status.ts';
import { readSlugFile, writeSlugFile } from './slug-file.ts';
import { recover, swap } from './swap.ts';
import { type Flaw, verifySite } from './verify.ts';
import { verifySearch } from './verify-search.ts';
import { removeUnfinished, withReason } from './whole-files.ts';

export interface BuildResult {
  readonly diagnostics: readonly Diagnostic[];
  /** Links that lead to the right page, but to no place on it: of steps or included sections that are not there. */
  readonly weakLinks: readonly string[];
  /** Pages of articles, fallback pages included. */
  readonly pages: number;
  /** How many of them were rendered now, and how many taken over from the build before. */
  readonly rendered: number;
  readonly reused: number;
  /** Search indexes that were made anew. */
  readonly indexed: number;
  readonly locales: readonly string[];
}

/**
 * Builds the site of a configuration into `configuration.out`. The site that is there stays until the new one is whole; it is
 * left as it was where anything fails, and where another build is at work there.
 *
 * @param force makes everything anew, whatever earlier builds have kept
 */
export async function buildSite(
  configuration: Configuration,
  progress: Progress,
  { force = false } = {},
): Promise<BuildResult> {
  const work = workFolder(configuration);
  return whileLocked(work, configuration.out, async () => {
    if (force) rmSync(work, { recursive: true, force: true });
    try {
      return await buildAlone(configuration, work, progress);
    } catch (error) {
      throw withReason(error);
    }
  });
}

async function buildAlone(configuration: Configuration, work: string, progress: Progress): Promise<BuildResult> {
  for (const folder of [work, join(work, 'search')]) removeUnfinished(folder, false);
  const packs = join(work, 'packs');
  const staging = join(work, 'staging');
  recover(packs);
  recover(configuration.out);
  const made = join(work, 'made');
  for (const folder of [staging, made]) rmSync(folder, { recursive: true, force: true });

  const memory = openMemory(configuration, work);
  const library = readLibrary(configuration, progress, memory);
  memory.save();
  memory.close();
  if (library.topics.length === 0) {
    throw new CommandError(`There are no articles in ${configuration.roots.join(', ')}; nothing was built.`);
  }
  const unknown = configuration.shard?.find((locale) => !library.pages.locales.includes(locale));
  if (unknown !== undefined) {
    throw new CommandError(`No articles in ${unknown} are published; there are ${library.pages.locales.join(', ')}.`);
  }
  closeSite();
  const indexes = join(work, 'search');
  const search = new SearchIndexes(configuration.project, indexes, library);
  const packed = await writePacks(library, configuration, packs, progress, (locale, pack) => search.add(locale, pack));
  const { rendered, reused, diagnostics: failed } = packed;
  if (configuration.options.status) progress('Bringing the status board up to date', 0, 0);
  writeStatus(packs, library, configuration, work);
  const site = openSite(packs);

  const pages = site.built.reduce((sum, { tag }) => sum + site.entries(tag).length, 0);
  const locales = site.built.map(({ tag }) => tag);
  const agents = agentFacts(library, readSlugFile(configuration.slugHistory), configuration.options.documentationSite);
  const diagnostics = [...library.diagnostics, ...agents.diagnostics, ...failed];
  progress('Comparing with the published site', 0, 0);
  const inputs = inputsOf(packs, site, library, agents, configuration);
  const [note, spareNote] = [join(work, 'published.json'), join(work, 'spare.json')];
  const published = openNoted(configuration.out, note);
  if (published?.note.digest === inputs.digest) {
    const indexed = await search.finish();
    closeSite();
    return { diagnostics, weakLinks: published.note.weakLinks.map(inWords), pages, rendered, reused, indexed, locales };
  }

  progress('Writing pages and search indexes', 0, 0);
  const unchanged = unchangedPages(published, inputs);
  writeUnchanged(packs, unchanged);
  const cache = join(work, 'cache');
  const [indexed] = await Promise.all([search.finish(), makePages(configuration, packs, made, cache)]);
  copyIndexes(site, indexes, made);
  copyImages(library, made);
  await writeOriginals(site, made);
  writeAgentFiles(agents, site, made, unchanged);

  progress('Taking over unchanged pages', unchanged.size, unchanged.size);
  const spare = openNoted(join(work, 'spare'), spareNote);
  composeSite(staging, made, { site: published, unchanged }, { site: spare, unchanged: unchangedPages(spare, inputs) });

  progress('Verifying', 0, 0);
  const found = [
    ...verifySite(site, staging, published && { ...published, unchanged }),
    ...(await verifySearch(site, staging)),
  ];
  const flaws = found.filter(({ fatal }) => fatal);
  if (flaws.length > 0) {
    const shown = flaws.slice(0, 10).map(({ page, problem }) => `  ${page}: ${problem}`);
    throw new CommandError(
      `The new site has ${flaws.length} flaws and is not published; it lies in ${staging}.\n${shown.join('\n')}\n` +
        'This is a defect of Languedocs, not of an article.',
    );
  }
  progress('Publishing', 0, 0);
  swap(staging, configuration.out, published && join(work, 'spare'));
  if (published && existsSync(note)) renameSync(note, spareNote);
  writeSlugFile(configuration.slugHistory, agents.history);
  const weakLinks = found.filter(({ fatal }) => !fatal);
  noteSite(configuration.out, note, inputs, weakLinks);
  closeSite();
  return { diagnostics, weakLinks: weakLinks.map(inWords), pages, rendered, reused, indexed, locales };
}

/** Where a build into this output keeps its packs and caches. Builds into different outputs do not meet. */
export function workFolder({ project, out }: Pick<Configuration, 'project' | 'out'>): string {
  const name = `${basename(out)}-${createHash('sha256').update(out).digest('hex').slice(0, 8)}`;
  return join(project, '.languedocs', name);
}

async function makePages(configuration: Configuration, packs: string, outDir: string, cacheDir: string): Promise<void> {
  process.env['LANGUEDOCS_PACKS'] = packs;
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  // Astro takes half a second to load, which commands that fail before need not wait for.
  const { build } = await import('astro');
  await build({ root: configuration.project, outDir, cacheDir, logLevel: 'error' });
}

function inWords({ page, problem }: Flaw): string {
  return `${page}: ${problem}`;
}

function copyImages({ pages }: Library, site: string): void {
  for (const [file, path] of pages.images.used) {
    const target = join(site, path);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(file, target);
  }
}

/** True where a finished site is already there. */
export function isBuilt({ out }: Configuration): boolean {
  return existsSync(join(out, 'index.html'));
}
