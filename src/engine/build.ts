/** A whole build: articles to packs, packs to pages, search, a last look, and only then the swap. */
import { renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { CommandError, UsageError } from '../core/errors.ts';
import { escapeControls } from '../core/escape-controls.ts';
import { describeDownloads } from '../pipeline/files/downloads.ts';
import { type Validity, validityOf } from '../pipeline/pipeline.ts';
import type { Progress } from '../pipeline/settings.ts';
import { agentFacts } from '../exports/export-facts.ts';
import { closeSite, openPacks } from '../store/site.ts';
import { ArticleProcesses } from './workers/article-pool.ts';
import type { BuildResult } from './build-result.ts';
import type { Configuration } from '../config/configuration.ts';
import { openReports } from './check-library.ts';
import { lastBuild, noteBuild, stampOf } from './cache/inputs.ts';
import { KnownDigests } from './cache/known-digests.ts';
import { openMemory } from './library.ts';
import { whileLocked } from '../disk/lock.ts';
import { hasFiles } from '../publish/manifest.ts';
import { filesBelow } from '../disk/files-below.ts';
import { copyMedia } from './media.ts';
import type { Memory } from './cache/fact-cache.ts';
import { StagingSite } from '../publish/staging-site.ts';
import { missingOnHomes } from './home-diagnostics.ts';
import { noArticles } from './no-articles.ts';
import { writePacks } from './render-articles.ts';
import { PageThreads } from './workers/page-pool.ts';
import { type PageSources, writePages } from './write-pages.ts';
import { isLiveIntact, keepAsStandby, prepareStandby, publish, type Releases } from '../publish/releases.ts';
import { type ReadingHelp, readLibraryTogether, type ReadTogether } from './read-articles.ts';
import { copyRelatedTerms } from './related-terms.ts';
import { copyIndexes, SearchIndexes } from './search-indexes.ts';
import { turningPointsOfHomes } from './site-facts.ts';
import { StatusBoard } from './status-board.ts';
import { readSlugFile, refuseHistoryOfOthers, writeSlugFile } from './slug-file.ts';
import { recoverFolder } from '../disk/replace-folder.ts';
import { copyAssets, lostAssets, openTemplates, type Templates, templateSources } from './templates.ts';
import { verifySite } from '../publish/verify.ts';
import type { Flaw } from '../publish/flaw.ts';
import { verifySearch } from '../publish/verify-search.ts';
import { withReason } from '../disk/atomic-files.ts';
import {
  indexesIn,
  packsIn,
  refusedIn,
  relatedIn,
  removeHalfWritten,
  removeLeftovers,
  stagingIn,
  workFolder,
} from '../config/work-folder.ts';

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
      removeLeftovers(work);
      throw withReason(error);
    }
  });
}

async function buildAlone(configuration: Configuration, work: string, progress: Progress): Promise<BuildResult> {
  removeHalfWritten(work);
  rmSync(refusedIn(work), { recursive: true, force: true });
  const packs = packsIn(work);
  for (const place of [packs, join(work, 'templates'), configuration.out]) recoverFolder(place);

  const stamp = stampOf(configuration);
  const last = lastBuild(work, stamp, templateSources(work));
  if (last && isLiveIntact(configuration.out, work)) return asBefore(last);

  // None of this needs to know the articles yet, and reading these keeps one processor busy.
  const openReleases = prepareStandby(configuration.out, work);
  openReleases.catch(() => undefined);
  const compiling = openTemplates(configuration, work);
  compiling.catch(() => undefined);
  const search = new SearchIndexes(indexesIn(work), relatedIn(work));
  const processes = new ArticleProcesses(configuration);
  const threads = new PageThreads(compiling, { packs, folder: stagingIn(work) });
  threads.start();
  try {
    closeSite();
    const digests = new KnownDigests(join(work, 'digests.json'), stamp);
    const begun = { openReleases, compiling, search, processes, threads, digests };
    const result = await bringUpToDate(configuration, work, progress, begun);
    noteBuild(work, stamp, result, templateSources(work));
    return result;
  } finally {
    closeSite();
    await processes.close();
    await threads.close();
    await search.close();
    // It writes into the work folder, which is locked only until the build ends.
    await openReleases.catch(() => undefined);
  }
}

/** What a build begins before it reads the articles. */
interface Begun {
  readonly openReleases: Promise<() => Releases>;
  readonly compiling: Promise<Templates>;
  readonly search: SearchIndexes;
  readonly processes: ArticleProcesses;
  readonly threads: PageThreads;
  readonly digests: KnownDigests;
}

