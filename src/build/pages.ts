/**
 * Writes the pages of a site, and what agents read: what has not changed comes from earlier sites, the other pages are rendered in
 * threads.
 */
import { setImmediate } from 'node:timers/promises';
import type { AgentFacts } from '../agents/facts.ts';
import { otherPagesKey, pageKeys } from '../site/keys.ts';
import type { Site } from '../site/packs.ts';
import { agentsKey, writeAgentFiles, writePermanentPages } from './agent-files.ts';
import { articlePaths } from './article-files.ts';
import { digestOf, type NextSite } from './next-site.ts';
import { PageThreads } from './page-threads.ts';
import type { ArticleBatch } from './page-worker.ts';
import type { StatusBoard } from './status.ts';
import type { Templates } from './templates.ts';

/** Pages that a thread takes at a time: enough to be worth while, few enough to share them out evenly. */
const batchSize = 32;

/** What the pages of a site are made of. */
export interface PageSources {
  readonly site: Site;
  /** Folder of the packs. */
  readonly packs: string;
  readonly templates: Templates;
  readonly agents: AgentFacts;
  readonly board: StatusBoard | undefined;
}

/** Writes all pages into the next site, and what agents and other programs read. */
export async function writePages(sources: PageSources, next: NextSite): Promise<void> {
  const { site, packs, templates, agents, board } = sources;
  const batches = plan(site, next, templates);
  const agentsMadeOf = agentsKey(agents, site);
  const frame = `${templates.version} ${otherPagesKey(site)}`;
  const othersMadeOf = digestOf(`${frame} ${agentsMadeOf}`);
  const others = next.takeGroup('pages', othersMadeOf) ? 'none' : 'ordinary';
  const threads = new PageThreads({ templates: templates.entry, packs, folder: next.folder });
  try {
    const making = threads.make({ batches, others });
    making.catch(() => undefined);
    // Tasks are on their way to the threads only when this one waits.
    await setImmediate();
    writeAgentFiles(agents, site, next, agentsMadeOf);
    // What its pages show is found out here.
    const boardMadeOf = digestOf(`${frame} ${board?.write()}`);
    const made = await making;
    if (others === 'ordinary')
      next.makeGroup('pages', othersMadeOf, () => {
        writePermanentPages(agents, next, made);
        writeFiles(next, made);
      });
    if (next.takeGroup('status', boardMadeOf)) return;
    const boardPages = await threads.make({ batches: [], others: 'status' });
    next.makeGroup('status', boardMadeOf, () => {
      writeFiles(next, boardPages);
    });
  } finally {
    await threads.close();
  }
}

/** Contents of pages and files that are no articles, by their paths below the site's folder. */
function writeFiles(next: NextSite, files: ReadonlyMap<string, Uint8Array>): void {
  for (const [path, content] of files) next.write(path, content);
}

/** Which articles are to be made, in batches. The place of their files is free when this returns. */
function plan(site: Site, next: NextSite, { version }: Templates): ArticleBatch[] {
  const batches: ArticleBatch[] = [];
  for (const locale of site.built) {
    const keyOf = pageKeys(site, locale.tag);
    const toMake: number[] = [];
    for (const [at, entry] of site.entries(locale.tag).entries()) {
      const paths = articlePaths(site, locale, entry);
      const key = digestOf(`${version} ${keyOf(entry)}`);
      if (paths.every((path) => next.take(path, key))) continue;
      for (const path of paths) next.expect(path, key);
      toMake.push(at);
    }
    for (let start = 0; start < toMake.length; start += batchSize)
      batches.push({ locale: locale.tag, places: toMake.slice(start, start + batchSize) });
  }
  return batches;
}
