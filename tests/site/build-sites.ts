/**
 * Builds the two sites that the tests look at, serves them while the tests run, and clears them away: the sample help centre by
 * the real command, and a made-up site straight from packs, with parts that the help centre has no use for.
 */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type LocalServer, serve } from '../../src/build/serve.ts';
import { writeSampleSite } from '../ui/sample-site.ts';
import { type Finished, makeWorkFolder, project, removeWorkFolder, runBuild, runNode } from './command.ts';

const base = '/help/';

export default async function buildSites({ provide }: TestProject): Promise<() => Promise<void>> {
  const folders: string[] = [];
  const servers: LocalServer[] = [];
  const clear = async (): Promise<void> => {
    await Promise.all(servers.map((server) => server.close()));
    for (const folder of folders) removeWorkFolder(folder, 'site');
  };
  const build = async (command: (out: string) => Promise<Finished>) => {
    const folder = makeWorkFolder();
    folders.push(folder);
    const out = join(folder, 'site');
    const finished = await command(out);
    if (!existsSync(join(out, 'index.html'))) throw new Error(`No site was built:\n${finished.text}`);
    const server = await serve(out, base, 0);
    servers.push(server);
    return { folder: out, url: server.url, command: finished };
  };
  try {
    const [helpCentre, sample] = await Promise.all([
      build((out) => runBuild('--base', base, '--site', 'https://help.nimbus.example', '--out', out)),
      build(renderSample),
    ]);
    provide('helpCentre', helpCentre);
    provide('sample', sample);
  } catch (error) {
    await clear();
    throw error;
  }
  return clear;
}

async function renderSample(out: string): Promise<Finished> {
  const { folder: packs } = writeSampleSite({ base, origin: 'https://x.example' });
  const options = { root: project, outDir: out, cacheDir: join(out, '../cache'), logLevel: 'error' };
  const script = `import { build } from 'astro'; await build(${JSON.stringify(options)});`;
  const finished = await runNode(['--input-type=module', '--eval', script], {
    LANGUEDOCS_PACKS: packs,
    ASTRO_TELEMETRY_DISABLED: '1',
  });
  rmSync(packs, { recursive: true });
  return finished;
}
