/**
 * Writes the pages of a site, and what agents read: what has not changed comes from earlier sites, the other pages are rendered in
 * threads.
 */
import { setImmediate } from 'node:timers/promises';
import type { AgentFacts } from '../exports/export-facts.ts';
import { otherPagesKey, pageKeys } from './cache/page-keys.ts';
import type { PackedSite } from '../store/site.ts';
import { agentsKey, writeAgentFiles, writeOtherPages } from './write-exports.ts';
import { articlePaths } from './article-files.ts';
import { collectGarbage } from '../pool/collect-garbage.ts';
import { digestOf, type StagingSite } from '../publish/staging-site.ts';
import type { PageThreads } from './workers/page-pool.ts';
import type { ArticleBatch } from './workers/page-worker.ts';
import type { StatusBoard } from './status-board.ts';
import type { Templates } from './templates.ts';

/** Pages that a thread takes at a time: enough to be worth while, few enough to share them out evenly. */
const batchSize = 32;
/** Batches that take longer than to look twice for memory that is free again. */
const many = 64;

/** What the pages of a site are made of. */
export interface PageSources {
  readonly site: PackedSite;
  /** Folder of the packs. */
  readonly packs: string;
  readonly templates: Templates;
  /** They are closed when the pages are made. */
  readonly threads: PageThreads;
  readonly agents: AgentFacts;
  readonly board: StatusBoard | undefined;
}

/**
 * Writes all pages into the staging site, and what agents and other programs read. Pages are made in threads while this one finds out
 * what else there is to make.
 */
export async function writePages(sources: PageSources, staging: StagingSite): Promise<void> {
  const { site, packs, templates, threads, agents, board } = sources;
  const working: Promise<unknown>[] = [];
  const begin = async (work: Promise<unknown>): Promise<void> => {
    // Told when all is waited for; until then it is not unhandled.
    work.catch(() => undefined);
    working.push(work);
    // Tasks are on their way to the threads only when this one waits.
    await setImmediate();
  };
  const makeGroup = async (kind: 'ordinary' | 'status', key: string): Promise<void> => {
    if (staging.reuseGroup(kind, key)) return;
    const made = await threads.make({ batches: [], others: kind });
    staging.makeGroup(kind, key, () => {
      if (kind === 'ordinary') writeOtherPages(agents, staging, made);
      else for (const [path, content] of made) staging.write(path, content);
    });
  };
  try {
    const batches = plan(site, staging, templates);
    // The threads and Pagefind need the room meanwhile.
    const tidyUp = batches.length > many ? collectGarbage : () => undefined;
    await begin(threads.make({ batches, others: 'none' }));
    tidyUp();
    const frame = `${templates.version} ${otherPagesKey(site, packs)}`;
    await begin(makeGroup('status', digestOf(`${frame} ${board?.write()}`)));
    tidyUp();
    const agentsMadeOf = agentsKey(agents, site);
    await begin(makeGroup('ordinary', digestOf(`${frame} ${agentsMadeOf}`)));
    writeAgentFiles(agents, site, staging, agentsMadeOf);
    await Promise.all(working);
  } finally {
    await threads.close();
  }
}

/** Which articles are to be made, in batches. The place of their files is free when this returns. */
function plan(site: PackedSite, staging: StagingSite, { version }: Templates): ArticleBatch[] {
  const batches: ArticleBatch[] = [];
  for (const locale of site.built) {
    const keyOf = pageKeys(site, locale.tag);
    const toMake: number[] = [];
    for (const [at, entry] of site.pages(locale.tag).entries()) {
      const paths = articlePaths(site, locale, entry);
      const key = digestOf(`${version} ${keyOf(entry)}`);
      if (paths.every((path) => staging.reuse(path, key))) continue;
      for (const path of paths) staging.reserve(path, key);
      toMake.push(at);
    }
    for (let start = 0; start < toMake.length; start += batchSize)
      batches.push({ locale: locale.tag, places: toMake.slice(start, start + batchSize) });
  }
  return batches;
}
