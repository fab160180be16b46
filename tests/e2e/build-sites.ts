/**
 * Builds the two sites that the tests look at, serves them while the tests run, and clears them away: the sample help centre by
 * the real command, and a made-up site straight from packs, with parts that the help centre has no use for.
 */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import type { AgentFacts } from '../../src/exports/export-facts.ts';
import { workFolder } from '../../src/config/work-folder.ts';
import { StagingSite } from '../../src/publish/staging-site.ts';
import { PageThreads } from '../../src/engine/workers/page-pool.ts';
import { writePages } from '../../src/engine/write-pages.ts';
import { type LocalServer, serve } from '../../src/commands/local-server.ts';
import { compileTemplates, copyAssets } from '../../src/engine/templates.ts';
import { closeSite, type Site } from '../../src/store/site.ts';
import { writeSampleSite } from '../theme/sample-site.ts';
import { type Finished, makeWorkFolder, project, removeWorkFolder, runBuild } from './command.ts';

const base = '/help/';

export default async function buildSites({ provide }: TestProject): Promise<() => Promise<void>> {
  const folders: string[] = [];
  const servers: LocalServer[] = [];
  const clear = async (): Promise<void> => {
    await Promise.all(servers.map((server) => server.close()));
    for (const folder of folders) removeWorkFolder(folder, 'site');
  };
  const makeSite = async <Made>(make: (out: string) => Promise<Made>) => {
    const folder = makeWorkFolder();
    folders.push(folder);
    const out = join(folder, 'site');
    const made = await make(out);
    const server = await serve(out, base, 0);
    servers.push(server);
    return { folder: out, url: server.url, made };
  };
  try {
    const [helpCentre, sample] = await Promise.all([makeSite(buildHelpCentre), makeSite(renderSample)]);
    provide('helpCentre', { folder: helpCentre.folder, url: helpCentre.url, command: helpCentre.made });
    provide('sample', { folder: sample.folder, url: sample.url });
  } catch (error) {
    await clear();
    throw error;
  }
  return clear;
}

async function buildHelpCentre(out: string): Promise<Finished> {
  const finished = await runBuild('--base', base, '--site', 'https://help.nimbus.example', '--out', out);
  if (!existsSync(join(out, 'index.html'))) throw new Error(`No site was built:\n${finished.text}`);
  return finished;
}

/** What agents are told of a site without articles. */
function noArticles({ facts: { base, sourceLocale } }: Site): AgentFacts {
  const catalogue = { base, sourceLocale, locales: [], entries: [] };
  return { catalogue, ids: [], redirects: [], diagnostics: [], history: {} };
}

async function renderSample(out: string): Promise<void> {
  // Templates find their packages from a place below the project.
  const work = workFolder({ project, out });
  const { folder: packs, site } = writeSampleSite({ base, origin: 'https://x.example' });
  const templates = await compileTemplates(project, { base, origin: 'https://x.example', homes: [] }, work);
  const staging = new StagingSite(out, undefined, undefined);
  copyAssets(templates, staging);
  const threads = new PageThreads(Promise.resolve(templates), { packs, folder: out });
  await writePages({ site, packs, templates, threads, agents: noArticles(site), board: undefined }, staging);
  staging.finish();
  closeSite();
  rmSync(packs, { recursive: true });
}