/** Makes what is not there yet, and publishes it, where the published site is not what it should be. */
async function bringUpToDate(
  configuration: Configuration,
  work: string,
  progress: Progress,
  begun: Begun,
): Promise<BuildResult> {
  const reports = configuration.options.status ? openReports(work) : undefined;
  const prepared = await prepare(configuration, work, progress, begun, reports);
  const { openReleases, search } = begun;
  const { site, agents, result } = prepared;
  const { live, standby } = (await openReleases)();

  progress('Writing pages and search indexes', 0, 0);
  const staging = new StagingSite(stagingIn(work), live, standby);
  copyAssets(prepared.templates, staging);
  copyMedia(prepared.images, staging);
  await writePages(prepared, staging);
  refuseFatal(prepared.threads.flaws, staging.folder);
  reports?.close();
  const indexed = await search.finish();
  const reindexed = copyIndexes(site, indexesIn(work), staging);
  copyRelatedTerms(site, relatedIn(work), staging);
  const made = staging.finish();
  const { out } = configuration;
  const isSame = live !== undefined && hasFiles(live, made.files) && isLiveIntact(out, work);
  let minorFlaws = live?.manifest.minorFlaws ?? [];
  if (isSame) {
    keepAsStandby(staging.folder, { ...made, minorFlaws }, out, work);
  } else {
    progress('Verifying', 0, 0);
    const rendered = prepared.threads.flaws.filter(({ fatal }) => !fatal);
    minorFlaws = [...rendered, ...verifySite(site, staging.folder, made.files, live)];
    refuseFatal([...minorFlaws, ...(await verifySearch(site, reindexed, staging.folder))], staging.folder);
    progress('Publishing', 0, 0);
    // A standby that has little in common with the live release saves nothing: the next build makes a better one of links.
    const keepsOld = live !== undefined && !staging.isMostlyNew;
    publish(staging.folder, { ...made, minorFlaws }, { out, work, keepsOld });
  }
  writeSlugFile(configuration.slugHistory, agents.history);
  const diagnostics = [
    ...result.diagnostics,
    ...missingOnHomes(prepared.threads.missing, site.facts.locales),
    ...lostAssets(prepared.templates, made.files),
  ];
  return { ...result, diagnostics, indexed, changed: !isSame, minorFlaws: minorFlaws.map(inWords) };
}

/** What pages are made of, and what a build says of it. */
interface Prepared extends PageSources {
  readonly images: ReadonlyMap<string, string>;
  readonly result: Omit<BuildResult, 'indexed' | 'changed' | 'minorFlaws'>;
}

/** Reads all articles and brings the packs up to date. The library ends here: no later part of a build holds all articles. */
async function prepare(
  configuration: Configuration,
  work: string,
  progress: Progress,
  { compiling, search, processes, threads, digests }: Begun,
  reports: Memory | undefined,
): Promise<Prepared> {
  const packs = packsIn(work);
  // Where nearly all is known, reading never waits; what was begun before gets its turn now.
  await setImmediate();
  const { library, changed } = await readAll(configuration, work, progress, { digests, reports, processes });
  search.begin(library);
  const packing = { folder: packs, processes, first: changed };
  const packed = await writePacks(library, configuration, packing, progress, (locale, pack) => {
    search.add(locale, pack);
  });
  const { shard, options } = configuration;
  search.learn(shard === undefined ? options.sourceLocale : undefined, options.synonyms);
  await processes.close();
  const site = openPacks(packs);
  const templates = await compiling;
  const agents = agentFacts(
    library,
    readSlugFile(configuration.slugHistory),
    configuration.options.documentationSite,
    filesBelow(templates.assets),
  );
  const result = {
    diagnostics: [...library.diagnostics, ...agents.diagnostics, ...packed.diagnostics],
    pages: site.built.reduce((sum, { tag }) => sum + site.entries(tag).length, 0),
    rendered: packed.rendered,
    reused: packed.reused,
    locales: site.built.map(({ tag }) => tag),
    leftOut: library.leftOut,
    validity: validityWithHomes(library.validity, configuration),
  };
  progress('Comparing with the published site', 0, 0);
  const board = reports && new StatusBoard(packs, library, configuration, work, reports);
  const images = library.pages.images.used;
  const downloads = describeDownloads(images.keys());
  const all = { ...result, ...(downloads === undefined ? {} : { downloads }) };
  return { site, packs, templates, threads, agents, board, images, result: all };
}

/** The times between which the same articles and home pages are published. */
function validityWithHomes({ since, until }: Validity, configuration: Configuration): Validity {
  const moments = [since, until, ...turningPointsOfHomes(configuration)].filter((moment) => moment !== undefined);
  return validityOf(moments, configuration.time ?? Date.now());
}

/** What a build says that had nothing to do. */
function asBefore(last: BuildResult): BuildResult {
  return { ...last, rendered: 0, reused: last.pages, indexed: 0, changed: false };
}

/** All articles of the configuration. There is no site without any, nor of a locale that has none. */
async function readAll(
  configuration: Configuration,
  work: string,
  progress: Progress,
  help: Omit<ReadingHelp, 'memory'>,
): Promise<ReadTogether> {
  const memory = openMemory(work);
  const read = await readLibraryTogether(configuration, progress, { memory, ...help });
  const { library } = read;
  memory.save();
  memory.close();
  if (library.topics.length === 0) {
    throw new CommandError(noArticles(configuration.roots, library.diagnostics, 'nothing was built', library.leftOut));
  }
  refuseHistoryOfOthers(configuration.slugHistory, library.topics);
  const unknown = configuration.shard?.find((locale) => !library.pages.locales.includes(locale));
  if (unknown !== undefined) {
    throw new UsageError(`No articles in ${unknown} are published; there are ${library.pages.locales.join(', ')}.`);
  }
  return read;
}

function refuseFatal(flaws: readonly Flaw[], folder: string): void {
  const fatal = flaws.filter((flaw) => flaw.fatal);
  if (fatal.length === 0) return;
  const refused = refusedIn(dirname(folder));
  rmSync(refused, { recursive: true, force: true });
  renameSync(folder, refused);
  const shown = fatal.slice(0, 10).map((flaw) => `  ${escapeControls(inWords(flaw))}`);
  throw new CommandError(
    `The new site has ${fatal.length} flaws and is not published; it lies in ${refused}.\n${shown.join('\n')}\n` +
      'This is a defect of Languedocs, not of an article.',
  );
}

function inWords({ page, problem }: Flaw): string {
  return `${page}: ${problem}`;
}
